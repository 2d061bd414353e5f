import { bodiesIn, type Body } from '../cross-references.ts'
import type { Rule } from '../rule.ts'

const EOL = '(?:\\r\\n|\\r|\\n)'
/** Beginning and end of an object, each on a line of its own (ISO 19005-2, 6.1.9). */
const BEGINS = new RegExp(`^\\d+ \\d+ obj${EOL}`)
const ENDS = new RegExp(`${EOL}endobj${EOL}+$`)
/** Beginning of a stream, with an unambiguous line end, and its end (6.1.7.1). */
const STREAM_BEGINS = />>\s*stream(?=(\r?\n)?)/
const STREAM_ENDS = new RegExp(`${EOL}endstream${EOL}endobj\\s*$`)
/** Number of last characters that contain the end of an object. */
const TAIL = 64

const isStream = ({ text }: Body): boolean => /endstream\s*endobj\s*$/.test(text.slice(-TAIL))

const object = ({ number }: Body): string => `object ${number}`

/** Rules on the bytes of uncompressed objects. */
export const BYTE_RULES: readonly Rule[] = [
  {
    id: 'a-6.1.4',
    expected: 'cross-references that say where each object begins',
    check: (pdf) => {
      const { bodies, fault } = bodiesIn(pdf)
      const elsewhere = bodies.filter(({ number, generation, text }) => !text.startsWith(`${number} ${generation} obj`))
      return [...(fault === undefined ? [] : [fault]), ...elsewhere.map(object)]
    },
  },
  {
    id: 'a-6.1.7.1-2',
    expected: 'streams that begin after an end of line, and end before one',
    check: (pdf) =>
      bodiesIn(pdf)
        .bodies.filter((body) => isStream(body) && !(STREAM_BEGINS.exec(body.text)?.[1] && STREAM_ENDS.test(body.text.slice(-TAIL))))
        .map(object),
  },
  {
    id: 'a-6.1.9',
    expected: 'objects that begin and end on lines of their own',
    check: (pdf) =>
      bodiesIn(pdf)
        .bodies.filter(({ text, before }) => !(/[\r\n]/.test(before) && BEGINS.test(text) && ENDS.test(text.slice(-TAIL))))
        .map(object),
  },
]
