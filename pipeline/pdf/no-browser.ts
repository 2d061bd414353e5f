import { asCalled } from '../files/called.ts'
import { failure, type Failure } from '../problem.ts'

/** How a browser is installed, by `process.platform`. npm installs one on Linux x64 alone; Chrome for Linux runs on no ARM. */
const INSTALLING: Readonly<Record<string, string>> = {
  linux: 'Install Chromium (Debian and Ubuntu: sudo apt-get install chromium)',
  darwin: 'Install Google Chrome (https://www.google.com/chrome/)',
  win32: 'Install Google Chrome (https://www.google.com/chrome/)',
}

/** What to say where no browser is found. @param platform as `process.platform`, and `arch` as `process.arch` */
export function noBrowser(platform: string, arch: string = process.arch): Failure {
  const isBrought = platform === 'linux' && arch === 'x64'
  return failure({
    rule: 'no-browser',
    file: 'pdf',
    message: `There is no browser to print the PDFs with; the one that npm brings ${isBrought ? 'was not installed' : 'runs on Linux with an x64 processor alone'}.`,
    found: `${platform} ${arch}`,
    expected: 'Chrome or Chromium',
    remedy: `${isBrought ? 'Run npm install once more, which brings it. Or: ' : ''}${INSTALLING[platform] ?? INSTALLING['linux']!}, or set EDITIONS_BROWSER to the path of one. Web pages alone need none: ${asCalled('build --format html')}`,
  })
}
