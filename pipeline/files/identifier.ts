import { visible } from './visible.ts'

/** Ids name folders, keys and addresses: lower-case ASCII words with hyphens, so that no id can leave its folder or differ by case alone. */
const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST = 128

/** What an id must look like, for error messages. */
export const IDENTIFIER_FORM = `lower-case letters a–z, digits and single hyphens, at most ${LONGEST} characters, such as conference-summary`

/** Whether a text may serve as an id of a document, a session, a person or an organisation. */
export function isIdentifier(text: string): boolean {
  return text.length <= LONGEST && IDENTIFIER.test(text)
}

/**
 * Whether a name is that of a device on Windows, with or without an ending: no file or folder can be called so there,
 * and no copy of the publication be made (Microsoft, “Naming Files, Paths, and Namespaces”).
 */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i.test(name)
}

/** A text from outside, fit to be shown: control characters made visible, cut to a readable length. */
export function shown(text: string): string {
  const line = visible(text)
  return line.length > 80 ? `${line.slice(0, 80)}… (${text.length} characters)` : line
}
