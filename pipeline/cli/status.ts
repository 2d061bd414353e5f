import { asCalled } from '../files/called.ts'
import type { Command } from 'commander'
import { openAmong } from '../catalog/questions.ts'
import { SITE } from '../catalog/store.ts'
import { strayFiles } from '../catalog/stray-files.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { countWrongByDocument } from '../check/for-gates.ts'
import { readGlossary } from '../catalog/glossary.ts'
import { statusOf, type EditionStatus, type Status } from '../gates/status.ts'
import type { Tag } from '../model/language.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { reportFailures } from './problem-text.ts'
import { table } from './table.ts'
import { say, sayData } from './terminal.ts'
import { strayLines } from './strays.ts'
import { findVanished, vanishedLines } from './vanished.ts'

const BAR = 20

/** The command `editions status`: shows the progress of every edition. */
export function addStatus(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  added
    .option('--json', 'report as JSON')
    .action(({ json }: { json?: true }, command: Command) => run(runStatus(json ?? false, command.optsWithGlobals())))
}

async function runStatus(json: boolean, global: GlobalOptions): Promise<ExitCode> {
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const collection = await project.texts()
  reportFailures(collection)
  const countWrong = await countWrongByDocument(publication, collection, await readGlossary(publication))
  const status = statusOf(publication, collection, countWrong)
  const countOpen = openQuestions(collection)
  if (json) sayData(withoutErrors(status, countOpen))
  else say(statusText(status, countOpen))
  if (!json && collection.unsynced.length > 0 && publication.editions.some((tag) => tag !== publication.source))
    say(`\nThe content has moved on since the last sync (${collection.unsynced.join(', ')}); run: ${asCalled('sync')}`)
  const lost = json ? [] : await findVanished(publication, collection)
  if (lost.length > 0) say(vanishedLines(lost).join('\n'))
  const strays = json ? [] : await strayFiles(publication)
  if (strays.length > 0) say(strayLines(strays, publication).join('\n'))
  return collection.failures.length > 0 ? 2 : 0
}

/** Counts open questions: those asked by translators into a language, or all of them for the source, whose author answers. */
type CountOpen = (document: string, tag: Tag) => number

function openQuestions({ documents, site, questions }: TextCollection): CountOpen {
  const sheets = [...documents.map(({ document: { id }, english }) => [id, english] as const), [SITE, site.english] as const]
  const open = new Map(
    sheets.map(([id, { tag: source, entries }]) => {
      const present = [...(questions.get(id)?.byKey ?? [])].flatMap(([key, all]) => (entries.has(key) ? openAmong(all) : []))
      return [id, { source, tags: present.map(({ tag }) => tag) }] as const
    }),
  )
  return (document, tag) => {
    const { source, tags = [] } = open.get(document) ?? {}
    return source === tag ? tags.length : tags.filter((each) => each === tag).length
  }
}

/**
 * The stable JSON report, `{document: {edition: {segments, missing, …, publishable, questions}}}`. Errors in texts are reported by `check`
 * instead.
 */
function withoutErrors(documents: Status, countOpen: CountOpen): object {
  // JSON omits undefined values.
  const each = (document: string, editions: Status[string]): object =>
    Object.fromEntries(
      Object.entries(editions).map(([tag, status]) => [
        tag,
        { ...status, wrong: undefined, pictures: undefined, questions: countOpen(document, tag) },
      ]),
    )
  return Object.fromEntries(Object.entries(documents).map(([document, editions]) => [document, each(document, editions)]))
}

function statusText(status: Status, countOpen: CountOpen): string {
  const rows = Object.entries(status).flatMap(([name, editions]) =>
    Object.entries(editions).map(([tag, each], index) => [
      index === 0 ? name : '',
      tag,
      bar(each),
      shares(each, countOpen(name, tag)),
      verdict(each),
    ]),
  )
  return [...table(rows), '', LEGEND].join('\n')
}

/** The states in the order of the bar, each with its sign. */
const SIGNS = { reviewed: '█', translated: '▓', staleMinor: '▒', stale: '▒', missing: '░' } as const
const LEGEND = '█ reviewed  ▓ translated  ▒ source edited since  ░ missing'
type Counted = keyof typeof SIGNS

/** A bar with a share of cells for each state, at least one for a state that occurs. */
function bar(status: EditionStatus): string {
  const states = Object.keys(SIGNS) as Counted[]
  const cells = states.map((state) => (status[state] === 0 ? 0 : Math.max(1, Math.round((status[state] / status.segments) * BAR))))
  const largest = cells.indexOf(Math.max(...cells))
  cells[largest]! += BAR - cells.reduce((sum, count) => sum + count, 0)
  return states.map((state, at) => SIGNS[state].repeat(status.segments === 0 ? 0 : cells[at]!)).join('')
}

function shares(status: EditionStatus, open: number): string {
  const { segments, missing, stale, staleMinor, translated, reviewed, wrong, pictures } = status
  const parts = [
    `${translated + reviewed} of ${segments}`,
    reviewed > 0 ? `${reviewed} reviewed` : '',
    missing > 0 ? `${missing} missing` : '',
    stale > 0 ? `${stale} stale` : '',
    staleMinor > 0 ? `${staleMinor} with new punctuation` : '',
    wrong > 0 ? `${wrong} with errors` : '',
    pictures > 0 ? `${pictures} ${pictures === 1 ? 'picture' : 'pictures'} missing` : '',
    open > 0 ? `${open} open ${open === 1 ? 'question' : 'questions'}` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function verdict({ gate, publishable, wordsToDo, wrong, pictures }: EditionStatus): string {
  if (gate === 'passed') return publishable ? 'final' : 'draft: the interface is not ready'
  const outcome = { draft: 'draft', skip: 'left out', fail: 'build fails' }[gate]
  if (wordsToDo > 0) return `${outcome}: ${wordsToDo} words to do`
  if (pictures > 0 && wrong === 0) return `${outcome}: pictures to add`
  return wrong > 0 ? `${outcome}: errors to mend` : `${outcome}: to be reviewed`
}
