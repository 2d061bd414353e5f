import { isFile, writeWhole } from '../files/disk.ts'

/** Where a command reports: what it found, and what went wrong. */
const STREAMS = { stdout: () => process.stdout, stderr: () => process.stderr } as const
type Stream = keyof typeof STREAMS

/** What kept reports from being written, the first first. */
const faults: Error[] = []
const watched = new Set<NodeJS.WriteStream>()

/** Writes a line. What keeps it from being written is told by `unwritten`. */
export function writeLine(stream: Stream, text: string): void {
  const open = STREAMS[stream]()
  if (!watched.has(open)) open.on('error', (error) => faults.push(error))
  watched.add(open)
  if (!isFile(open.fd)) open.write(`${text}\n`)
  else {
    // Node’s own stream would not notice that a disk took but the beginning of a text.
    try {
      writeWhole(open.fd, `${text}\n`)
    } catch (error) {
      faults.push(error as Error)
    }
  }
}

/**
 * Waits until all lines are written.
 * @returns why one could not be; nothing where all were, or where a reader had enough and went away, as `head` does
 */
export async function unwritten(): Promise<Error | undefined> {
  await Promise.all([...watched].map((open) => new Promise((done) => void open.write('', done))))
  return faults.find((fault) => (fault as NodeJS.ErrnoException).code !== 'EPIPE')
}
