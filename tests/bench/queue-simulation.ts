/** A build over machines: times in seconds of CPU. Each worker, and each thread of the build, has a processor. */
export interface Circumstances {
  readonly workers: number
  readonly editions: number
  /** Threads of the build that compose, one of which is the main one. */
  readonly makers: number
  /** An edition’s print and pictures, with the queue’s own work for them on the worker. */
  readonly printing: number
  /** An edition read, checked, composed and put on the queue by the build. */
  readonly composing: number
  /** Its files taken and written by the build’s main thread. */
  readonly writing: number
  /** Its jobs in Redis, which has one thread. */
  readonly queueing: number
}

/** What a simulation tells. */
export interface Played {
  readonly perSecond: number
  /** Share of the time that workers print. */
  readonly ofLinear: number
  /** What is busy most of all, beside the workers. */
  readonly saturated: string
}

/** Orders that a maker has on the queue at once, as `ORDERS_AT_ONCE`. */
const AT_ONCE = 64

/**
 * Plays a build through, edition by edition: of the makers the one that is free first composes the next, unless it has enough on the
 * queue; the worker that is free first takes it; the main thread writes it. Print times vary by a half, evenly and always alike.
 */
export function simulate({ workers, editions, makers, printing, composing, writing, queueing }: Circumstances): Played {
  const worker = new Float64Array(workers)
  const maker = new Float64Array(makers)
  const made = new Int32Array(makers)
  const ends = Array.from({ length: makers }, () => new Float64Array(AT_ONCE))
  let [queue, last, held] = [0, 0, 0]
  const first = (free: Float64Array): number => free.reduce((best, at, index) => (at < free[best]! ? index : best), 0)
  for (let at = 0; at < editions; at++) {
    const by = first(maker)
    const room = ends[by]![made[by]! % AT_ONCE]!
    held += Math.max(0, room - maker[by]!)
    const composed = Math.max(maker[by]!, room) + composing
    maker[by] = composed
    queue = Math.max(queue, composed) + queueing
    const taker = first(worker)
    const end = Math.max(worker[taker]!, queue) + printing * (0.5 + ((at * 0.618_033_988_7) % 1))
    worker[taker] = end
    ends[by]![made[by]!++ % AT_ONCE] = end
    // What the main thread writes keeps it from composing.
    maker[0]! += writing
    last = Math.max(last, end, maker[0]!)
  }
  const busy = { composing: (editions * (composing + writing)) / makers, 'the main thread, writing': editions * writing, Redis: editions * queueing, 'the orders at once': held / makers } // prettier-ignore
  const ofLinear = (editions * printing) / (last * workers)
  const [saturated] = Object.entries(busy).reduce((most, each) => (each[1] > most[1] ? each : most))
  return { perSecond: editions / last, ofLinear, saturated: ofLinear > 0.9 ? 'the workers' : saturated }
}
