import { PDFDict, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { bytesOf, link, name, picture, set, type Spoils } from '../spoilt.ts'

/** The file and its objects. */
export const FILE_SPOILS: Spoils = {
  'a-6.1.2': bytesOf((text) => text.replace('%PDF-1.7', '%PDF-2.0')),
  'a-6.1.3-1': ({ pdf }) => delete pdf.context.trailerInfo.ID,
  'a-6.1.3-2': bytesOf((text) => text.replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P 512 >>\n/Root')),
  'a-6.1.3-3': bytesOf((text) => `${text}\nmore`),
  'a-6.1.6': {
    'in an object': bytesOf((text) => text.replace(/\/Title <FEFF/i, '/Title <FEF')),
    'in contents': ({ paint }) => paint((text) => `${text}\n/Artifact BMC <000> Tj EMC`),
    'in a mark': ({ paint }) => paint((text) => `${text}\n/Span <</E <00xy>>> BDC EMC`),
  },
  'a-6.1.7.1': set('FFilter', () => name('FlateDecode'), picture),
  'a-6.1.7.2': set('Filter', () => name('LZWDecode'), picture),
  'file-reachable': ({ pdf }) => void pdf.context.register(pdf.context.obj({ Type: 'Metadata' })),
  'a-6.1.4': {
    'other places': bytesOf((text) =>
      text.replace(/(\d{9})(\d)(?= 00000 n)/, (_, most: string, last: string) => `${most}${(Number(last) + 1) % 10}`),
    ),
    'no table': bytesOf((text) => text.replace(/startxref\s+\d/, '$&9')),
    'a table in another form': bytesOf((text) => text.replace('xref\n0 ', 'xref\n0  ')),
  },
  'a-6.1.7.1-2': {
    'a beginning without an end of line': bytesOf((text) => text.replace('\nstream\n', '\nstream\r')),
    'an end without one': bytesOf((text) => text.replace('\nendstream', ' endstream')),
  },
  'a-6.1.9': {
    'more on the line of the beginning': bytesOf((text) => text.replace(/ 0 obj\n/, ' 0 obj ')),
    'more on the line of the end': bytesOf((text) => text.replace('endobj\n', 'endobj ')),
  },
  'a-6.1.13': {
    'a text': set('Lang', () => PDFString.of('a'.repeat(40_000)), link),
    'a number': ({ catalog }) => catalog.set(name('Large'), PDFNumber.of(3_000_000_000)),
    'a number that is almost none': ({ catalog }) => catalog.set(name('Small'), PDFNumber.of(1e-39)),
    'a number in contents': ({ paint }) => paint((text) => `${text}\n3000000000 w`),
    'a small one in contents': ({ paint }) => paint((text) => `${text}\n0.${'0'.repeat(38)}1 w`),
    'a name in contents': ({ paint }) => paint((text) => `${text}\n/${'a'.repeat(128)} MP`),
  },
  'a-6.1.13-depth': ({ paint }) => paint((text) => `${'q '.repeat(29)}${text}${' Q'.repeat(29)}`),
  'a-6.1.13-page': {
    'the sheet': set(
      'MediaBox',
      ({ pdf }) => pdf.context.obj([0, 0, 15_000, 800]),
      ({ page }) => page,
    ),
    'what is left of it': set(
      'TrimBox',
      ({ pdf }) => pdf.context.obj([0, 0, 2, 2]),
      ({ page }) => page,
    ),
  },
  'a-6.2.2-1': ({ paint }) => paint((text) => `${text}\nxyz`),
  'a-6.2.2-2': ({ page }) => page.lookup(name('Resources'), PDFDict).lookup(name('ExtGState'), PDFDict).delete(name('G3')),
}
