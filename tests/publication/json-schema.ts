import { knownTags } from '../../pipeline/language/registry.ts'
import { languageTag } from '../../pipeline/publication/schema.ts'

/** As much of a valibot schema as tells what an editor may offer. */
interface Part {
  readonly type: string
  readonly pipe?: readonly Part[]
  readonly message?: unknown
  readonly entries?: Readonly<Record<string, Part>>
  readonly options?: readonly (Part | string)[]
  readonly item?: Part
  readonly wrapped?: Part
  readonly value?: Part
  readonly getter?: (value: unknown) => Part
}

/** A schema as editors read it, in JSON Schema: fields, what each is to hold, and what may be chosen from. */
export function editorSchema(schema: unknown): object {
  const part = schema as Part
  const all = [part, ...(part.pipe ?? []).flatMap((each) => [each, ...(each.pipe ?? [])])]
  // What is an object is checked before its fields are.
  const holder = all.find(({ type }) => type === 'strict_object' || type === 'map') ?? all[0]!
  const description = all.map(({ message }) => message).find((message) => typeof message === 'string')
  return { ...told(part, holder), ...(description !== undefined && { description }) }
}

function told(part: Part, holder: Part): object {
  // Any tag may have a pack of the publication’s own.
  if (part === (languageTag as unknown)) return { anyOf: [{ enum: knownTags() }, { type: 'string' }] }
  switch (holder.type) {
    case 'strict_object': {
      const fields = Object.entries(holder.entries!)
      return {
        type: 'object',
        properties: Object.fromEntries(fields.map(([name, field]) => [name, editorSchema(field)])),
        required: fields.filter(([, { type }]) => type !== 'optional').map(([name]) => name),
        additionalProperties: false,
      }
    }
    case 'map':
      return { type: 'object', additionalProperties: editorSchema(holder.value) }
    case 'array':
      return { type: 'array', items: editorSchema(holder.item) }
    case 'optional':
      return editorSchema(holder.wrapped)
    case 'lazy':
      return { anyOf: ['', {}].map((value) => editorSchema(holder.getter!(value))) }
    case 'union':
      return { anyOf: (holder.options as readonly Part[]).map(editorSchema) }
    case 'picklist':
      return { enum: holder.options }
    case 'boolean':
    case 'string':
      return { type: holder.type }
    default:
      throw new Error(`No editor is told of ${holder.type}.`)
  }
}
