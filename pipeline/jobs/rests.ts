/** First rest, and longest, by the interval between two tries of a job: meanwhile another worker has tried it. */
const FIRST = 4
const LONGEST = 60

/** Rests of a worker whose machine does not print: the jobs that it would spoil one after the other are left to others. */
export interface Rests {
  /** Notes a fault of the machine. Each in a row makes the rest twice as long. */
  begin(reason: string): void
  /** Notes something made. */
  over(): void
  /** The last fault, until something is made. */
  readonly reason: string | undefined
  readonly isResting: boolean
  /** True where the rests have become the longest: the machine does not get well by itself. */
  readonly isLongest: boolean
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
  const length = (): number => Math.min(FIRST * 2 ** (row - 1), LONGEST)
  const end = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    begin: (told) => {
      row++
      reason = told
      end()
      pause()
      timer = setTimeout(() => {
        end()
        resume()
      }, again * length())
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
    end,
  }
}
