import { visible } from './visible.ts'

/**
 * Ids name folders, keys and addresses. They are lower-case ASCII words with hyphens, so that no id can leave its folder or
 * differ from another by case only.
 */
const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST = 128

/** Description of a valid id, for error messages. */
export const IDENTIFIER_FORM = `lower-case letters a–z, digits and single hyphens, at most ${LONGEST} characters, such as conference-summary`

/** True if a text is a valid id of a document, session, person or organisation. */
export function isIdentifier(text: string): boolean {
  return text.length <= LONGEST && IDENTIFIER.test(text)
}

/**
 * True if a name is a device name on Windows, with or without an extension. No file or folder can have such a name there, so that
 * the publication could not be copied (Microsoft, “Naming Files, Paths, and Namespaces”).
 */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i.test(name)
}

/** Prepares an external text for display: makes control characters visible, and shortens it to a readable length. */
export function shown(text: string): string {
  const line = visible(text)
  return line.length > 80 ? `${line.slice(0, 80)}… (${text.length} characters)` : line
}
