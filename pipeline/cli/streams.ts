import { isFile, writeWhole } from '../disk.ts'

/** Where a command reports: what it found, and what went wrong. */
type Stream = 'stdout' | 'stderr'

/** What kept reports from being written, the first first. */
const faults: Error[] = []
const watched = new Set<Stream>()

/** Writes a line. What keeps it from being written is told by `unwritten`. */
export function writeLine(stream: Stream, text: string): void {
  const { fd } = process[stream]
  if (!watched.has(stream)) process[stream].on('error', (error) => faults.push(error))
  watched.add(stream)
  if (!isFile(fd)) process[stream].write(`${text}\n`)
  else {
    // Node’s own stream would not notice that a disk took but the beginning of a text.
    try {
      writeWhole(fd, `${text}\n`)
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
  await Promise.all([...watched].map((stream) => new Promise((done) => void process[stream].write('', done))))
  return faults.find((fault) => (fault as NodeJS.ErrnoException).code !== 'EPIPE')
}
