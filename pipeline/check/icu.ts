import { TYPE, parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

/** A run of an ICU message: text with its offset, or an argument, which has no text. */
export interface Literal {
  readonly text: string | undefined
  readonly start: number
}

/** An argument of a message: name, type and, for a choice, its options. */
export interface Argument {
  readonly name: string
  readonly type: 'value' | 'number' | 'date' | 'time' | 'select' | 'plural' | 'ordinal'
  readonly options: readonly string[]
}

const parsed = new Map<string, readonly MessageFormatElement[] | Error>()

/** The elements of a message, or the syntax error. */
function elementsOf(message: string): readonly MessageFormatElement[] | Error {
  const known = parsed.get(message)
  if (known) return known
  const elements = attempt(message)
  parsed.set(message, elements)
  return elements
}

function attempt(message: string): readonly MessageFormatElement[] | Error {
  try {
    return parse(message, { captureLocation: true, shouldParseSkeletons: false })
  } catch (error) {
    return error as Error
  }
}

/** The syntax error of a text as an ICU message. Absent if it is valid. */
export function syntaxError(message: string): string | undefined {
  const elements = elementsOf(message)
  if (elements instanceof Error) return elements.message.toLowerCase().replaceAll('_', ' ')
  // The parser accepts a closing brace without an opening one; ICU does not.
  return !message.includes("'") && literalsOf(message)!.some(({ text }) => text?.includes('}')) ? 'unmatched closing brace' : undefined
}

/** The texts in a message, in order. Each branch of a choice ends with a line feed. Absent if the message is invalid. */
export function literalsOf(message: string): Literal[] | undefined {
  const all = elementsOf(message)
  if (all instanceof Error) return undefined
  const literals: Literal[] = []
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      const start = element.location?.start.offset ?? 0
      if (element.type === TYPE.literal) literals.push({ text: element.value, start })
      else if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) {
          visit(option.value)
          literals.push({ text: '\n', start: (option.location?.end.offset ?? start) - 1 })
        }
      } else if (element.type === TYPE.tag) visit(element.children)
      else literals.push({ text: undefined, start })
    }
  }
  visit(all)
  if (literals.at(-1)?.text === '\n') literals.pop()
  return literals
}

/** A message with its texts written otherwise; arguments, choices and tags stay. Unchanged if the message is invalid. */
export function rewriteLiterals(message: string, write: (text: string) => string): string {
  const all = elementsOf(message)
  if (all instanceof Error) return message
  let written = ''
  let done = 0
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal) {
        const { start, end } = element.location!
        written += message.slice(done, start.offset) + write(message.slice(start.offset, end.offset))
        done = end.offset
      } else if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value)
      } else if (element.type === TYPE.tag) visit(element.children)
    }
  }
  visit(all)
  return written + message.slice(done)
}

/** The arguments of a message, including those in branches. Absent if the message is invalid. */
export function argumentsOf(message: string): Argument[] | undefined {
  const all = elementsOf(message)
  if (all instanceof Error) return undefined
  const found: Argument[] = []
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        const ordinal = element.type === TYPE.plural && element.pluralType === 'ordinal'
        found.push({
          name: element.value,
          type: element.type === TYPE.select ? 'select' : ordinal ? 'ordinal' : 'plural',
          options: Object.keys(element.options),
        })
        for (const option of Object.values(element.options)) visit(option.value)
      } else if (element.type === TYPE.tag) visit(element.children)
      else if (element.type === TYPE.argument) found.push({ name: element.value, type: 'value', options: [] })
      else if (element.type === TYPE.number) found.push({ name: element.value, type: 'number', options: [] })
      else if (element.type === TYPE.date) found.push({ name: element.value, type: 'date', options: [] })
      else if (element.type === TYPE.time) found.push({ name: element.value, type: 'time', options: [] })
    }
  }
  visit(all)
  return found
}
