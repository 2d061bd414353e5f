import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { realPath } from '../files/disk.ts'
import { openInputs } from '../files/inputs.ts'
import type { Project } from '../project/project.ts'
import { watchFolder } from '../project/watcher.ts'
import { listen } from './loopback.ts'
import { application } from './workbench/application.ts'
import { keepNothing, openDesk } from './workbench/desk.ts'
import { openPages } from './workbench/pages.ts'

/** The translators’ pages, on this machine alone. */
export interface Workbench {
  /** Where they are shown. */
  readonly address: string
  close(): Promise<void>
}

/** Tried first: what a browser keeps of unsaved texts, it keeps by the address. */
const PORT = 4410

/** What a publication is made from, below its root. */
const SOURCES = ['content', 'locales', 'templates', 'languages']

/** How often, in milliseconds, it is looked for changes that nobody told of. */
const ROUND = 3_000

/**
 * Opens the workbench. Pages hear of what changes on the disk.
 * @param port any that is free where none is given and the usual one is taken
 * @throws Failure where the port cannot be had
 */
export async function openWorkbench(project: Project, port: number | undefined): Promise<Workbench> {
  const listeners = new Set<() => void>()
  const token = randomBytes(24).toString('base64url')
  const pages = await openPages(token)
  const kept = keepNothing()
  const { address, close } = await listen(
    (own) => application({ own, root: project.root, token, pages, openDesk: () => openDesk(project, kept), listeners }),
    port,
    PORT,
  )
  const root = await realPath(project.root)
  const inputs = openInputs()
  const sources = (): string => inputs.look().digest(SOURCES.map((name) => join(root, name)))
  let seen = sources()
  const look = (): void => {
    const now = sources()
    if (now === seen) return
    seen = now
    for (const tell of listeners) tell()
  }
  const watcher = await watchFolder(root, [join(root, 'output')], look, () => undefined)
  const rounds = setInterval(look, ROUND)
  return {
    address,
    close: async () => {
      clearInterval(rounds)
      await watcher.close()
      await close()
    },
  }
}
