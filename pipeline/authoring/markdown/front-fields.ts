import type { Root } from 'mdast'
import { parseDocument } from 'yaml'
import { beginning, type Notice } from '../notice.ts'
import type { Properties } from '../properties.ts'

type Field = keyof Properties | 'subtitle'

/** What front matter says. */
export type Said = Properties & { readonly subtitle?: string }

/** Fields of front matter that say what the properties of an office file say, by the names that tools give them. */
const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  subtitle: 'subtitle',
  author: 'author',
  authors: 'author',
  description: 'description',
  summary: 'description',
  abstract: 'description',
  date: 'date',
  language: 'language',
  lang: 'language',
}

const LONGEST = 300
const REMEDY = 'Write into document.md what of them readers need.'

/** Takes what the front matter of a tree says. What else stands there is told. A person wrote it: nothing in it is a program’s. */
export function frontFields(tree: Root): { said: Said; notices: Notice[] } {
  const [first] = tree.children
  const kind: string | undefined = first?.type
  if (!first || !('value' in first) || (kind !== 'yaml' && kind !== 'toml')) return { said: {}, notices: [] }
  const { fields, unread } = (kind === 'yaml' && inYaml(first.value)) || inLines(first.value)
  const said: Partial<Record<Field, string>> = {}
  const others: string[] = []
  for (const [name, content] of fields) {
    const field = Object.hasOwn(FIELDS, name.toLowerCase()) ? FIELDS[name.toLowerCase()] : undefined
    const text = field && textFor(field, content)
    if (text !== undefined && field && said[field] === undefined) said[field] = text
    else others.push(isShown(content) ? `${name} (${shown(content)})` : name)
  }
  const notices: Notice[] = []
  if (others.length > 0) notices.push({ kind: 'lost', what: `Fields of the front matter that were not taken: ${others.join(', ')}.`, remedy: REMEDY }) // prettier-ignore
  if (unread.trim() !== '') notices.push({ kind: 'lost', what: `Lines of the front matter that could not be read: ${beginning(unread, LONGEST)}`, remedy: REMEDY }) // prettier-ignore
  return { said, notices }
}

interface Fields {
  readonly fields: readonly (readonly [name: string, content: unknown])[]
  readonly unread: string
}

/** The fields of front matter in YAML; undefined for what is none. */
function inYaml(text: string): Fields | undefined {
  const document = parseDocument(text, { schema: 'failsafe' })
  if (document.errors.length > 0) return undefined
  try {
    const fields: unknown = document.toJS({ maxAliasCount: 50 })
    if (fields === null || fields === '') return { fields: [], unread: text }
    return typeof fields === 'object' && !Array.isArray(fields) ? { fields: Object.entries(fields), unread: '' } : undefined
  } catch {
    // An alias leads nowhere, or to far too much.
    return undefined
  }
}

/** A field on a line, of TOML or of YAML that has errors elsewhere: such as a colon in a title. */
const LINE = /^([\w-]+)[ \t]*(?:=|:(?=\s))[ \t]*([^\s&*!|>{[].*?|\[.*\])[ \t]*$/

function inLines(text: string): Fields {
  const fields: (readonly [string, unknown])[] = []
  const unread: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, name, content] = LINE.exec(line) ?? []
    const value = name === undefined ? undefined : unquoted(content!)
    if (value === undefined) unread.push(line)
    else fields.push([name!, value])
  }
  return { fields, unread: unread.join('\n') }
}

/** A value of JSON’s form, as TOML and YAML have it too; else the words as they stand; undefined for a list in another form. */
function unquoted(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text.startsWith('[') ? undefined : (/^'(.*)'$/.exec(text)?.[1] ?? text)
  }
}

/** The text of a field; undefined where it cannot be that field’s. */
function textFor(field: Field, content: unknown): string | undefined {
  const texts = [content].flat().map((each) => (isNamed(each) ? each.name : typeof each === 'number' ? String(each) : each))
  if (!texts.every((each): each is string => typeof each === 'string' && each.trim() !== '')) return undefined
  const text = texts.map((each) => each.replaceAll(/\s+/g, ' ').trim()).join('; ')
  if (field === 'author') return text
  if (texts.length !== 1) return undefined
  if (field === 'date') return dayOf(text)
  return text
}

/** A person as Quarto, Docusaurus and others write one. What else is said of them has no place. */
function isNamed(content: unknown): content is { readonly name: string } {
  return typeof content === 'object' && content !== null && Object.keys(content).length === 1 && 'name' in content
}

/** The day of a date in ISO 8601; undefined for what is none. */
function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?!\d)/.exec(text)?.[0]
  const date = new Date(`${day}T00:00:00Z`)
  return day !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined
}

function isShown(content: unknown): boolean {
  return content !== null && content !== ''
}

function shown(content: unknown): string {
  return beginning(typeof content === 'string' ? content : JSON.stringify(content, withoutRings()), LONGEST)
}

/** For `JSON.stringify`: an anchor within itself has no end. */
function withoutRings(): (key: string, value: unknown) => unknown {
  const seen = new Set<unknown>()
  return (_, value) => {
    if (typeof value !== 'object' || value === null) return value
    if (seen.has(value)) return '…'
    seen.add(value)
    return value
  }
}
