import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyEdit } from '../../pipeline/catalog/edit.ts'
import { changeLocales } from '../../pipeline/catalog/alone.ts'
import { writePending } from '../../pipeline/catalog/sync.ts'
import { readTextCollection } from '../../pipeline/catalog/text-collection.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const SQ = 'locales/sq/paper.json'
const FRONT = '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\n'
const FIRST = 'It stays.'
const TABLE = '\n| Name | Year |\n| --- | --- |\n| NATO | 1949 |\n'
const KEY = 'one.it-stays'
const CELL = 'one.nato'

let publication: SmallPublication
beforeEach(async () => {
  publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq, en]\n',
    'content/paper/document.md': `${FRONT}${FIRST}\n\nIt goes on.\n${TABLE}`,
  })
  await sync()
  set({ [KEY]: 'Mbetet.', 'one.it-goes-on': 'Vazhdon.' })
  await sync()
})
afterEach(() => publication.remove())

async function sync(): Promise<void> {
  const read = await readPublication(publication.root)
  await changeLocales(read, 'sync', async () => writePending(read, (await readTextCollection(read, ['paper'])).pending))
}
const texts = (): Record<string, string> => JSON.parse(publication.read(SQ)) as Record<string, string>
const set = (changed: Record<string, string>): void =>
  publication.write(SQ, `${JSON.stringify({ ...texts(), ...changed }, undefined, 2)}\n`)
const edit = async (before: string, after: string, key = KEY): Promise<void> => {
  const read = await readPublication(publication.root)
  const changes = [{ key, before, after, answers: key === KEY ? FIRST : 'NATO' }]
  expect((await applyEdit(read, { tag: 'sq', document: 'paper', changes }, 'an edit')).kind).toBe('applied')
}
const source = async (text: string): Promise<void> => {
  publication.write('content/paper/document.md', `${FRONT}${text}\n\nIt goes on.\n${TABLE}`)
  await sync()
}
const stands = async (key = KEY): Promise<string | undefined> => {
  const { documents } = await readTextCollection(await readPublication(publication.root), ['paper'])
  return documents[0]!.translations[0]!.entries.get(key)?.text
}

/** How a person takes a text away. */
const WAYS = {
  'in the workbench': () => edit('Mbetet.', ''),
  'in an editor': async () => set({ [KEY]: '' }),
  'in an editor, after its source came back': async () => {
    await source('It must never stay.')
    set({ [KEY]: 'Nuk duhet të mbetet.' })
    await sync()
    await source(FIRST)
    set({ [KEY]: '' })
  },
}

test.each(Object.entries(WAYS))('a text that was emptied %s is untranslated, and stays so', async (_, empty) => {
  await empty()
  expect(await stands()).toBe('')
  await sync()
  await sync()
  expect([texts()[KEY], await stands()]).toEqual(['', ''])
  const { said } = publication.run('sync')
  expect(said).toContain('Nothing to do')
  expect(said).not.toContain('LOST')
  // Its source is edited, and comes back.
  await source('It must never stay.')
  await source(FIRST)
  expect(texts()[KEY]).toBe('')
  set({ [KEY]: 'Mbetet.' })
  await sync()
  await sync()
  expect(texts()[KEY]).toBe('Mbetet.')
})

test('a cell that stays as it is in the language can be emptied too', async () => {
  expect(texts()[CELL]).toBe('NATO')
  set({ [CELL]: '' })
  await sync()
  await sync()
  expect(texts()[CELL]).toBe('')
})

test('what was emptied in the workbench is kept with who brought it, and is the same when it is typed again', async () => {
  const before = publication.read('locales/ledger/sq/paper.json')
  expect(before).toContain('"origin": "person"')
  await edit('Mbetet.', '')
  expect(JSON.parse(publication.read('locales/ledger/sq/paper.json'))).toMatchObject({
    translations: { [KEY]: { retired: [{ basis: FIRST, text: 'Mbetet.', origin: 'person' }] } },
  })
  await edit('', 'Mbetet.')
  expect(publication.read('locales/ledger/sq/paper.json')).toBe(before)
})
