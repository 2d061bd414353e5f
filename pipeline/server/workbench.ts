import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { realPath } from '../files/disk.ts'
import { openInputs } from '../files/inputs.ts'
import type { Project } from '../project/project.ts'
import { watchFolder } from '../project/watcher.ts'
import { Failure, failure } from '../problem.ts'
import { listen } from './loopback.ts'
import { LOOPBACK, isLoopback } from './names.ts'
import { openAccess } from './workbench/access.ts'
import { application } from './workbench/application.ts'
import { openBegun } from './workbench/begun.ts'
import { openClaims } from './workbench/claims.ts'
import { keepNothing, openDesk, type Desk } from './workbench/desk.ts'
import { openImports } from './workbench/imports.ts'
import { openJournal } from './workbench/journal.ts'
import { memoryFolder } from './workbench/memory.ts'
import { Steps } from './workbench/replacing.ts'
import { openPages } from './workbench/pages.ts'

/** The translators’ pages. */
export interface Workbench {
  /** Where they are shown. */
  readonly address: string
  /** A link that lets in who opens it first; the address where nobody is asked for a password. */
  invite(): string
  close(): Promise<void>
}

/** Tried first: what a browser keeps of unsaved texts, it keeps by the address. */
const PORT = 4410

/** What a publication is made from, below its root. */
const SOURCES = ['content', 'locales', 'templates', 'languages']

/** How often, in milliseconds, it is looked for changes that nobody told of. */
const ROUND = 3_000

/** How long, in milliseconds, a look at the publication is good enough for who types: hundreds of files are not looked at for each key. */
const GLANCE = 1_000

/** Who reaches the workbench: this machine alone where no address is given. */
export interface Reach {
  readonly host?: string | undefined
  /** Asked for wherever others reach it. */
  readonly password?: string | undefined
}

/** Shorter ones are guessed. */
const SHORTEST_PASSWORD = 8

/**
 * Opens the workbench. Pages hear of what changes on the disk.
 * @param port any that is free where none is given and the usual one is taken
 * @throws Failure where the port cannot be had, or others would reach it without a password
 */
export async function openWorkbench(
  project: Project,
  port: number | undefined,
  { host = LOOPBACK, password }: Reach = {},
): Promise<Workbench> {
  if (password === undefined ? !isLoopback(host) : password.length < SHORTEST_PASSWORD) throw unguarded(host, password)
  const listeners = new Set<() => void>()
  const token = randomBytes(24).toString('base64url')
  const pages = await openPages(token)
  const root = await realPath(project.root)
  const folder = memoryFolder(root)
  const [journal, claims] = [openJournal(folder), openClaims(folder)]
  const steps = new Steps(journal, openBegun(folder), openImports(folder))
  await completeSteps(project, steps)
  const kept = keepNothing(claims)
  const access = password === undefined ? undefined : openAccess(password)
  let looked: Promise<Desk> | undefined
  let last = -Infinity
  const desk = (): Promise<Desk> => {
    last = performance.now()
    return (looked = openDesk(project, kept))
  }
  const glance = (): Promise<Desk> => (looked && performance.now() - last < GLANCE ? looked : desk())
  const { address, close } = await listen(
    (own) =>
      application({
        own,
        root: project.root,
        token,
        access,
        printer: project.printer,
        pages,
        openDesk: desk,
        glance,
        journal,
        claims,
        steps,
        listeners,
      }),
    port,
    PORT,
    host,
  )
  const inputs = openInputs()
  const sources = (): string => inputs.look().digest(SOURCES.map((name) => join(root, name)))
  let seen = sources()
  const look = (): void => {
    const now = sources()
    if (now === seen) return
    seen = now
    looked = undefined
    for (const tell of listeners) tell()
  }
  const watcher = await watchFolder(root, [join(root, 'output')], look, () => undefined)
  const rounds = setInterval(look, ROUND)
  return {
    address,
    invite: () => new URL(access?.invite() ?? '', address).href,
    close: async () => {
      clearInterval(rounds)
      await watcher.close()
      await close()
    },
  }
}

/** What hinders it is told where the texts are shown, and it is tried again before the next step. */
async function completeSteps(project: Project, steps: Steps): Promise<void> {
  try {
    await steps.complete(await project.publication())
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

function unguarded(host: string, password: string | undefined): Failure {
  return failure({
    rule: 'password',
    file: 'the command line',
    message: `Whoever reaches ${host} would reach the texts.`,
    found: password === undefined ? 'no password' : `a password of ${password.length} characters`,
    expected: `a password of ${SHORTEST_PASSWORD} characters or more`,
    remedy: 'Write one into a file that you alone can read, and name the file with --password-file; or give it with --password.',
  })
}
