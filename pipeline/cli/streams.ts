import { isFile, writeWhole } from '../files/disk.ts'

/** The output streams, for results and for failures. */
const STREAMS = { stdout: () => process.stdout, stderr: () => process.stderr } as const
type Stream = keyof typeof STREAMS

/** Errors in writing, in order. */
const faults: Error[] = []
const watched = new Set<NodeJS.WriteStream>()

/** Writes a line. `unwritten` returns errors. */
export function writeLine(stream: Stream, text: string): void {
  const open = STREAMS[stream]()
  if (!watched.has(open)) open.on('error', (error) => faults.push(error))
  watched.add(open)
  if (!isFile(open.fd)) open.write(`${text}\n`)
  else {
    // Node’s own stream would not notice that a full disk took only the beginning of a text.
    try {
      writeWhole(open.fd, `${text}\n`)
    } catch (error) {
      faults.push(error as Error)
    }
  }
}

/**
 * Waits until all lines are written.
 * @returns the first error, unless the reader closed the pipe early, as `head` does
 */
export async function unwritten(): Promise<Error | undefined> {
  await Promise.all([...watched].map((open) => new Promise((done) => void open.write('', done))))
  return faults.find((fault) => (fault as NodeJS.ErrnoException).code !== 'EPIPE')
}
