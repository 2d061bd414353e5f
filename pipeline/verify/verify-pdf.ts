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

/** What a PDF is held against: clauses of ISO 14289-1 (`ua-`) and of ISO 19005-2 (`a-`). */
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

/** Of many findings of one rule these are told. */
const TOLD = 5

/** What a PDF lacks. */
export interface Lack {
  readonly rule: string
  readonly expected: string
  readonly found: string
  /** The words that it is about, where they can be found. */
  readonly words: string | undefined
}

/**
 * What a PDF lacks of PDF/UA-1 and PDF/A-2a, by rule.
 * @throws Error where it cannot be read
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

/** What a published PDF lacks, a problem for each rule. A file that cannot be read is one problem. */
export async function verifyPdf(file: string, bytes: Uint8Array): Promise<Problem[]> {
  return (await readAndVerify(file, bytes)).problems
}

/** The same, with the PDF as it was read, where it can be. */
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

/** What a rule finds, or why it cannot look: what it looks at is of another type than the standard says. */
function findings({ check }: Rule, pdf: Reading): string[] {
  try {
    return check(pdf)
  } catch (error) {
    return [String(error)]
  }
}
