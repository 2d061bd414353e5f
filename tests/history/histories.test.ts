import fc from 'fast-check'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Failure } from '../../pipeline/problem.ts'
import { ALBANIAN, DOCUMENT, ENGLISH, LEDGER, Repository } from './repository.ts'

/** Statements that no edit makes alike. */
const STATEMENTS = [
  (edit: number) => `The ministry pays for the training of teachers in ${edit} towns.`,
  (edit: number) => `Nobody had foreseen how quickly ${edit} rivers would rise in spring.`,
]
const BRANCHES = ['main', 'author', 'translator']
const FILES = [DOCUMENT, ENGLISH, ALBANIAN, LEDGER]

const nth = fc.nat({ max: STATEMENTS.length - 1 })
const branch = fc.constantFrom(...BRANCHES)
/** Which side of a conflict is kept of each file. */
const sides = fc.array(fc.boolean(), { minLength: FILES.length, maxLength: FILES.length })
const back = fc.nat({ max: 3 })

/** What happens to a publication on the branches of a repository. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('edit'), nth, edit: fc.integer({ min: 2, max: 5 }) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('sync') }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('translate'), nth }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('accept'), nth }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('commit') }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('switch'), branch }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('merge', 'merge', 'merge', 'squash', 'rebase', 'pick'), branch, sides }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('stash'), branch, sides }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('revert'), back, sides }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restore'), branch, back, nth: fc.nat({ max: FILES.length - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('amend') }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forget'), branch }) },
)
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

/** Authors and translators with a repository, and which English stood before the writer of each text. */
class People {
  readonly place = new Repository()
  /** Text → the English that its writer saw, or that somebody said it answers. A text is written once. */
  readonly #seen = new Map<string, Set<string>>()
  #number = 0

  async begin(): Promise<void> {
    this.place.paragraphs = STATEMENTS.map((statement) => statement(1))
    await this.place.sync()
    this.place.commit('first')
    for (const name of BRANCHES.slice(1)) this.place.git('branch', name)
  }

  /** @param moments how many seconds pass: commits of one second cannot be told apart by their dates */
  async live(happening: Event, moments: number): Promise<void> {
    const { place } = this
    place.clock += moments
    switch (happening.does) {
      case 'edit':
        place.paragraphs = place.paragraphs.with(happening.nth, STATEMENTS[happening.nth]!(happening.edit))
        return
      case 'sync':
        return place.sync()
      case 'translate':
        return this.#translate(happening.nth)
      case 'accept':
        return this.#accept(happening.nth)
      case 'commit':
        return this.#commit()
      case 'amend':
        place.git('add', '--all')
        return void place.tryGit('commit', '--quiet', '--amend', '--no-edit')
      case 'switch':
        this.#commit()
        return void place.tryGit('checkout', '--quiet', happening.branch)
      case 'forget':
        this.#commit()
        return void (place.tryGit('branch', '-D', happening.branch).ok && place.tryGit('branch', happening.branch))
      case 'restore':
        this.#commit()
        return void place.tryGit('checkout', `${happening.branch}~${happening.back}`, '--', FILES[happening.nth]!)
      case 'stash':
        return this.#stash(happening.branch, happening.sides)
      case 'revert':
        this.#commit()
        return this.#settle(place.tryGit('revert', '--no-edit', `HEAD~${happening.back}`), happening.sides, 'revert')
      default: {
        this.#commit()
        const { branch: other, does } = happening
        if (does === 'merge') return this.#settle(place.tryGit('merge', '--quiet', '--no-edit', other), happening.sides, 'merge')
        if (does === 'pick') return this.#settle(place.tryGit('cherry-pick', other), happening.sides, 'cherry-pick')
        if (does === 'rebase') return this.#settle(place.tryGit('rebase', '--quiet', other), happening.sides, 'rebase')
        const { ok } = place.tryGit('merge', '--quiet', '--squash', other)
        if (!ok) this.#choose(happening.sides)
        this.#commit()
      }
    }
  }

  /** Takes a branch in with what is not committed laid aside meanwhile. */
  #stash(other: string, keep: readonly boolean[]): void {
    this.place.git('add', '--all')
    const isAside = this.place.git('status', '--porcelain') !== '' && this.place.tryGit('stash', '--quiet').ok
    this.#settle(this.place.tryGit('merge', '--quiet', '--no-edit', other), keep, 'merge')
    if (!isAside || this.place.tryGit('stash', 'pop', '--quiet').ok) return
    this.#choose(keep)
    this.place.git('stash', 'drop', '--quiet')
  }

  #commit(): void {
    this.place.git('add', '--all')
    this.place.tryGit('commit', '--quiet', '-m', 'as it is')
  }

  #keyOf(at: number): string | undefined {
    // Where the English of a branch was left half done, there may be no such key.
    return Object.keys(this.place.texts(ENGLISH)).filter((key) => key.startsWith('start.'))[at]
  }

  #translate(at: number): void {
    const key = this.#keyOf(at)
    if (key === undefined) return
    const text = `përkthimi ${this.#number++}`
    this.place.translate(key, text)
    this.#seen.set(text, new Set([this.place.texts(ENGLISH)[key]!]))
  }

  async #accept(at: number): Promise<void> {
    const key = this.#keyOf(at)
    const found = [...(await this.place.states())].find(([, each]) => each.key === key && each.text !== '')
    if (!found) return
    const [english, { text }] = found
    await this.place.accept(key!)
    this.#seen.get(text)!.add(english)
  }

  /** Goes on with what git stopped at, each file as it is on one side. */
  #settle({ ok }: { readonly ok: boolean }, keep: readonly boolean[], command: string): void {
    const isStopped = (): boolean =>
      ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply'].some((name) =>
        existsSync(join(this.place.top, '.git', name)),
      )
    if (ok) return
    for (let round = 0; isStopped(); round++) {
      this.#choose(keep)
      if (this.place.tryGit(command, '--continue').ok && !isStopped()) return
      if (isStopped() && this.place.git('status', '--porcelain') === '')
        this.place.tryGit(command, command === 'merge' ? '--abort' : '--skip')
      if (round > 20) throw new Error(`git ${command} does not end`)
    }
  }

  #choose(keep: readonly boolean[]): void {
    FILES.forEach((file, at) => void this.place.tryGit('checkout', keep[at] ? '--ours' : '--theirs', '--', file))
    this.place.git('add', '--all')
  }

  /** How many texts count as answers, and those among them to English that their writers have not seen. */
  async counted(): Promise<{ readonly fresh: number; readonly wrong: readonly string[] }> {
    const fresh = [...(await this.place.states())].filter(([, { state }]) => state.state === 'translated' || state.state === 'reviewed')
    const wrong = fresh.filter(([english, { text }]) => !this.#seen.get(text)?.has(english))
    return { fresh: fresh.length, wrong: wrong.map(([english, { text }]) => `${text}, which answers “${[...(this.#seen.get(text) ?? [])].join('”, “')}”, counts as “${english}”`) } // prettier-ignore
  }
}

/** What was mistaken once: a text was written, then came a sync with other English, and one commit of both. */
const WHOLE = [true, true, true, true]
const HISTORIES: readonly (readonly [Event, number])[][] = [
  [
    [{ does: 'edit', nth: 0, edit: 4 }, 60],
    [{ does: 'commit' }, 60],
    [{ does: 'translate', nth: 0 }, 60],
    [{ does: 'sync' }, 60],
    [{ does: 'switch', branch: 'translator' }, 60],
    [{ does: 'translate', nth: 0 }, 60],
    [{ does: 'sync' }, 60],
    [{ does: 'merge', branch: 'main', sides: WHOLE.with(2, false) }, 60],
  ],
]

const RUNS = Number(process.env['HISTORIES'] ?? 10)

test('no translation counts as an answer to English that its writer did not see, whatever happens on branches', async () => {
  let fresh = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(event, fc.constantFrom(0, 1, 60)), { minLength: 8, maxLength: 24, size: 'max' }), async (events) => {
      const people = new People()
      try {
        await people.begin()
        for (const [happening, moments] of events) {
          try {
            await people.live(happening, moments)
            const counted = await people.counted()
            expect(counted.wrong).toEqual([])
            fresh += counted.fresh
          } catch (error) {
            // What cannot be read is told, and nothing is published of it.
            if (!(error instanceof Failure)) throw error
            return
          }
        }
      } finally {
        people.place.remove()
      }
    }),
    { numRuns: RUNS, endOnFailure: true, examples: HISTORIES.map((history) => [history]) },
  )
  expect(fresh).toBeGreaterThan(RUNS)
}, 3_600_000)
