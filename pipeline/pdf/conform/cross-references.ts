import { PDFCrossRefStream } from '@cantoo/pdf-lib'

interface Entry {
  readonly ref: { readonly objectNumber: number }
}

/** Adds an entry in its place by object number, which is found by halves. */
function appendEntry(this: { readonly entries: Entry[] }, entry: Entry): void {
  let [low, high] = [0, this.entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (this.entries[middle]!.ref.objectNumber > entry.ref.objectNumber) high = middle
    else low = middle + 1
  }
  this.entries.splice(low, 0, entry)
}

/**
 * Has the library write cross-references in good time: itself it looks through all entries from the first on for each that
 * it adds, which for 300 pages takes a third of the time of saving.
 */
export function hastenCrossReferences(): void {
  Object.defineProperty(PDFCrossRefStream.prototype, 'appendEntry', { value: appendEntry })
}
