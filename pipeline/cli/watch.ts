import { resolve } from 'node:path'
import type { Request } from '../build.ts'
import { openProject } from '../project/project.ts'
import { realPath } from '../files/disk.ts'
import { openPreview } from '../server/preview.ts'
import { keepBuilt, type Listener } from '../build/keep-built.ts'
import { shown } from '../files/identifier.ts'
import { buildText, rebuiltText } from './build-text.ts'
import { problemText } from './problem-text.ts'
import type { GlobalOptions } from './context.ts'
import type { Prints } from './prints.ts'
import { complain, say } from './terminal.ts'

/** Builds after each change until the user ends the program. Never returns. */
export async function runWatch(request: Request, global: GlobalOptions, prints: Prints | undefined): Promise<never> {
  await keepBuilt(openProject(resolve(global.root), { ...prints }), request, toldOnTerminal(prints))
  say('Waiting for changes. To end, press Ctrl and C.')
  return new Promise(() => undefined)
}

/** Builds after each change and shows the output in a browser, until the user ends the program. Never returns. */
export async function runPreview(
  request: Request,
  global: GlobalOptions,
  prints: Prints | undefined,
  port: number | undefined,
): Promise<never> {
  const root = await realPath(resolve(global.root))
  const preview = await openPreview(await realPath(resolve(root, request.out)), port)
  const told = toldOnTerminal(prints)
  await keepBuilt(openProject(root, { ...prints }), request, {
    ...told,
    built: (report, milliseconds) => {
      told.built(report, milliseconds)
      const grave = report.problems.filter(({ severity }) => severity === 'error' || severity === undefined)
      preview.tell(report.written, [...report.failures.flatMap(({ problems }) => problems), ...grave])
    },
    failed: (failure) => {
      told.failed(failure)
      preview.tell([], failure.problems)
    },
  })
  say(`\nTo see it, open ${preview.address} in a browser. Pages are shown anew after each change. To end, press Ctrl and C.`)
  return new Promise(() => undefined)
}

/** A listener that reports builds on the terminal. */
export function toldOnTerminal(prints: Prints | undefined): Listener {
  let isFirst = true
  return {
    built: (report, milliseconds) => {
      for (const problem of [...report.failures.flatMap(({ problems }) => problems), ...report.problems])
        complain(`${problemText(problem)}\n`)
      say(isFirst ? buildText(report, milliseconds / 1000, prints?.store.damaged ?? 0, false) : rebuiltText(report, milliseconds / 1000))
      isFirst = false
    },
    failed: ({ problems }) => {
      for (const problem of problems) complain(`${problemText(problem)}\n`)
      say('Nothing was written. Mend what is named above; it is built again at once.')
    },
    hindered: (reason) => say(`Changes are found some seconds late, since the system does not tell of them: ${shown(reason)}`),
  }
}
