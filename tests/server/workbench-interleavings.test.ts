import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeLocales } from '../../pipeline/catalog/alone.ts'
import { writePending } from '../../pipeline/catalog/sync.ts'
import { readTextCollection } from '../../pipeline/catalog/text-collection.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { createWork, type SmallWork } from './workbench-publication.ts'

/** How many are tried, and which: `INTERLEAVINGS=1000 SEED=… npx vitest run tests/server/workbench-interleavings.test.ts`. */
const RUNS = Number(process.env['INTERLEAVINGS'] ?? 4)
const SEED = Number(process.env['SEED'] ?? 16)

const SHEET = 'api/editions/sr-Cyrl/documents/paper/segments/'
const FILE = 'locales/sr-Cyrl/paper.json'
const TEXTS = ['This sentence', 'Two people', 'The last'] as const

/** What happens to a publication that two pages, an editor and git have open. `at` selects a text. */
type Event =
  | { readonly does: 'save' | 'look' | 'undo'; readonly page: 0 | 1; readonly at: number }
  | { readonly does: 'edit'; readonly at: number }
  /** An editor reads the whole file; one that has it open writes it, with a change of its own. */
  | { readonly does: 'open' }
  | { readonly does: 'sync' }
  | { readonly does: 'checkout'; readonly commit: 'one' | 'two' }

const at = fc.nat(TEXTS.length - 1)
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('save' as const), page: fc.constantFrom(0 as const, 1 as const), at }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('look' as const, 'undo' as const), page: fc.constantFrom(0 as const, 1 as const), at }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ does: fc.constant('edit' as const), at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('open' as const, 'sync' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('checkout' as const), commit: fc.constantFrom('one' as const, 'two' as const) }) },
)
/** What happens at the same time, and then at the same time. */
const story = fc.array(fc.array(event, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 7 })

let work: SmallWork
let workbench: Workbench
let token: string
let keys: readonly string[]

const git = (...command: readonly string[]): string =>
  execFileSync('git', ['-C', work.root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...command], { encoding: 'utf8' })

beforeAll(async () => {
  work = createWork()
  keys = TEXTS.map((beginning) => work.keyOf(beginning))
  git('init', '--quiet')
  for (const name of ['one', 'two']) {
    for (const key of keys) work.setText(key, `Текст ${name} ${key}.`)
    git('add', '.')
    git('commit', '--quiet', '-m', name)
    git('tag', name)
  }
  workbench = await openWorkbench(openProject(work.root), 0)
  token = /name="editions-token" content="([^"]+)"/.exec(await (await fetch(workbench.address)).text())![1]!
})
afterAll(async () => {
  await workbench.close()
  work.remove()
})

const ask = (method: string, key: string, as: string, etag?: string, body?: object): Promise<Response> =>
  fetch(`${workbench.address}${SHEET}${encodeURIComponent(key)}${as}`, {
    method,
    headers: { 'x-editions-token': token, ...(etag !== undefined && { 'if-match': etag }), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  }) // prettier-ignore

interface Seen {
  readonly text: string
  readonly etag: string
}
const look = async (key: string): Promise<Seen> => {
  const answer = await ask('GET', key, '')
  return { text: ((await answer.json()) as { text: string }).text, etag: answer.headers.get('etag')! }
}
const sync = async (): Promise<void> => {
  const publication = await readPublication(work.root)
  await changeLocales(publication, 'sync', async () =>
    writePending(publication, (await readTextCollection(publication, ['paper'])).pending),
  )
}

let count = 0
/** A text that no other event writes. */
const newText = (by: string): string => `${by} пише реченицу ${count++}.`

test('no text that was acknowledged is lost, and none is written over by who had not seen it', async () => {
  const tell = async (batches: readonly (readonly Event[])[]): Promise<void> => {
    const seen = [new Map<string, Seen>(), new Map<string, Seen>()] as const
    for (const page of seen) for (const key of keys) page.set(key, await look(key))
    const saved: { readonly key: string; readonly before: string; readonly text: string }[] = []
    let open = readFileSync(join(work.root, FILE), 'utf8')
    /** How often a text may have come back that somebody had replaced. */
    let returns = 0
    const happen = async (it: Event): Promise<void> => {
      if (it.does === 'save' || it.does === 'look' || it.does === 'undo') {
        const key = keys[it.at]!
        const page = seen[it.page]
        const { text: before, etag } = page.get(key)!
        if (it.does !== 'look') {
          const text = newText(`Страница ${it.page}`)
          const answer = it.does === 'save' ? await ask('PUT', key, '', etag, { text }) : await ask('POST', key, '/undo', etag)
          expect([200, 409, 412]).toContain(answer.status)
          if (answer.ok && it.does === 'undo') returns++
          if (answer.ok && it.does === 'save') saved.push({ key, before, text })
        }
        page.set(key, await look(key))
      } else if (it.does === 'edit') work.setText(keys[it.at]!, newText('Уредник'))
      else if (it.does === 'open') {
        // What was open since is written over what stands.
        const stale = open
        open = readFileSync(join(work.root, FILE), 'utf8')
        writeFileSync(join(work.root, FILE), stale)
        returns++
      } else if (it.does === 'sync') await sync()
      else if (it.does === 'checkout') {
        git('checkout', '--quiet', it.commit, '--', FILE)
        returns++
      }
    }
    for (const batch of batches) await Promise.all(batch.map(happen))
    await sync()
    const standing = work.texts()
    for (const key of keys) {
      const own = saved.filter((each) => each.key === key)
      const former = (await (await ask('GET', key, '/history')).json()) as { text: string }[]
      const known = new Set([standing[key], ...former.map(({ text }) => text)])
      expect(own.map(({ text }) => text).filter((text) => !known.has(text))).toEqual([])
      // Of those who had the same text before them, one was let through each time that it stood there.
      for (const same of Map.groupBy(own, ({ before }) => before).values()) expect(same.length).toBeLessThanOrEqual(1 + returns)
      if (returns === 0 && !batches.flat().some(({ does }) => does === 'edit') && own.length > 0) expect(own.at(-1)!.text).toBe(standing[key])
    }
  }
  await fc.assert(fc.asyncProperty(story, tell), { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 100 })
}, 3_600_000) // prettier-ignore
