/** A DOI with or without the address that leads to it (ISO 26324; DOI Handbook, 2.2). */
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"<>]+)$/i

/** The DOI itself. Nothing for a text that is none. */
export function doiOf(text: string): string | undefined {
  return DOI.exec(text.trim())?.[1]
}
