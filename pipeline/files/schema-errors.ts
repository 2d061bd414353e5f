import { safeParse, type BaseIssue, type GenericSchema } from 'valibot'
import { shown } from './identifier.ts'

type Issue = BaseIssue<unknown>

/** A value that does not match its schema, described for its writer. */
export interface SchemaError {
  readonly path: readonly (string | number)[]
  /** True if the last step of the path is wrong, rather than the value there. */
  readonly isName: boolean
  /** True if the schema expects a text there. */
  readonly isText: boolean
  readonly message: string
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

/** Validates a YAML or JSON value against a schema. Returns the parsed value, or all schema errors. */
export function fit<T>(
  value: unknown,
  schema: GenericSchema<unknown, T>,
): { readonly value: T } | { readonly errors: readonly SchemaError[] } {
  const result = safeParse(schema, value, { abortPipeEarly: true })
  return result.success
    ? { value: result.output }
    : { errors: allIssues(value, schema, result.issues).map((issue) => errorOf(issue, value)) }
}

/** As many unknown names as are told at once. */
const MOST_NAMES = 20

/** Issues of a value, with all unknown names: the schema tells one of a group at a time. */
function allIssues(value: unknown, schema: GenericSchema, first: readonly Issue[]): Issue[] {
  const issues = [...first]
  let rest = value
  for (let unknown = first.filter(isUnknownName); unknown.length > 0 && issues.length < MOST_NAMES;) {
    for (const { path = [] } of unknown) rest = without(rest, path.map(({ key }) => key)) // prettier-ignore
    const result = safeParse(schema, rest, { abortPipeEarly: true })
    unknown = result.success ? [] : result.issues.filter(isUnknownName)
    issues.push(...unknown)
  }
  return issues
}

function isUnknownName({ type, expected }: Pick<Issue, 'type' | 'expected'>): boolean {
  return type === 'strict_object' && expected === 'never'
}

/** A value without the field at a path. */
function without(value: unknown, [step, ...steps]: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each, at) => (at === step ? without(each, steps) : each))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      if (name !== String(step)) return [[name, each] as const]
      return steps.length === 0 ? [] : [[name, without(each, steps)] as const]
    }),
  )
}

function errorOf({ type, expected: kind, path: steps, message: expected }: Issue, value: unknown): SchemaError {
  const path = (steps ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const last = steps?.at(-1)
  const name = `“${shown(String(last?.key))}”`
  if (isUnknownName({ type, expected: kind })) {
    const message = `${nameOf(path)} is not known here.`
    return { path, isName: true, isText: false, message, found: name, expected, remedy: 'Correct the name of the field, or remove it.' }
  }
  if (last?.type === 'map' && last.origin === 'key')
    return {
      path,
      isName: true,
      isText: false,
      message: `The name ${name} cannot stand here.`,
      found: name,
      expected,
      remedy: 'Correct it.',
    }
  const found = path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value)
  const isAbsent = found === undefined || found === null
  const message =
    last || !isAbsent
      ? `${nameOf(path)} ${found === null ? 'is empty' : isAbsent ? 'is missing' : 'cannot be read'}.`
      : 'Nothing is written here.'
  return {
    path,
    isName: false,
    isText: type === 'string',
    message,
    found: described(found),
    expected,
    remedy: isAbsent ? 'Add it.' : 'Correct it.',
  }
}

/** Names the field at a path. The line number is given elsewhere. */
function nameOf(path: readonly (string | number)[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  if (typeof last === 'string') return `The field “${shown(last)}”`
  const field = path.findLastIndex((step) => typeof step === 'string')
  const entries = path.slice(field + 1).map((at) => `entry ${Number(at) + 1} of `)
  const name = field === -1 ? 'the file' : `“${shown(String(path[field]))}”`
  return `${entries.toReversed().join('')}${name}`.replace('e', 'E')
}

function described(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return `“${shown(value)}”`
  if (Array.isArray(value)) return value.every(isWord) ? shown(`[${value.join(', ')}]`) : 'a list'
  if (typeof value === 'object') return 'a group of fields'
  return JSON.stringify(value)
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}
