import { failure, type Failure } from '../problem.ts'
import { deepestIn, positionIn } from './deepest.ts'

/** What would occupy the parser for long, and where. */
export interface Excess {
  readonly offset: number
  readonly found: string
}

/** Limits far beyond any file that people write. */
const LONGEST = 1_000_000
const MARKS = 50_000
const DEEPEST = 20

/** What would occupy the parser for minutes: it recurses for each nested group on one line. */
export function excessIn(text: string): Excess | undefined {
  if (text.length > LONGEST) return { offset: LONGEST, found: `more than ${LONGEST} characters` }
  const [last] = [...text.matchAll(/[,{}[\]&*!?]/g)].slice(MARKS)
  if (last) return { offset: last.index, found: `more than ${MARKS} marks of YAML` }
  let offset = 0
  for (const line of text.split('\n')) {
    const groups = /^[ \t]*(?:[-?:](?:[ \t]+|$))*/.exec(line)?.[0].match(/[-?:]/g)?.length ?? 0
    if (groups > DEEPEST) return { offset, found: `more than ${DEEPEST} groups in each other that begin on one line` }
    offset += line.length + 1
  }
  return undefined
}

/** The place where a text is nested too deeply. */
export function depthOf(text: string): Excess {
  return { offset: deepestIn(text), found: 'brackets or indentation nested too deeply' }
}

/** The place where aliases begin that stand for more than any document needs. */
export function aliasesIn(text: string): Excess {
  return { offset: Math.max(text.search(/(?<=[\s,:[-])\*\w/), 0), found: 'more aliases (*name) than any document needs' }
}

/** @param firstLine line of the file on which the text starts */
export function tooComplex(text: string, file: string, firstLine: number, { offset, found }: Excess): Failure {
  return failure({
    rule: 'too-complex',
    file,
    position: positionIn(text, offset, firstLine),
    message: 'This file is too complex to read.',
    found,
    remedy: 'Write the values out plainly.',
  })
}
