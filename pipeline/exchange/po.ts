import { gettextName } from '../language/gettext-name.ts'
import type { ExchangedTexts, Unit } from '../model/exchange.ts'
import { Failure, problem, type Problem } from '../problem.ts'
import type { Format } from './format.ts'
import { parsePo, poField, type PoEntry } from './po-entries.ts'
import { KINDS, remarkText } from './remarks.ts'

/** Names our own marks: header fields, and the reference that carries the digest of the exported text. */
const OWN = 'X-Editions-'
const EXPORTED = 'editions:'

/** GNU gettext’s PO: the key as context, a stale text as fuzzy with the source that it answers. */
export const po: Format = {
  extension: '.po',
  name: 'PO',
  write: ({ document, title, source, target, units }) => {
    const header = Object.entries({
      'Project-Id-Version': title,
      'PO-Revision-Date': '',
      'Last-Translator': '',
      'Language-Team': '',
      Language: gettextName(target),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=UTF-8',
      'Content-Transfer-Encoding': '8bit',
      'X-Source-Language': source,
      [`${OWN}Document`]: document,
    })
    const lines = header.map(([name, value]) => `${name}: ${value.replaceAll(/\s+/g, ' ')}`.trim())
    const first = ['msgid ""', poField('msgstr', `${lines.join('\n')}\n`)].join('\n')
    return `${[first, ...units.map(entryText)].join('\n\n')}\n`
  },
  isOwn: (content) => /^\s*(?:#|msgid|msgctxt)/.test(content),
  read: (content, file) => {
    const entries = parsePo(content, file)
    const header = headerOf(entries)
    const own = entries.filter((entry) => !entry.isObsolete && !isHeader(entry))
    const problems = own.flatMap((entry) => (isPlural(entry) || !entry.fields.get('msgctxt') ? [unlike(entry, file)] : []))
    if (problems.length > 0) throw new Failure(...problems)
    const texts: ExchangedTexts = {
      document: header.get(`${OWN}Document`) ?? '',
      title: header.get('Project-Id-Version') ?? '',
      source: header.get('X-Source-Language') ?? '',
      target: header.get('Language') ?? '',
      units: own.map(unitOf),
    }
    return [texts]
  },
}

function entryText({ key, kind, source, text, state, basis, exported, remarks = [], place }: Unit): string {
  const comments = [KINDS[kind ?? 'message'], ...remarks.map(remarkText)].flatMap((each) => each.split(/\r\n?|\n/))
  const references = [...(place ? [`${place.file}:${place.line}`] : []), ...(exported === undefined ? [] : [EXPORTED + exported])]
  return [
    ...comments.map((line) => `#. ${line}`),
    ...(references.length > 0 ? [`#: ${references.join(' ')}`] : []),
    ...(state === 'stale' ? ['#, fuzzy'] : []),
    ...(state === 'stale' && basis !== undefined
      ? poField('msgid', basis)
          .split('\n')
          .map((line) => `#| ${line}`)
      : []),
    poField('msgctxt', key),
    poField('msgid', source),
    poField('msgstr', text),
  ].join('\n')
}

function unitOf({ line, comments, fields }: PoEntry): Unit {
  const text = fields.get('msgstr') ?? ''
  const isFuzzy = comments.some((each) => each.startsWith('#,') && /\bfuzzy\b/.test(each))
  const former = comments.filter((each) => each.startsWith('#|')).map((each) => each.slice(2))
  const references = comments.filter((each) => each.startsWith('#:')).flatMap((each) => each.slice(2).trim().split(/\s+/))
  return {
    key: fields.get('msgctxt')!,
    source: fields.get('msgid') ?? '',
    text,
    state: text === '' ? 'missing' : isFuzzy ? 'stale' : 'translated',
    basis: isFuzzy && former.length > 0 ? parsePo(former.join('\n'), '')[0]?.fields.get('msgid') : undefined,
    exported: references.find((each) => each.startsWith(EXPORTED))?.slice(EXPORTED.length),
    position: { line, column: 1 },
  }
}

function isHeader({ fields }: PoEntry): boolean {
  return fields.get('msgid') === '' && !fields.get('msgctxt')
}

function headerOf(entries: readonly PoEntry[]): Map<string, string> {
  const lines = entries.find(isHeader)?.fields.get('msgstr')?.split('\n') ?? []
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const))
}

function isPlural({ fields }: PoEntry): boolean {
  return fields.has('msgid_plural')
}

/** The problem of an entry that no export writes. */
function unlike(entry: PoEntry, file: string): Problem {
  const place = { rule: 'exchange', file, position: { line: entry.line, column: 1 } }
  return isPlural(entry)
    ? problem({
        ...place,
        message: 'This entry has plural forms, which no text here has as entries of its own.',
        found: 'msgid_plural',
        expected: 'one msgid and one msgstr; plurals of interface texts stand in the message',
        remedy: 'Remove the entry, or export the file anew.',
      })
    : problem({
        ...place,
        message: 'This entry does not say which text it is.',
        found: 'no msgctxt',
        expected: 'the key of the text as msgctxt, as the export wrote it',
        remedy: 'Remove the entry, or export the file anew.',
      })
}
