import type { Edit } from './edits.ts'

const ARTIFACTS = {
  header: '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top] >>BDC\n',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom] >>BDC\n',
  layout: '/Artifact <</Type /Layout >>BDC\n',
} as const

/** Notes where artifacts begin and end in a content stream. */
export interface Artifacts {
  readonly bounds: Edit[]
  /** Begins one, which ends another of a different kind. @param depth how many marks are open around it */
  begin(at: number, kind: keyof typeof ARTIFACTS, depth: number): void
  /** Ends the one that is open, if any. */
  end(at: number): void
  /** Ends it where the mark around it ends. */
  close(at: number, depth: number): void
}

export function createArtifacts(): Artifacts {
  const bounds: Edit[] = []
  let open: { kind: keyof typeof ARTIFACTS; depth: number } | undefined
  const end = (at: number): void => {
    if (open) bounds.push({ start: at, end: at, text: 'EMC\n' })
    open = undefined
  }
  return {
    bounds,
    end,
    begin: (at, kind, depth) => {
      if (open?.kind === kind) return
      end(at)
      bounds.push({ start: at, end: at, text: ARTIFACTS[kind] })
      open = { kind, depth }
    },
    close: (at, depth) => {
      if (open && depth <= open.depth) end(at)
    },
  }
}
