const DATES = /\/(CreationDate|ModDate) \(D:(\d{14})\+00'00'\)/g

/**
 * Sets both dates of a PDF to one that does not come from the clock: the only bytes in which two prints of a page differ.
 * Returns a copy of the same length.
 * @throws Error where the browser did not write them as Chromium 153 does
 */
export function stamp(pdf: Uint8Array, date: Date): Uint8Array {
  const digits = date.toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const stamped = Buffer.from(pdf)
  // The information dictionary is the first object; what is further on may be a text that looks like it.
  const head = stamped.subarray(0, 4096).toString('latin1')
  const found = [...head.matchAll(DATES)]
  if (found.length !== 2) throw new Error(`The browser’s PDF has ${found.length} dates where two were expected.`)
  for (const match of found) stamped.write(digits, match.index + match[0].indexOf('D:') + 2, 'latin1')
  return stamped
}
