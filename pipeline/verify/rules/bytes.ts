import { bodiesIn, type Body } from '../cross-references.ts'
import type { Rule } from '../rule.ts'

const EOL = '(?:\\r\\n|\\r|\\n)'
/** How an object begins and ends: on lines of their own (ISO 19005-2, 6.1.9). */
const BEGINS = new RegExp(`^\\d+ \\d+ obj${EOL}`)
const ENDS = new RegExp(`${EOL}endobj${EOL}+$`)
/** How a stream begins, so that nobody takes an end of line for data, and how it ends (6.1.7.1). */
const STREAM_BEGINS = />>\s*stream(?=(\r?\n)?)/
const STREAM_ENDS = new RegExp(`${EOL}endstream${EOL}endobj\\s*$`)
/** So many last characters hold the end of an object. */
const TAIL = 64

const isStream = ({ text }: Body): boolean => /endstream\s*endobj\s*$/.test(text.slice(-TAIL))

const object = ({ number }: Body): string => `object ${number}`

/** Where objects stand in the bytes of the file, those that are not packed together. */
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
