import { gettextName } from '../language/gettext-name.ts'
import type { Asking, ExchangedTexts, Unit } from '../model/exchange.ts'
import { Failure, problem, type Problem } from '../problem.ts'
import type { Format } from './format.ts'
import { parsePo, poField, type PoEntry } from './po-entries.ts'
import { KINDS, remarkText } from './remarks.ts'
import { said, wording } from '../wording.ts'

/** Prefix of our own header fields. */
const OWN = 'X-Editions-'

/** A reference that carries the key and the digest of the exported text. Tools keep references, and some drop contexts. */
const REFERENCE = /^editions\/(\S*):([0-9a-f]+)$/

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
  // Markdown begins with a # as well.
  isOwn: (content) => /^\s*(?:#|msgid|msgctxt)/.test(content) && /^(?:#~ *)?msgid\b/m.test(content),
  read: (content, file) => {
    const entries = parsePo(content, file)
    const header = headerOf(entries)
    const own = entries.filter((entry) => !entry.isObsolete && !isHeader(entry))
    const problems = [...unlike(own.filter(isPlural), PLURAL, file), ...unlike(own.filter(isNameless), NAMELESS, file)]
    if (problems.length > 0) throw new Failure(...problems)
    const texts: ExchangedTexts = {
      document: header.get(`${OWN}Document`) ?? '',
      title: header.get('Project-Id-Version') ?? '',
      source: header.get('X-Source-Language') ?? '',
      target: header.get('Language') ?? '',
      units: own.map((entry) => unitOf(entry, file)),
    }
    return [texts]
  },
}

function entryText({ key, kind, source, text, state, basis, exported, remarks = [], place }: Unit): string {
  const comments = [KINDS[kind ?? 'message'], ...remarks.map(remarkText)].flatMap((each) => each.split(/\r\n?|\n/))
  const references = [
    ...(place ? [`${place.file}:${place.line}`] : []),
    ...(exported === undefined ? [] : [`editions/${/\s/.test(key) ? '' : key}:${exported}`]),
  ]
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

function unitOf({ line, comments, fields }: PoEntry, file: string): Unit {
  const text = fields.get('msgstr') ?? ''
  const isFuzzy = comments.some((each) => each.startsWith('#,') && /\bfuzzy\b/.test(each))
  const former = comments.filter((each) => each.startsWith('#|')).map((each) => each.slice(2))
  // The former source stands right above the entry’s first field.
  const basis = (): string | undefined => parsePo(former.join('\n'), file, line - former.length)[0]?.fields.get('msgid')
  const [, key, exported] = referenceOf(comments) ?? []
  return {
    key: fields.get('msgctxt') || key!,
    source: fields.get('msgid') ?? '',
    text,
    state: text === '' ? 'missing' : isFuzzy ? 'stale' : 'translated',
    basis: isFuzzy && former.length > 0 ? basis() : undefined,
    exported,
    asked: commentOf(comments),
    position: { line, column: 1 },
  }
}

/** What the translator has written beside an entry: lines of “#” alone, of which our own files have none. */
function commentOf(comments: readonly string[]): Asking[] {
  const own = comments.filter((each) => /^#(?![.,:|~=])/.test(each)).map((each) => each.slice(1).trim())
  const text = own.join('\n').trim()
  return text === '' ? [] : [{ text }]
}

function referenceOf(comments: readonly string[]): readonly string[] | undefined {
  const references = comments.filter((each) => each.startsWith('#:')).flatMap((each) => each.slice(2).trim().split(/\s+/))
  return references.map((each) => REFERENCE.exec(each)).find((match) => match !== null)
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

function isNameless({ fields, comments }: PoEntry): boolean {
  return !fields.get('msgctxt') && !referenceOf(comments)?.[1]
}

type Wording = Readonly<Record<'message' | 'found' | 'expected', string>>

const PLURAL: Wording = {
  message: 'This entry has plural forms, which no text here has as entries of its own.',
  found: 'msgid_plural',
  expected: 'one msgid and one msgstr; plurals of interface texts stand in the message',
}
const NAMELESS: Wording = {
  message: 'This entry does not say which text it is.',
  found: 'no msgctxt',
  expected: 'the key of the text as msgctxt, as the export wrote it',
}

/** The problem of entries that no export writes, at the first of them. */
function unlike([first, ...others]: readonly PoEntry[], { message, found, expected }: Wording, file: string): Problem[] {
  if (!first) return []
  const position = { line: first.line, column: 1 }
  const count = others.length > 0 ? wording`${{ found: said(found) }}, here and in ${{ count: others.length }} more` : found
  const remedy = 'Remove such entries, or export the file anew.'
  return [problem({ rule: 'exchange', file, position, message, found: count, expected, remedy })]
}
