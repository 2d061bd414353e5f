import { PDFBool, PDFHexString, PDFNumber, type PDFDict } from '@cantoo/pdf-lib'
import { addForm, addFormInForm, iccProfile, link, name, picture, profile, resources, retype, set, state, type Spoils } from '../spoilt.ts'

const isIntent = (dict: PDFDict): boolean => dict.get(name('Type')) === name('OutputIntent')

/** Colours, pictures and links. */
export const APPEARANCE_SPOILS: Spoils = {
  'a-6.2.3': {
    none: ({ catalog }) => catalog.delete(name('OutputIntents')),
    'a condition without a name': ({ find }) => find(isIntent).set(name('OutputConditionIdentifier'), name('sRGB')),
    'a condition without an explanation': ({ find }) => find(isIntent).delete(name('Info')),
    'a profile of another version': profile((bytes) => bytes.writeUInt8(5, 8)),
    'a profile of a scanner': profile((bytes) => bytes.write('scnr', 12)),
    'a profile of another length': profile((bytes) => bytes.writeUInt32BE(bytes.length - 4)),
  },
  'a-6.2.4.2': {
    'of a picture': set('ColorSpace', ({ pdf }) => pdf.context.obj(['ICCBased', iccProfile(pdf, 'link', 3)]), picture),
    'of other components': set('ColorSpace', ({ pdf }) => pdf.context.obj(['ICCBased', iccProfile(pdf, 'mntr', 4)]), picture),
  },
  'a-6.2.4.3': {
    'of a picture': set('ColorSpace', () => name('DeviceCMYK'), picture),
    'of the indices of a picture': set('ColorSpace', ({ pdf }) => pdf.context.obj(['Indexed', 'DeviceCMYK', 0, '00']), picture),
    'among the resources': set('ColorSpace', ({ pdf }) => pdf.context.obj({ C: 'CalCMYK' }), resources),
    'of what is painted': ({ paint }) => paint((text) => `${text}\n0 0 0 1 k`),
    'as it is set': ({ paint }) => paint((text) => `${text}\n/DeviceCMYK cs`),
  },
  'a-6.2.4.4': {
    'among the resources': set('ColorSpace', ({ pdf }) => pdf.context.obj({ C: ['Separation', 'Gold', 'DeviceRGB'] }), resources),
    'of a picture': set('ColorSpace', ({ pdf }) => pdf.context.obj(['DeviceN', ['Gold'], 'DeviceRGB']), picture),
  },
  'a-6.2.5': set('TR', () => name('Identity'), state),
  'a-6.2.6': {
    'of a state': set('RI', () => name('Best'), state),
    'of what is painted': ({ paint }) => paint((text) => `${text}\n/Best ri`),
  },
  'a-6.2.8': {
    smoothed: set('Interpolate', () => PDFBool.True, picture),
    'of three bits': set('BitsPerComponent', () => PDFNumber.of(3), picture),
  },
  'a-6.2.10': set('BM', () => name('Blur'), state),
  'ua-7.20-2': {
    'with content of elements': addForm('/P <</MCID 0>> BDC EMC', '/Drawn Do /Drawn Do'),
    'in a form that is drawn twice': addFormInForm('/Artifact BMC EMC', '/Drawn Do /Drawn Do', { StructParents: 9999 }),
    'with a place among the parents': addForm('/Artifact BMC EMC', '/Drawn Do /Drawn Do', { StructParents: 9999 }),
  },
  'ua-7.18.2': set('Subtype', () => name('Text'), link),
  'ua-7.18.3': ({ page }) => page.delete(name('Tabs')),
  'ua-7.18.5-1': retype('Link', 'Span'),
  'ua-7.18.5-2': (spoilt) => link(spoilt).set(name('Contents'), PDFHexString.fromText(' ')),
  'a-6.3.2': set('F', () => PDFNumber.of(6), link),
  'a-6.3.3': set('AP', ({ pdf }) => pdf.context.obj({}), link),
  'links-lead': (spoilt) => {
    link(spoilt).delete(name('A'))
    link(spoilt).set(name('Dest'), name('nowhere'))
  },
}
