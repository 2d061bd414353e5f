import { join, resolve } from 'node:path'
import { build, type BuildReport, type Request } from '../build.ts'
import type { Project } from '../project/project.ts'
import { realPath } from '../files/disk.ts'
import { lookAt } from '../files/sighting.ts'
import { openInputs } from '../files/inputs.ts'
import { Failure } from '../problem.ts'
import { BUILT_IN_TEMPLATES } from '../publication/overlay.ts'
import { MANIFEST } from '../publish/manifest.ts'
import { watchFolder } from '../project/watcher.ts'

/** Listener to a series of builds. */
export interface Listener {
  /** A build was completed and changed something. `milliseconds` is its duration. */
  built(report: BuildReport, milliseconds: number): void
  /** A build failed. The files published before remain. */
  failed(failure: Failure): void
  /** Changes are found later than usual. */
  hindered(reason: string): void
}

/** A series of builds, until it is closed. */
export interface Keeper {
  close(): Promise<void>
}

/** The source folders of a publication. */
const SOURCES = ['content', 'languages', 'locales', 'templates']

/** Interval, in milliseconds, of the search for changes that the system did not report. A missed change is late, not lost. */
const ROUND = 3_000

/**
 * Builds now, and again after each change of the sources, until it is closed.
 * @returns after the first build
 */
export async function keepBuilt(project: Project, request: Request, listener: Listener): Promise<Keeper> {
  const folder = await realPath(resolve(project.root))
  const output = await realPath(resolve(folder, request.out))
  const inputs = openInputs()
  const sources = (): string => inputs.look().digest([...SOURCES.map((name) => join(folder, name)), BUILT_IN_TEMPLATES])
  let seen: string | undefined
  const life = new AbortController()
  let isDue = true
  let wake: () => void = () => undefined
  const due = (): void => {
    isDue = true
    wake()
  }
  let last: string | undefined
  let isPublished = false
  const once = async (): Promise<void> => {
    const start = performance.now()
    seen = sources()
    try {
      const report = await build(project, request, () => undefined)
      isPublished = true
      const state = [report.failures, report.problems].map((all) => JSON.stringify(all)).join('\n')
      const isNew = state !== last || report.written.length > 0
      last = state
      if (isNew) listener.built(report, performance.now() - start)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      isPublished = false
      const state = JSON.stringify(error.problems)
      if (state !== last) listener.failed(error)
      last = state
    }
  }
  const watcher = await watchFolder(folder, [output], due, (reason) => listener.hindered(reason))
  const isGone = (): boolean => isPublished && lookAt(join(output, MANIFEST)).kind === 'nothing'
  const rounds = setInterval(() => (sources() === seen && !isGone() ? undefined : due()), ROUND)
  await once()
  isDue = false
  const going = (async () => {
    while (!life.signal.aborted) {
      if (!isDue) await new Promise<void>((resume) => (wake = resume))
      if (life.signal.aborted) return
      isDue = false
      await once()
    }
  })()
  return {
    close: async () => {
      life.abort()
      clearInterval(rounds)
      wake()
      await watcher.close()
      await going
    },
  }
}
