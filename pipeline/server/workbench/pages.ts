import { basename, join } from 'node:path'
import type { Interface } from '../../edition/interface.ts'
import { list, readText } from '../../files/disk.ts'
import { pdfName } from '../../html/file-names.ts'
import { compileTemplates, type Render } from '../../html/templates.ts'
import { autonym } from '../../language/formats.ts'
import type { Wordings } from '../../language/wordings.ts'
import type { Tag } from '../../model/language.ts'
import { Failure, type Problem } from '../../problem.ts'
import { BUILT_IN_TEMPLATES } from '../../publication/overlay.ts'
import { digestOf } from '../../catalog/ledger.ts'
import { SITE } from '../../catalog/store.ts'
import { today } from '../../project/today.ts'
import type { Entrance } from './access.ts'
import { sinceWhen } from './claims.ts'
import type { Desk } from './desk.ts'
import { problemJson } from './problem-details.ts'
import { progressOf, type Progress, type Row } from './rows.ts'
import type { Imported } from './imports.ts'
import { searchScope, searchView } from './search-view.ts'
import { questionsView } from './questions-view.ts'
import { nameOf, notesView, progressView, rowView } from './views.ts'

/** The pages of the workbench, as HTML. */
export interface Pages {
  home(desk: Desk, words: Interface): Promise<string>
  /** @param imported the last import of the language, which can be taken back */
  language(desk: Desk, tag: Tag, words: Interface, imported: Imported | undefined): Promise<string>
  document(desk: Desk, id: string, tag: Tag, words: Interface): Promise<string>
  /** One segment of a document’s page. */
  segment(desk: Desk, row: Row, tag: Tag, words: Interface): string
  /** How far a document is, as its page shows it. */
  progress(desk: Desk, id: string, tag: Tag, words: Interface): Promise<string>
  /** Where a person enters; it carries no token. */
  enter(view: Entrance, words: Interface): string
  /** What is found in all texts. */
  search(desk: Desk, tag: Tag, query: string, words: Interface): Promise<string>
  /** All questions, for those who answer them. */
  questions(desk: Desk, words: Interface): Promise<string>
  /** What keeps a page from being shown; nothing where there is no such page. */
  failed(problems: readonly Problem[], status: 404 | 409 | 500, words: Interface, wordings: Wordings): string
}

/** @param token what changes bring along */
export async function openPages(token: string): Promise<Pages> {
  const compiled = compileTemplates(await readTemplates())
  const render = (template: string, view: object, words: Interface): string =>
    compiled(template, { token, tag: words.tag, unreadable: [], ...view }, words, NO_ADDRESSES)
  return {
    home: async (desk, words) => {
      const surveys = await Promise.all(desk.tags.map(async (tag) => ({ tag, ...(await survey(desk, tag, words.tag)) })))
      const written = surveys.filter(({ sheets }) => sheets.length > 0)
      const languages = written.map(({ tag, sheets }) => ({ tag, autonym: autonym(tag), progress: progressView(joined(sheets)) }))
      // What is wrong with a document is wrong in each of its languages.
      const unreadable = [...new Map(surveys.flatMap((each) => each.unreadable).map((each) => [JSON.stringify(each), each])).values()]
      const { title } = desk.publication
      const asked = surveys.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows)).reduce((sum, row) => sum + row.asked, 0)
      const view = { title: `${words.message('title').text} · ${title}`, publication: title, languages, asked, unreadable }
      return render('home.hbs', view, words)
    },
    language: async (desk, tag, words, imported) => {
      const { sheets, unreadable: others } = await survey(desk, tag, words.tag)
      const unreadable = [...others, ...(await desk.memoryDamage(tag)).map((each) => problemJson(each, desk.wordingsOf(words.tag)))]
      const documents = sheets.map(({ id, rows, progress }) => ({
        name: nameOf(id, rows, tag),
        href: `/${tag}/${id}/${progress.next === undefined ? '' : `#${encodeURIComponent(progress.next)}`}`,
        isInterface: id === SITE,
        progress: progressView(progress),
      }))
      const first = sheets.find(({ progress }) => progress.next !== undefined)
      const next = first && { id: first.id, key: encodeURIComponent(first.progress.next!) }
      const view = {
        title: `${autonym(tag)} · ${desk.publication.title}`,
        publication: desk.publication.title,
        autonym: autonym(tag),
        scope: searchScope(tag),
      }
      return render('language.hbs', { ...view, documents, next, unreadable, imported: imported && importedView(imported, words) }, words)
    },
    document: async (desk, id, tag, words) => {
      const rows = await desk.rows(id, tag)
      const name = nameOf(id, rows, tag)
      const title = id === SITE ? words.message('interface').text : name.text
      const view = {
        title: `${title} · ${autonym(tag)}`,
        id,
        name,
        isInterface: id === SITE,
        autonym: autonym(tag),
        scope: searchScope(tag),
        sourceTag: rows[0]?.sourceTag ?? tag,
        pdf: pdfName({ tag, document: id }),
        publicationId: digestOf(desk.publication.root),
        progress: progressView(progressOf(rows, desk.gateOf(tag))),
        segments: rows.map((row) => segmentView(desk, row, tag, words)),
      }
      return render('document.hbs', view, words)
    },
    enter: (view, words) => render('enter.hbs', { title: words.message('title').text, token: '', ...view }, words),
    search: async (desk, tag, query, words) =>
      render(
        'search.hbs',
        { title: `${words.message('search').text} · ${autonym(tag)}`, ...searchView(await desk.gather(), tag, query) },
        words,
      ),
    segment: (desk, row, tag, words) => render('partials/segment.hbs', segmentView(desk, row, tag, words), words),
    progress: async (desk, id, tag, words) =>
      render('partials/progress.hbs', progressView(progressOf(await desk.rows(id, tag), desk.gateOf(tag))), words),
    questions: async (desk, words) => {
      const { title } = desk.publication
      const { documents, failures } = await questionsView(desk, words)
      const unreadable = failures.map((each) => problemJson(each, desk.wordingsOf(words.tag)))
      const view = {
        title: `${words.message('questions').text} · ${title}`,
        publication: title,
        publicationId: digestOf(desk.publication.root),
      }
      return render('questions.hbs', { ...view, documents, unreadable }, words)
    },
    failed: (problems, status, words, wordings) => {
      const heading = ({ 404: 'nowhere', 409: 'unreadable', 500: 'broken' } as const)[status]
      return render(
        'failed.hbs',
        {
          title: words.message(heading).text,
          heading,
          isBroken: status === 500,
          unreadable: problems.map((each) => problemJson(each, wordings)),
        },
        words,
      )
    },
  }
}

/** A document, or the interface, in a language. */
interface Survey {
  readonly sheets: readonly { readonly id: string; readonly rows: readonly Row[]; readonly progress: Progress }[]
  /** What keeps documents from being read. */
  readonly unreadable: readonly object[]
}

/** @param spoken the language of the page */
async function survey(desk: Desk, tag: Tag, spoken: Tag): Promise<Survey> {
  const view = (problems: readonly Problem[]): object[] => problems.map((each) => problemJson(each, desk.wordingsOf(spoken)))
  const sheets: Survey['sheets'][number][] = []
  const unreadable: object[] = []
  // One after the other: of many documents a few at a time are in memory.
  for (const id of desk.ids) {
    try {
      const rows = await desk.rows(id, tag)
      if (rows.length > 0) sheets.push({ id, rows, progress: progressOf(rows, desk.gateOf(tag)) })
      unreadable.push(...view(await desk.damage(id)))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      unreadable.push(...view(error.problems))
    }
  }
  return { sheets, unreadable }
}

function joined(sheets: Survey['sheets']): Progress {
  const all = sheets.map(({ progress }) => progress)
  const sum = (of: (progress: Progress) => number): number => all.reduce((total, each) => total + of(each), 0)
  return {
    segments: sum(({ segments }) => segments),
    done: sum(({ done }) => done),
    words: sum(({ words }) => words),
    tasks: {
      missing: sum(({ tasks }) => tasks.missing),
      stale: sum(({ tasks }) => tasks.stale),
      doubt: sum(({ tasks }) => tasks.doubt),
      findings: sum(({ tasks }) => tasks.findings),
      review: sum(({ tasks }) => tasks.review),
      asked: sum(({ tasks }) => tasks.asked),
    },
    next: undefined,
  }
}

function segmentView(desk: Desk, row: Row, tag: Tag, words: Interface): object {
  const view = rowView(row, desk, tag)
  const { claim } = row
  return {
    ...view,
    json: JSON.stringify(view.findings),
    notes: notesView(row, words),
    claim: claim && { by: claim.by, day: words.day(claim.since), since: sinceWhen(claim, today()) },
  }
}

function importedView({ at, files, edits }: Imported, words: Interface): object {
  const count = edits.reduce((sum, { changes }) => sum + changes.length, 0)
  return { day: words.day(at.slice(0, 10)), files: files.join(', '), count }
}

/** Those of the program: a publication’s own are for its editions. */
async function readTemplates(): Promise<Map<string, string>> {
  const folder = join(BUILT_IN_TEMPLATES, 'workbench')
  const read = async (under: string): Promise<[string, string][]> => {
    const { files = [] } = (await list(join(folder, under))) ?? {}
    return Promise.all(
      files.map(async (name) => [`${under}${basename(name)}`, (await readText(join(folder, under, name)))!] as [string, string]),
    )
  }
  return new Map([...(await read('partials/')), ...(await read(''))])
}

const NO_ADDRESSES: Parameters<Render>[3] = { picture: () => '', lead: () => '' }
