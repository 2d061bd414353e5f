import { join } from 'node:path'
import { changeLocales } from '../catalog/alone.ts'
import { GLOSSARY_FILE } from '../catalog/glossary.ts'
import { planTerms, type TermPlan, type TermRemark } from '../exchange/plan-terms.ts'
import type { ReadTerms, TermPlace } from '../exchange/tbx.ts'
import { formsText } from '../exchange/term-forms.ts'
import { readRevision, replace } from '../files/swap.ts'
import { visible } from '../files/visible.ts'
import { originOf } from '../language/registry.ts'
import type { Wordings } from '../language/wordings.ts'
import type { Publication } from '../model/publication.ts'
import { failure, type Failure } from '../problem.ts'
import { wording, type Worded } from '../wording.ts'
import { table } from './table.ts'

/** A file of terms, as it was read. */
export interface FileTerms extends ReadTerms {
  readonly file: string
}

/** A publication as a place of terms: languages that are derived have none of their own. */
export function termPlace({ title, source, editions }: Pick<Publication, 'title' | 'source' | 'editions'>): TermPlace {
  return { publication: title, source, tags: [...new Set(editions.map((tag) => originOf(tag) ?? tag))].filter((tag) => tag !== source) }
}

/** What the import of files of terms would do, each after the other. */
export async function planGlossary(publication: Publication, files: readonly FileTerms[]): Promise<TermPlan[]> {
  let text = (await readRevision(join(publication.root, GLOSSARY_FILE)))?.text ?? ''
  return files.map(({ file, ...terms }) => {
    const plan = planTerms(text, terms, termPlace(publication), file)
    text = plan.text
    return plan
  })
}

/** Writes what was planned. @throws Failure if the glossary was saved since */
export async function writeGlossary(publication: Publication, plans: readonly TermPlan[]): Promise<void> {
  if (plans.every(({ changes }) => changes.length === 0)) return
  const after = plans.at(-1)!.text
  await changeLocales(publication, 'import', async () => {
    const before = await readRevision(join(publication.root, GLOSSARY_FILE))
    if ((before?.text ?? '') !== plans[0]!.former) throw savedMeanwhile()
    await replace(join(publication.root, GLOSSARY_FILE), Buffer.from(after), before?.digest)
  })
}

function savedMeanwhile(): Failure {
  return failure({
    rule: 'exchange',
    file: GLOSSARY_FILE,
    message: 'The glossary was saved here while terms were being imported; none of them was taken.',
    remedy: 'Run the command again.',
  })
}

/** What is said of what is not taken. */
const REMARKS: Readonly<Record<TermRemark['kind'], Worded>> = {
  'no-name': wording`has no term in the language of the source`,
  repeated: wording`stands in the file twice; the first is taken`,
  language: wording`nobody translates into this language here`,
  synonym: wording`a further word for the same; the glossary names a term by one`,
  'none-accepted': wording`has forbidden forms alone; the glossary wants an accepted one`,
  remark: wording`a definition or a remark, for which the glossary has no place`,
  'further-name': wording`has several forms; the first is taken, since a name has one`,
  newer: wording`was changed here since the export, and not in the file; what is here stays`,
  removed: wording`was removed here since the export, and not changed in the file; it stays removed`,
}

/** The table of an import of terms: what is new, what is replaced by what, and what is not taken. */
export function termsText({ file, changes, unchanged, remarks }: TermPlan, { say }: Wordings): string {
  const rows = changes.map(({ term, tag, before, after }) => [
    say(before ? wording`changed term` : wording`new term`),
    visible(term),
    tag,
    visible(formsText(after)) + (before ? `  ${say(wording`(instead of: ${{ text: visible(formsText(before)) }})`)}` : ''),
  ])
  const left = remarks.map(({ kind, text }) => [say(wording`not taken`), visible(text), say(REMARKS[kind])])
  const count = say(wording`${{ count: changes.length }} new or changed, ${{ unchanged }} as they are here`)
  return [say(wording`${{ glossary: GLOSSARY_FILE }}, from ${{ file }}`), ...table(rows), ...table(left), count, ''].join('\n')
}
