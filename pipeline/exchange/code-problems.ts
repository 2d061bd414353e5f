import type { Element } from 'xast'
import { problem, type Problem } from '../problem.ts'
import { localName, positionOf } from './xml.ts'

/** The problem of an inline code that stands for nothing: nobody knows what it was, or no text can have it. */
export function codeProblem(code: Element, file: string): Problem {
  return localName(code) === 'cp' ? impossibleSign(code, file) : lostCode(code, file)
}

function lostCode(code: Element, file: string): Problem {
  return problem({
    rule: 'exchange',
    file,
    position: positionOf(code),
    message: 'A mark within this text has lost what it stands for.',
    found: `<${code.name} id="${code.attributes['id'] ?? ''}"/>`,
    expected: 'the mark as the export wrote it, such as <ph id="1">[^1]</ph>',
    remedy: 'Export the text anew, and keep the marks in the tool as they are.',
  })
}

function impossibleSign(code: Element, file: string): Problem {
  return problem({
    rule: 'exchange',
    file,
    position: positionOf(code),
    message: 'A code within this text stands for a sign that no text can have.',
    found: `<${code.name} hex="${code.attributes['hex'] ?? ''}"/>`,
    expected: 'letters and signs that can be seen',
    remedy: 'Remove the sign in the tool: write the words around it anew.',
  })
}
