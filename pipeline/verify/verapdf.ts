import { asCalled } from '../files/called.ts'
import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { isExecutable } from '../files/programs.ts'
import { problem, type Problem } from '../problem.ts'

/** Profiles for veraPDF, by its names. */
const PROFILES = ['ua1', '2a'] as const

/** Path of veraPDF. Absent if it is not on the PATH. */
export async function findVeraPdf(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter).filter((each) => each !== '')) {
    const program = join(folder, 'verapdf')
    if (await isExecutable(program)) return program
  }
  return undefined
}

/** Validates a PDF against both profiles with veraPDF. Its text report is a line: PASS or FAIL and the file. */
export async function runVeraPdf(program: string, file: string, path: string): Promise<Problem[]> {
  const reports = await Promise.all(
    PROFILES.map(async (profile) => ({ profile, said: await run(program, ['--format', 'text', '--flavour', profile, '-v', path]) })),
  )
  return reports
    .filter(({ said }) => !said.startsWith('PASS '))
    .map(({ profile, said }) =>
      problem({
        rule: `verapdf-${profile}`,
        file,
        message: 'veraPDF finds that this PDF does not conform.',
        found: said.trim().slice(0, 600) || 'no report',
        expected: 'PASS',
        remedy: `Build it again with ${asCalled('build')}. If it stays so, the clauses that veraPDF names tell what is missing.`,
      }),
    )
}

/** Output of a program. The exit code is ignored, because it gives the same result. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { maxBuffer: 1e7 }, (error, stdout) => resolve(stdout || (error?.message ?? '')))
  })
}
