import { asCalled } from '../files/called.ts'
import { problem, type Problem } from '../problem.ts'
import { readPdf, type Reading } from './reading.ts'
import type { Rule } from './rule.ts'
import { ANNOTATION_RULES } from './rules/annotations.ts'
import { APPEARANCE_RULES } from './rules/appearance.ts'
import { BYTE_RULES } from './rules/bytes.ts'
import { COLOUR_RULES } from './rules/colours.ts'
import { DOCUMENT_RULES } from './rules/document.ts'
import { FILE_RULES } from './rules/file.ts'
import { FONT_RULES } from './rules/fonts.ts'
import { MARK_RULES } from './rules/marks.ts'
import { METADATA_RULES } from './rules/metadata.ts'
import { NESTING_RULES } from './rules/nesting.ts'
import { STRUCTURE_RULES } from './rules/structure.ts'
import { TABLE_RULES } from './rules/tables.ts'
import { wordsOf } from './words.ts'

/** All rules, by clauses of ISO 14289-1 (`ua-`) and ISO 19005-2 (`a-`). */
export const RULES: readonly Rule[] = [
  ...FILE_RULES,
  ...BYTE_RULES,
  ...METADATA_RULES,
  ...DOCUMENT_RULES,
  ...STRUCTURE_RULES,
  ...NESTING_RULES,
  ...TABLE_RULES,
  ...MARK_RULES,
  ...FONT_RULES,
  ...COLOUR_RULES,
  ...APPEARANCE_RULES,
  ...ANNOTATION_RULES,
]

/** Limit of reported findings per rule. */
const TOLD = 5

/** A requirement that a PDF does not meet. */
export interface Lack {
  readonly rule: string
  readonly expected: string
  readonly found: string
  /** The words concerned, if they can be found. */
  readonly words: string | undefined
}

/**
 * The requirements of PDF/UA-1 and PDF/A-2a that a PDF does not meet, by rule.
 * @throws Error if the PDF cannot be read
 */
export async function lacksOf(bytes: Uint8Array): Promise<Lack[]> {
  return lacksIn(await readPdf(bytes))
}

function lacksIn(pdf: Reading): Lack[] {
  return RULES.flatMap((rule) => {
    const found = findings(rule, pdf)
    if (found.length === 0) return []
    const told = `${found.slice(0, TOLD).join('; ')}${found.length > TOLD ? ` and ${found.length - TOLD} more` : ''}`
    return [{ rule: rule.id, expected: rule.expected, found: told, words: wordsOf(pdf, found[0]!) }]
  })
}

/** Problems of a published PDF, one per rule. An unreadable file is one problem. */
export async function verifyPdf(file: string, bytes: Uint8Array): Promise<Problem[]> {
  return (await readAndVerify(file, bytes)).problems
}

/** Problems of a published PDF, with the parsed PDF if it is readable. */
export async function readAndVerify(file: string, bytes: Uint8Array): Promise<{ readonly pdf?: Reading; readonly problems: Problem[] }> {
  const remedy = `Build it again with ${asCalled('build')}: a build publishes no PDF that does not conform, and tells the words that are the cause, with their line.`
  try {
    const pdf = await readPdf(bytes)
    const problems = lacksIn(pdf).map(({ rule, found, expected, words }) =>
      problem({
        rule,
        file,
        message: 'This PDF does not conform.',
        found: words === undefined ? found : `${found}, at “${words}”`,
        expected,
        remedy,
      }),
    )
    return { pdf, problems }
  } catch (error) {
    const found = String(error)
    return { problems: [problem({ rule: 'pdf', file, message: 'This PDF cannot be read.', found, expected: 'a whole PDF', remedy })] }
  }
}

/** Findings of a rule. If the rule fails because an object has a wrong type, that is the finding. */
function findings({ check }: Rule, pdf: Reading): string[] {
  try {
    return check(pdf)
  } catch (error) {
    return [String(error)]
  }
}
