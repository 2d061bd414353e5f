import type { GenericSchema } from 'valibot'
import { isCollection, isMap, isScalar, isSeq, visit, type Document, type Node, type Scalar } from 'yaml'
import { shown } from './identifier.ts'
import type { CutText } from '../model/document.ts'
import { fit } from './schema-errors.ts'
import { quoted } from './yaml-slips.ts'

const REMEDY = 'Put it in quotation marks, as shown.'

/** The problem of a YAML value that should be a text but is read as something else: a number, a boolean, null, a list. */
export function unquotedAt(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  source: string,
): { readonly found: string; readonly expected: string; readonly message: string; readonly remedy: string } | undefined {
  const node = document.getIn(path, true) as Node | undefined
  const [start, end] = node?.range ?? [0, 0]
  const line = source.slice(start, source.indexOf('\n', start) < 0 ? undefined : source.indexOf('\n', start))
  const own = isCollection(node) ? (node.flow ? line.trim() : '') : source.slice(start, end).trim() || line.trim()
  if (own === '') return undefined
  const name = typeof path.at(-1) === 'string' ? `${shown(String(path.at(-1)))}: ` : '- '
  const what = own.startsWith('#') ? 'a remark, since it begins with #' : isScalar(node) ? KINDS[typeof node.value] : 'a list or a group'
  return {
    message: `A text belongs here, and YAML takes this for ${what ?? 'no text'}.`,
    found: shown(own),
    expected: name + quoted(own),
    remedy: REMEDY,
  }
}

const KINDS: Readonly<Record<string, string>> = { number: 'a number', bigint: 'a number', boolean: 'yes or no', object: 'nothing' }

/** A text that YAML cuts short, and its offset. */
interface Cut extends Omit<CutText, 'position'> {
  readonly offset: number
}

/** A “#” that probably belongs to the text: directly before a word, or before a number. Few people write comments so. */
const LIKELY = /^[ \t]+#(?:[^\s#]| ?\d)/
const ANY = /^[ \t]+#/

/**
 * Finds texts that YAML cuts short: “ #” begins a comment, and a leading & or ! an anchor or tag.
 * @param isStrict whether every comment after a text counts
 */
export function cutTexts(document: Document.Parsed, source: string, schema: GenericSchema, isStrict: boolean): Cut[] {
  const cut = new Map<Scalar, Cut>()
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string' || !node.range) return
      const [start, end] = node.range
      const after = source.slice(end, source.indexOf('\n', end) < 0 ? undefined : source.indexOf('\n', end))
      const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
      const named = /(?:^|[ \t])([&!][^\s,[\]{}"']*[ \t]+)$/.exec(before)?.[1] ?? ''
      const isCut = node.type === 'PLAIN' && (isStrict ? ANY : LIKELY).test(after)
      // “C:\new” in double quotes has a line end in it.
      const own = source.slice(start, end)
      if (
        isStrict &&
        node.type === 'QUOTE_DOUBLE' &&
        /(?<!\\)(?:\\\\)*\\[abefnrtvNLP_]/.test(own) &&
        /[\p{Cc}\u0085\u2028\u2029]/u.test(node.value)
      )
        cut.set(node, {
          offset: start,
          message: 'A backslash and a letter make another sign within double quotation marks, such as the end of a line.',
          found: shown(own),
          expected: `'${own.slice(1, -1).replaceAll("'", "''")}'`,
          remedy: 'Put the text in single quotation marks, as shown.',
        })
      if (!isCut && named === '') return
      const whole = named + source.slice(start, end) + (isCut ? after.trimEnd() : '')
      cut.set(node, {
        offset: start,
        message: isCut
          ? 'This text ends before the #: YAML takes what follows for a remark.'
          : 'The first word of this text is lost: YAML takes it for a name.',
        found: shown(whole),
        expected: quoted(whole),
        remedy: isCut ? `${REMEDY} If it is a remark, write it on a line of its own.` : REMEDY,
      })
    },
  })
  if (cut.size === 0 || document.contents === null) return []
  // The schema tells which fields are texts: it accepts no number there.
  const texts = new Set<string>()
  const values = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }))) as unknown
  const paths = new Map<string, Cut>()
  const mark = (node: unknown, value: unknown, path: readonly PropertyKey[]): unknown => {
    if (isScalar(node) && cut.has(node)) {
      paths.set(path.join('\n'), cut.get(node)!)
      return 0
    }
    if (isSeq(node)) return node.items.map((each, index) => mark(each, (value as unknown[])[index], [...path, index]))
    if (!isMap(node)) return value
    const fields = node.items.map(({ key, value: each }): [string, unknown] => {
      const name = String(isScalar(key) ? key.value : key)
      return [name, mark(each, (value as Record<string, unknown>)[name], [...path, name])]
    })
    return Object.fromEntries(fields)
  }
  const fitted = fit(mark(document.contents, values, []), schema)
  if ('errors' in fitted) for (const { path, isText } of fitted.errors) if (isText) texts.add(path.join('\n'))
  return [...paths].flatMap(([path, each]) => (texts.has(path) ? [each] : []))
}
