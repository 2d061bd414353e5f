/** A build over machines: times in seconds of CPU, each worker with a processor. */
interface Circumstances {
  readonly workers: number
  readonly prints: number
  /** A print. */
  readonly printing: number
  /** An edition composed by the build, which has one thread for that. */
  readonly composing: number
  /** The queue’s own work for a job, half of it the build’s. */
  readonly own: number
}

/** Orders that a build has on the queue at once, as `ORDERS_AT_ONCE`. */
const AT_ONCE = 64

/**
 * Plays a build through, print by print: the build composes one after the other and waits while it has enough on the queue; a worker
 * that is free takes the next. Print times vary by a half, evenly and always alike.
 * @returns a line of the table
 */
export function simulate({ workers, prints, printing, composing, own }: Circumstances): string {
  const build = composing + own / 2
  const free = new Float64Array(workers)
  const ends = new Float64Array(AT_ONCE)
  let composed = 0
  let last = 0
  let idle = 0
  let held = 0
  for (let at = 0; at < prints; at++) {
    // Of those on the queue the oldest must have ended.
    const room = ends[at % AT_ONCE]!
    if (room > composed) held += room - composed
    composed = Math.max(composed, room) + build
    let next = 0
    for (let worker = 1; worker < workers; worker++) if (free[worker]! < free[next]!) next = worker
    const start = Math.max(free[next]!, composed)
    idle += start - free[next]!
    const end = start + (printing + own / 2) * (0.5 + ((at * 0.618_033_988_7) % 1))
    free[next] = end
    ends[at % AT_ONCE] = end
    last = Math.max(last, end)
  }
  const share = (prints * (printing + own / 2)) / (last * workers)
  const saturated = idle / (last * workers) < 0.1 ? 'workers' : held / last > 0.1 ? 'the orders at once' : 'composing in the build'
  return [
    String(workers).padStart(7),
    (prints / last).toFixed(1).padStart(9),
    `${(last / 3600).toFixed(1)} h`.padStart(15),
    `${(share * 100).toFixed(0)} %`.padStart(11),
    ` ${saturated}`,
  ].join(' ')
}
