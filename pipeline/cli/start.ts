import { resolve } from 'node:path'
import type { Command } from 'commander'
import { asCalled } from '../files/called.ts'
import { failure } from '../problem.ts'
import { builtInTemplates } from '../publication/overlay.ts'
import { addLanguage } from '../start/add-language.ts'
import { copyTemplate } from '../start/copy-template.ts'
import { furtherLanguage } from '../start/further-language.ts'
import { init } from '../start/init.ts'
import { newDocument } from '../start/new-document.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { say } from './terminal.ts'

type Run = (code: Promise<ExitCode>) => Promise<void>

/** `editions init`: begins a publication. */
export function addInit(added: Command, run: Run): void {
  added
    .argument('[folder]')
    .option('--example <name>', 'begin with an example and its translations: brief, letter or report')
    .action((folder: string | undefined, { example }: { example?: string }, command: Command) =>
      run(runInit(folder, example, command.optsWithGlobals())),
    )
}

async function runInit(folder: string | undefined, example: string | undefined, { root }: GlobalOptions): Promise<ExitCode> {
  const place = resolve(root, folder ?? '.')
  const named = folder ?? (root === '.' ? undefined : root)
  const { written, editions } = await init(place, example)
  say(
    [
      ...writtenText(written),
      '',
      'Next:',
      `  ${asCalled('build', named)}   makes its web page and its PDF, in output/`,
      '  Write your title and publisher into content/publication.yaml, and your text into the document.',
      `  ${asCalled('new annual-report', named)}   adds a document`,
      `  ${asCalled(`add-language ${furtherLanguage(editions)}`, named)}   adds a language, and writes the files to translate`,
      `  ${asCalled('preview', named)}   shows the pages in a browser while you write`,
    ].join('\n'),
  )
  return 0
}

/** `editions new`: adds a document. */
export function addNew(added: Command, run: Run): void {
  added
    .argument('<document>')
    .option('--title <title>', 'its title; made from the folder’s name where none is given')
    .option('--from <file>', 'make it of a Word file (.docx), HTML or Markdown (.md); - is HTML or Markdown from another program')
    .option('--dry-run', 'with --from: say what would be taken and what not, and write nothing')
    .action((document: string, options: NewOptions, command: Command) => run(runNew(document, options, command.optsWithGlobals())))
}

interface NewOptions {
  readonly title?: string
  readonly from?: string
  readonly dryRun?: boolean
}

async function runNew(document: string, { title, from, dryRun = false }: NewOptions, global: GlobalOptions): Promise<ExitCode> {
  if (from !== undefined) return (await import('./authoring.ts')).addFrom(from, { document, title, isDry: dryRun }, global)
  if (dryRun) throw failure({ rule: 'from', file: `content/${document}`, message: 'Without a file to take there is nothing to try out: --dry-run goes with --from.', remedy: `Name the file: ${asCalled(`new ${document} --from report.docx --dry-run`)}` }) // prettier-ignore
  const written = await newDocument(await (await openOwnProject(global)).publication(), document, title)
  say([...writtenText(written), '', `Write your text there, and run: ${asCalled('build')}`].join('\n'))
  return 0
}

/** `editions add-language`: adds an edition. */
export function addAddLanguage(added: Command, run: Run): void {
  added.argument('<tag>').action((tag: string, _, command: Command) => run(runAddLanguage(tag, command.optsWithGlobals())))
}

async function runAddLanguage(tag: string, global: GlobalOptions): Promise<ExitCode> {
  const { written, origin, lacks } = await addLanguage(await (await openOwnProject(global)).publication(), tag)
  const work = origin === undefined ? `Translate the texts in locales/${tag}/` : `It is written from ${origin}, letter by letter`
  say(
    [
      ...writtenText(written),
      '',
      `${work}; ${asCalled('status')} shows how far they are.`,
      ...(lacks.length > 0 ? ['', `Not known of ${tag} yet:`, ...lacks.map((each) => `  ${each}`)] : []),
    ].join('\n'),
  )
  return 0
}

/** `editions templates`: lists the built-in ones, or brings one out. */
export function addTemplates(added: Command, run: Run): void {
  added
    .option('--copy <name>', 'the one to bring out, such as partials/cover.hbs')
    .action(({ copy }: { copy?: string }, command: Command) => run(runTemplates(copy, command.optsWithGlobals())))
}

async function runTemplates(copy: string | undefined, global: GlobalOptions): Promise<ExitCode> {
  const lines =
    copy === undefined
      ? await builtInTemplates()
      : writtenText(await copyTemplate(await (await openOwnProject(global)).publication(), copy))
  say(lines.join('\n'))
  return 0
}

function writtenText(files: readonly string[]): string[] {
  return files.map((file) => `written  ${file}`)
}
