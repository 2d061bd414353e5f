import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCommands } from '../commands.ts'
import { litterIn, treeOf, type Tree } from './commands.ts'

/** Two commands at once, whichever is a little ahead: all is as if they had run one after the other, and no other has to be named. */
const place = mkdtempSync(join(tmpdir(), 'editions-prove-at-once-'))
const [origin, root] = [join(place, 'origin'), join(place, 'publication')]
const env = { ...process.env, XDG_CACHE_HOME: join(place, 'cache') }
const both = [openCommands(env), openCommands(env)] as const
const commands = both[0]
const inTurn = (folder: string, command: readonly string[]) => commands.run(['--root', folder, ...command])
afterAll(() => {
  for (const each of both) each.close()
  rmSync(place, { recursive: true })
})

const DOCUMENTS = ['a', 'b']
const write = (file: string, text: string): void => {
  mkdirSync(join(origin, file, '..'), { recursive: true })
  writeFileSync(join(origin, file), text)
}
const document = (id: string, change = ''): void =>
  write(
    `content/${id}/document.md`,
    `---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\n${[1, 2, 3].map((nth) => `Sentence ${nth} of ${id} is here${nth === 1 ? change : ''}.`).join('\n\n')}\n`,
  )

beforeAll(() => {
  for (const shared of ['sq', 'mk'].map((tag) => `locales/${tag}/site.json`)) cpSync(shared, join(origin, shared), { recursive: true })
  write('content/publication.yaml', 'title: T\npublisher: P\neditions: [en, sq, mk]\n')
  for (const id of DOCUMENTS) document(id)
  inTurn(origin, ['sync'])
  for (const file of ['sq', 'mk'].flatMap((tag) => DOCUMENTS.map((id) => `locales/${tag}/${id}.json`))) {
    const keys = Object.keys(JSON.parse(readFileSync(join(origin, file), 'utf8')) as object)
    write(file, JSON.stringify(Object.fromEntries(keys.map((key) => [key, `Teksti  i ${key.replaceAll(/\W/g, ' ')}.`])), null, 2))
  }
  inTurn(origin, ['sync'])
  inTurn(origin, ['build', '--format', 'html'])
  for (const id of DOCUMENTS) document(id, ', with a few words more')
})

const restore = (): void => {
  rmSync(root, { recursive: true, force: true })
  cpSync(origin, root, { recursive: true })
}

/** What is there in the end: whatever a command left undone, since another came first, the next sync and build do. */
function settled(): Tree {
  inTurn(root, ['sync'])
  inTurn(root, ['build', '--format', 'html'])
  return treeOf(root)
}

const SYNC = 'sync'
const FIX = 'check --fix --edition sq --rule spacing'
const REVIEW = 'review --edition sq --document a --by Ana --all'
const OTHER_REVIEW = 'review --edition mk --document b --by Ben --all'
const ACCEPT = 'accept --edition sq --document a one.sentence-1-of-a-is'
const BUILD = 'build --format html'

test.each([
  [SYNC, SYNC],
  [SYNC, FIX],
  [SYNC, REVIEW],
  [SYNC, ACCEPT],
  [SYNC, BUILD],
  [FIX, REVIEW],
  [FIX, ACCEPT],
  [REVIEW, OTHER_REVIEW],
  [REVIEW, ACCEPT],
  [BUILD, BUILD],
  [BUILD, REVIEW],
  [`${BUILD} --edition sq`, `${BUILD} --edition mk`],
])('%s beside %s', async (...lines) => {
  const pair = lines.map((line) => line.split(' '))
  const wanted: Tree[] = []
  for (const order of [pair, pair.toReversed()]) {
    restore()
    for (const command of order) expect(inTurn(root, command).status).toBeLessThan(2)
    wanted.push(settled())
  }
  for (const [first, second, delay] of [
    [0, 1, 0],
    [0, 1, 10],
    [1, 0, 10],
  ] as const) {
    restore()
    const begin = (which: 0 | 1) => both[which].begin(['--root', root, ...pair[which]!])
    const ended = [begin(first)]
    if (delay > 0) await pause(delay)
    ended.push(begin(second))
    const codes = ended.map((end) => end().status)
    expect(codes.filter((code) => code !== 0 && code !== 1)).toEqual([])
    expect(litterIn(treeOf(root))).toEqual([])
    expect(wanted).toContainEqual(settled())
  }
})
