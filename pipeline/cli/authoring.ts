import type { Command } from 'commander'
import type { Imported } from '../authoring/imported.ts'
import { beginning, type Notice } from '../authoring/notice.ts'
import { asCalled } from '../files/called.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { given } from './given.ts'
import { say } from './terminal.ts'

type Run = (code: Promise<ExitCode>) => Promise<void>

/** What `new --from` is told. */
interface Asked {
  readonly document: string
  readonly title: string | undefined
  readonly isDry: boolean
}

/** `editions new --from`: adds a document that is made of an author’s file. */
export async function addFrom(from: string, { document, title, isDry }: Asked, global: GlobalOptions): Promise<ExitCode> {
  const { addDocument } = await import('../authoring/add-document.ts')
  const publication = await (await openOwnProject(global)).publication()
  const { imported, files } = await addDocument(publication, document, await given(from), title, isDry)
  say(
    [
      takenText(imported),
      ...noticesText(imported.notices),
      '',
      ...files.map((file) => `${isDry ? 'would be written' : 'written'}  ${file}`),
      ...(isDry ? [] : ['', `Read through content/${document}/document.md, and run: ${asCalled('check')}`]),
    ].join('\n'),
  )
  return codeOf(imported.notices)
}

/** `editions update`: takes the revised file of an author into a document. */
export function addUpdate(added: Command, run: Run): void {
  added
    .argument('<document>')
    .requiredOption('--from <file>', 'a Word file (.docx), HTML or Markdown (.md); - is HTML or Markdown from another program')
    .option('--dry-run', 'say what would change, and write nothing')
    .action((document: string, { from, dryRun }: { from: string; dryRun?: true }, command: Command) =>
      run(runUpdate(document, from, dryRun ?? false, command.optsWithGlobals())),
    )
}

async function runUpdate(document: string, from: string, isDry: boolean, global: GlobalOptions): Promise<ExitCode> {
  const { updateDocument } = await import('../authoring/update-document.ts')
  const { changesText } = await import('../authoring/changes.ts')
  const publication = await (await openOwnProject(global)).publication()
  const { imported, files, before, after, notices } = await updateDocument(publication, document, await given(from), isDry)
  const changes = changesText(before, after)
  say(
    [
      takenText(imported),
      ...noticesText(notices),
      '',
      ...(changes.length > 0 ? changes : ['The text is as it was.']),
      '',
      ...files.map((file) => `${isDry ? 'would be written' : 'written'}  ${file}`),
      ...(isDry || files.length === 0 ? [] : [`Keys and translations follow with: ${asCalled('sync')}`]),
    ].join('\n'),
  )
  return codeOf(notices)
}

function takenText({ front, counts, headingsByLook }: Imported): string {
  const parts = [...counts].flatMap(([name, count]) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]))
  return [
    `“${front.title}”: ${parts.length > 0 ? parts.join(', ') : 'no text'}.`,
    ...(headingsByLook.length > 0
      ? [`Headings by their look (in Word, give them a heading style): ${headingsByLook.map((each) => `“${beginning(each)}”`).join(', ')}.`]
      : []),
  ].join('\n')
}

const TITLES: readonly (readonly [Notice['kind'], string])[] = [
  ['lost', 'Not taken'],
  ['changed', 'Taken in another form'],
  ['note', 'To know'],
]

function noticesText(notices: readonly Notice[]): string[] {
  return TITLES.flatMap(([kind, title]) => {
    const own = notices.filter((each) => each.kind === kind)
    return own.length === 0 ? [] : ['', `${title}:`, ...own.flatMap(noticeText)]
  })
}

function noticeText({ what, place, remedy }: Notice): string[] {
  return [`  ${what}`, ...(place === undefined ? [] : [`      where   ${place}`]), ...(remedy === undefined ? [] : [`      remedy  ${remedy}`])] // prettier-ignore
}

/** What was not taken is a finding. */
function codeOf(notices: readonly Notice[]): ExitCode {
  return notices.some(({ kind }) => kind === 'lost') ? 1 : 0
}
