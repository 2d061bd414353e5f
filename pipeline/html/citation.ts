import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'

/** What a citation says of an edition. */
interface Cited {
  /** Names it in a list of references: ASCII, and unique in its publication. */
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher: string
  /** ISO 8601. */
  readonly date: string
  readonly language: string
  readonly isbn: string | undefined
  readonly doi: string | undefined
  readonly number: string | undefined
  /** Absent where the site has no known address. */
  readonly url: string | undefined
}

/** How an edition is cited: a sentence in its language, and the forms that programs read. */
export function citationOf(edition: Edition, words: Interface, url: string | undefined) {
  const cited: Cited = {
    id: `${edition.document}-${edition.tag}`.toLowerCase(),
    title: edition.title.text,
    authors: edition.authors.map(({ text }) => text),
    publisher: words.message('publisher').text,
    date: edition.date,
    language: edition.tag,
    isbn: edition.isbn,
    doi: edition.doi,
    number: edition.reference,
    url,
  }
  const forms = [
    { name: 'BibTeX', text: bibtex(cited), type: 'application/x-bibtex', ending: 'bib' },
    { name: 'RIS', text: ris(cited), type: 'application/x-research-info-systems', ending: 'ris' },
    { name: 'CSL-JSON', text: csl(cited), type: 'application/vnd.citationstyles.csl+json', ending: 'json' },
  ]
  return {
    sentence: sentenceOf(edition, words),
    forms: forms.map(({ name, text, type, ending }) => ({
      name,
      text,
      file: `${edition.document}.${edition.tag}.${ending}`,
      // In the page itself, so that it is there offline too.
      href: `data:${type};charset=utf-8,${encodeURIComponent(text)}`,
    })),
    meta: metaOf(cited),
  }
}

/** How to cite an edition, in its language. */
export function sentenceOf({ authors, title, date }: Edition, words: Interface): string {
  return words.message('imprint.citation', {
    authors: authors.map(({ text }) => text).join(', ') || 'none',
    title: title.text,
    publisher: words.message('publisher').text,
    year: date.slice(0, 4),
  }).text
}

/** Signs that mean something to TeX, as biblatex takes them in UTF-8. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function bibtex({ id, title, authors, publisher, date, language, isbn, doi, number, url }: Cited): string {
  const tex = (text: string): string => text.replaceAll(/[\\{}~^]|[#$%&_]/g, (sign) => TEX[sign] ?? `\\${sign}`)
  const fields = {
    // In braces of its own: capitals stay, and an author is one name, whatever its parts.
    title: `{${tex(title)}}`,
    author: authors.map((name) => `{${tex(name)}}`).join(' and '),
    institution: `{${tex(publisher)}}`,
    date,
    langid: language,
    isbn: isbn ?? '',
    doi: doi ?? '',
    number: number === undefined ? '' : tex(number),
    // Read as it is.
    url: url ?? '',
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : [`  ${name} = {${value}}`]))
  return `@report{${id},\n${lines.join(',\n')}\n}\n`
}

/** The tags of RIS, two letters each; lines end as its description has them. */
function ris({ title, authors, publisher, date, language, isbn, doi, number, url }: Cited): string {
  const rows: [tag: string, value: string | undefined][] = [
    ['TY', 'RPRT'],
    ['TI', title],
    ...authors.map((name): [string, string] => ['AU', name]),
    ['PB', publisher],
    ['PY', date.slice(0, 4)],
    ['DA', date.replaceAll('-', '/')],
    ['LA', language],
    ['SN', isbn],
    ['DO', doi],
    ['M1', number],
    ['UR', url],
    ['ER', ''],
  ]
  return rows.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('')
}

function csl({ id, title, authors, publisher, date, language, isbn, doi, number, url }: Cited): string {
  const item = {
    id,
    type: 'report',
    title,
    author: authors.length > 0 ? authors.map((literal) => ({ literal })) : undefined,
    issued: { 'date-parts': [date.split('-').map(Number)] },
    publisher,
    language,
    ISBN: isbn,
    DOI: doi,
    number,
    URL: url,
  }
  return `${JSON.stringify([item], undefined, 2)}\n`
}

/** What Zotero and Google Scholar read in a page (scholar.google.com/intl/en/scholar/inclusion.html). */
function metaOf({ title, authors, publisher, date, language, isbn, doi, number }: Cited) {
  return [
    { name: 'citation_title', content: title },
    ...authors.map((content) => ({ name: 'citation_author', content })),
    { name: 'citation_publication_date', content: date.replaceAll('-', '/') },
    { name: 'citation_technical_report_institution', content: publisher },
    ...(number === undefined ? [] : [{ name: 'citation_technical_report_number', content: number }]),
    ...(isbn === undefined ? [] : [{ name: 'citation_isbn', content: isbn }]),
    ...(doi === undefined ? [] : [{ name: 'citation_doi', content: doi }]),
    { name: 'citation_language', content: language },
  ]
}
