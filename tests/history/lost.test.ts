import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { usualCommands } from '../commands.ts'
import { ALBANIAN, ENGLISH, LEDGER, Repository } from './repository.ts'

const INTERFACE = 'locales/sq/site.json'

const commands = usualCommands()
const places: Repository[] = []
afterEach(() => places.splice(0).forEach((place) => place.remove()))

/** A translated document in git, in a folder of the repository. */
async function translated(): Promise<Repository> {
  const place = new Repository('a folder')
  places.push(place)
  cpSync(INTERFACE, join(place.root, INTERFACE))
  place.paragraphs = ['Nobody had foreseen how quickly the river would rise.', 'Schools reopened within a fortnight.']
  await place.sync()
  for (const [key, english] of Object.entries(place.texts(ENGLISH))) place.translate(key, `sq: ${english}`)
  await place.sync()
  place.commit('translated')
  return place
}

function sync(place: Repository): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = commands.run(['--root', place.root, 'sync'])
  return { status, said: stdout + stderr }
}

/** How a locale file is lost. */
const LOSSES: Readonly<Record<string, (place: Repository) => void>> = {
  deleted: (place) => rmSync(join(place.root, ALBANIAN)),
  'replaced by nothing': (place) => place.write(ALBANIAN, '{}\n'),
  'emptied text by text': (place) => {
    for (const key of Object.keys(place.texts(ALBANIAN))) place.translate(key, '')
  },
  'deleted in a commit, with others after it': (place) => {
    rmSync(join(place.root, ALBANIAN))
    place.commit('deleted')
    place.write('README.md', 'More.')
    place.commit('more')
  },
}

test.each(Object.entries(LOSSES))(
  'a locale file that was %s is said to be lost, and the command that is shown brings it back',
  async (_, lose) => {
    const place = await translated()
    const [texts, ledger] = [place.texts(ALBANIAN), place.read(LEDGER)]
    lose(place)
    const { status, said } = sync(place)
    expect(said).toContain(`LOST  ${ALBANIAN}: ${Object.keys(texts).length} translations that the ledger knows are gone from this file.`)
    expect(status).toBe(1)
    const [, command] = /run: git (.*?) {2}and then/.exec(said)!
    place.git(...command!.split(' '))
    expect(sync(place)).toMatchObject({ status: 0, said: expect.not.stringContaining('LOST') })
    expect([place.texts(ALBANIAN), place.read(LEDGER)]).toEqual([texts, ledger])
  },
)

test('without git it is said as well, and single texts that are gone are named', async () => {
  const place = await translated()
  const [first, ...keys] = Object.keys(place.texts(ALBANIAN))
  place.translate(first!, '')
  expect(sync(place)).toMatchObject({
    status: 0,
    said: expect.stringMatching(new RegExp(`1 translation that.*: ${first}.\\n +Git has them: git show`)),
  })
  rmSync(join(place.top, '.git'), { recursive: true })
  rmSync(join(place.root, ALBANIAN))
  const { status, said } = sync(place)
  expect([status, said]).toEqual([1, expect.stringMatching(new RegExp(`${keys.length} translations that[^]*Git does not have them`))])
})

/** What is lost together with the ledger that would tell of it, or is the tool’s own memory. */
const VANISHED: Readonly<Record<string, readonly [lost: readonly string[], told: readonly string[], isCommitted?: true]>> = {
  'the folder of a language and its ledgers': [
    ['locales/sq', 'locales/ledger/sq'],
    [ALBANIAN, INTERFACE],
  ],
  'the same, in a commit': [['locales/sq', 'locales/ledger/sq'], [ALBANIAN, INTERFACE], true],
  'a locale file and its ledger': [[ALBANIAN, LEDGER], [ALBANIAN]],
  'a ledger': [[LEDGER], [LEDGER]],
  'the list of keys': [[ENGLISH], [ENGLISH]],
  'all texts': [['locales'], [ENGLISH, ALBANIAN, INTERFACE]],
}

test.each(Object.entries(VANISHED))(
  'of %s git tells, and the command that is shown brings it back',
  async (_, [lost, told, isCommitted]) => {
    const place = await translated()
    const before = [ENGLISH, ALBANIAN, LEDGER].map((file) => place.read(file))
    for (const path of lost) rmSync(join(place.root, path), { recursive: true })
    if (isCommitted) place.commit('lost')
    const { status, said } = sync(place)
    expect([...said.matchAll(/LOST {2}(\S+):/g)].map(([, file]) => file)).toEqual(told)
    expect(status).toBe(1)
    const [, command] = /run: git (.*?) {2}and then/.exec(said)!
    place.git(...command!.split(' '))
    expect(sync(place)).toMatchObject({ status: 0, said: expect.not.stringContaining('LOST') })
    expect([ENGLISH, ALBANIAN, LEDGER].map((file) => place.read(file))).toEqual(before)
  },
)

test('a language that is translated on another branch alone, or not yet at all, is not lost', async () => {
  const place = await translated()
  const texts = place.texts(ALBANIAN)
  place.git('checkout', '--quiet', '--orphan', 'other')
  for (const key of Object.keys(texts)) place.translate(key, '')
  rmSync(join(place.root, LEDGER))
  place.commit('another beginning')
  expect(sync(place)).toMatchObject({ status: 0, said: expect.not.stringContaining('LOST') })
})
