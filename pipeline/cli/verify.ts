import { resolve } from 'node:path'
import type { Command } from 'commander'
import { realPath } from '../files/disk.ts'
import type { Problem } from '../problem.ts'
import type { Verdict } from '../verify/verify.ts'
import type { ExitCode, GlobalOptions } from './context.ts'
import { problemText } from './report.ts'
import { complain, say } from './terminal.ts'

/** The command `editions verify`: checks that the output is complete and that the PDFs conform. */
export function addVerify(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('verify')
    .description('check that what is published is what the manifest says, and that the PDFs conform')
    .argument('[folder]', 'what was published', 'output')
    .action((folder: string, _options: object, command: Command) => run(runVerify(folder, command.optsWithGlobals())))
}

async function runVerify(folder: string, { root }: GlobalOptions): Promise<ExitCode> {
  const { verify } = await import('../verify/verify.ts')
  const verdict = await verify(await realPath(resolve(root, folder)))
  for (const problem of verdict.problems) complain(`${problemText(problem)}\n`)
  say(verdictText(verdict))
  return problemsAmong(verdict).length > 0 ? 1 : 0
}

/** Problems other than advice. */
function problemsAmong({ problems }: Verdict): Problem[] {
  return problems.filter(({ severity }) => severity !== 'info')
}

function verdictText(verdict: Verdict): string {
  const { files, pdfs, verapdf } = verdict
  const by = verapdf ? 'by our checks and by veraPDF' : 'by our own structural checks; veraPDF is not on the path'
  const held = `${files} files are as the manifest says; ${pdfs} PDFs were held against PDF/UA-1 and PDF/A-2a, ${by}.`
  const { length } = problemsAmong(verdict)
  return `${held} ${length === 0 ? 'No problems.' : `${length} ${length === 1 ? 'problem' : 'problems'}.`}`
}
