import { asCalled } from '../files/called.ts'
import type { Command } from 'commander'
import { changeLocales } from '../catalog/alone.ts'
import { confirm, type Confirmation } from '../catalog/confirm.ts'
import { SITE } from '../catalog/store.ts'
import { writePending } from '../catalog/sync.ts'
import { failure } from '../problem.ts'
import { today } from '../project/today.ts'
import { selectDocuments, selectEditions } from '../publication/publication.ts'
import { openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { visible } from '../files/visible.ts'
import { reportFailures } from './problem-text.ts'
import { say } from './terminal.ts'

interface ConfirmOptions {
  readonly edition: string
  readonly document?: string
  readonly by?: string
  readonly all?: true
}

type Run = (code: Promise<ExitCode>) => Promise<void>

/** The command `editions accept`: a translation still answers its edited English. */
export function addAccept(added: Command, run: Run): void {
  common(added).action((keys: string[], options: ConfirmOptions, command: Command) =>
    run(runConfirm(options, keys, undefined, 'accepted', command.optsWithGlobals())),
  )
}

/** The command `editions review`: a second person found a translation right. */
export function addReview(added: Command, run: Run): void {
  common(added)
    .option('--by <name>', 'who reviewed them')
    .option('--all', 'every translation that is not reviewed yet')
    .action((keys: string[], options: ConfirmOptions, command: Command) => {
      const review = { by: options.by, on: today() }
      return run(runConfirm(options, options.all ? 'all' : keys, review, 'reviewed', command.optsWithGlobals()))
    })
}

function common(added: Command): Command {
  return added
    .argument('[key...]', 'keys, as they stand in the locale file')
    .requiredOption('--edition <tag>', 'the language, such as sq')
    .option('--document <document>', 'the document, or site for the interface; needed where several have the key')
}

async function runConfirm(
  { edition, document }: ConfirmOptions,
  keys: Confirmation['keys'],
  review: Confirmation['review'],
  done: string,
  global: GlobalOptions,
): Promise<ExitCode> {
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const [tag] = selectEditions(publication, [edition])
  if (document !== undefined && document !== SITE) selectDocuments(publication, [document])
  if (keys.length === 0) {
    throw failure({
      rule: 'command-line',
      file: `locales/${edition}/`,
      message: 'No key was named.',
      expected: 'keys, as they stand in the locale file',
      remedy: `${asCalled('check')} lists the keys that wait; several are parted by spaces.`,
    })
  }
  const { collection, confirmed } = await changeLocales(publication, review ? 'review' : 'accept', async () => {
    const read = await project.texts()
    reportFailures(read)
    const chosen = confirm(read, { tag: tag!, document, keys, review })
    await writePending(publication, read.pending, { catalogs: [], ledgers: chosen.ledgers, moved: [] })
    return { collection: read, confirmed: chosen }
  })
  for (const { document: name, key } of confirmed.keys) say(`${done}  ${name}  ${visible(key)}`)
  say(`${confirmed.keys.length} ${confirmed.keys.length === 1 ? 'text' : 'texts'} ${done} in ${tag}.`)
  return collection.failures.length > 0 ? 2 : 0
}
