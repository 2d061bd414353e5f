/** A file for a translator’s tool. */
export interface ExportFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** Number of texts in it. */
  readonly count: number
}
