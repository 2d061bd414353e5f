import { asCalled } from '../files/called.ts'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { failure, type Failure } from '../problem.ts'
import type { BrowserProgram } from './browser-program.ts'

const run = promisify(execFile)

/** How long a trial may take, in milliseconds. */
const TRIAL = 10_000

/** What a browser, or the system, says where it does not start, and what a person does then; the first that fits holds. */
const CAUSES: readonly (readonly [said: RegExp, remedy: string])[] = [
  // Ubuntu since 23.10 grants user namespaces, which the sandbox needs, to installed browsers only.
  [
    /sandbox|namespace/i,
    'The system keeps programs from making user namespaces: install Google Chrome, and set EDITIONS_BROWSER to its path.',
  ],
  [
    /shared librar|GLIBC/i,
    'The system lacks a library that is named here: install it (Debian: apt-get install libnss3), or install Google Chrome and set EDITIONS_BROWSER to its path.',
  ],
  [
    /EACCES|EPERM|Permission denied/i,
    'The system does not let this user run it: give the right to, or, where the disk takes no programs (noexec), name a folder on another with XDG_CACHE_HOME.',
  ],
  [/ENOSPC|No space left/i, 'The disk is full: make room.'],
  [/ENOMEM|EAGAIN|Cannot allocate|temporarily unavailable/i, 'There is too little memory, or there are too many programs: end others.'],
  [/ENOENT|Exec format|ENOEXEC|cannot execute/i, 'It is no program for this system: name another with EDITIONS_BROWSER.'],
]

const UNKNOWN = 'Build again, with fewer other programs at work; where it stays so, name another browser with EDITIONS_BROWSER.'
const withoutBrowser = (): string => `Web pages alone need no browser: ${asCalled('build --format html')}`

/**
 * Why a browser does not start. What its driver tells says little: it is started once more, by hand.
 * @param error what its driver told
 */
export async function notStarted({ executable, environment }: BrowserProgram, error: unknown): Promise<Failure> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const start = async (...flags: string[]): Promise<string> =>
    run(executable, flags, { env: { ...process.env, ...environment }, timeout: TRIAL, killSignal: 'SIGKILL' }).then(
      () => '',
      // The message of a program that has failed repeats the command, and with it the flags.
      ({ code, message, stderr }: Error & { code?: string | number; stderr: string }) => (typeof code === 'string' ? message : stderr),
    )
  const said = (await start('--version')) || (await start('--headless', '--disable-gpu', ...root, '--dump-dom', 'about:blank'))
  const lines = [...said.split('\n'), String(error)].map((line) => line.trim())
  const cause = CAUSES.map(([expression, remedy]) => ({ remedy, line: lines.find((line) => expression.test(line)) })).find(
    ({ line }) => line,
  )
  return failure({
    rule: 'browser',
    file: executable,
    message: 'The browser does not start.',
    found: cause?.line ?? String(error),
    expected: 'a Chrome or Chromium that this user may run',
    remedy: `${cause?.remedy ?? UNKNOWN} ${withoutBrowser()}`,
  })
}
