/** Something in an author’s file that became no text of the document, or became it in another form. */
export interface Notice {
  /** `lost` is not in the document; `changed` is, in another form; `note` is good to know. */
  readonly kind: 'lost' | 'changed' | 'note'
  readonly what: string
  /** What it asks to be written, where that is asked of new documents alone. */
  readonly asks?: 'description' | undefined
  /** The heading above and the words nearby: these files have no lines. */
  readonly place?: string | undefined
  readonly remedy?: string | undefined
}

/** A place in a text that has no lines. */
export function placeText(heading: string, near: string): string | undefined {
  const parts = [heading && `under “${beginning(heading)}”`, near && `at “${beginning(near)}”`]
  return parts.filter((part) => part !== '').join(', ') || undefined
}

const MOST_SHOWN = 60

/** The beginning of a text on one line, cut at a word. */
export function beginning(text: string, most = MOST_SHOWN): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}
