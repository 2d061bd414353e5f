/** First rest, and longest, in intervals between two tries of a job: another worker has tried it meanwhile. */
const FIRST = 4
const LONGEST = 60

/** Rests of a worker whose machine does not print: the jobs that it would spoil one after the other are left to others. */
export interface Rests {
  /** Notes a fault of the machine. Each rest in a row is twice as long; jobs in hand that fail together begin one. */
  begin(reason: string): void
  /** Notes something made. */
  over(): void
  /** The last fault, until something is made. */
  readonly reason: string | undefined
  readonly isResting: boolean
  /** True where the rests have become the longest: the machine does not get well by itself. */
  readonly isLongest: boolean
  /** Ends the rest. None begins after it. */
  end(): void
}

/**
 * @param again interval between two tries of a job, in milliseconds
 * @param pause is called as a rest begins, and `resume` as it ends
 */
export function openRests(again: number, pause: () => void, resume: () => void): Rests {
  let row = 0
  let reason: string | undefined
  let timer: NodeJS.Timeout | undefined
  let isEnded = false
  const length = (): number => Math.min(FIRST * 2 ** (row - 1), LONGEST)
  const wake = (): void => {
    timer = undefined
    resume()
  }
  return {
    begin: (told) => {
      reason = told
      if (timer !== undefined || isEnded) return
      row++
      pause()
      timer = setTimeout(wake, again * length())
    },
    over: () => {
      row = 0
      reason = undefined
    },
    get reason() {
      return reason
    },
    get isResting() {
      return timer !== undefined
    },
    get isLongest() {
      return row > 0 && length() === LONGEST
    },
    end: () => {
      isEnded = true
      clearTimeout(timer)
      timer = undefined
    },
  }
}
