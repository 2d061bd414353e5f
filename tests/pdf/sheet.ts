import type { TextEnds } from '../../pipeline/pdf/text-ends.ts'

/** Paper on which a text stands, as the browser tells of it. */
export const SHEET: TextEnds = {
  ends: [],
  paper: 800,
  height: 700,
  turned: { paper: 600, height: 500 },
  areBlocksLinked: true,
  beginsPage: true,
  spared: 0,
}
