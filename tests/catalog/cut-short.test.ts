import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirm } from '../../pipeline/catalog/confirm.ts'
import { readTextCollection, type TextCollection } from '../../pipeline/catalog/text-collection.ts'
import type { Pending } from '../../pipeline/catalog/pending.ts'
import { statesOf } from '../../pipeline/catalog/states.ts'
import { stagesOf, take, writePending } from '../../pipeline/catalog/sync.ts'
import { check } from '../../pipeline/check/check.ts'
import { mend } from '../../pipeline/check/mend.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { NO_GLOSSARY } from '../bench/checks/pairs.ts'

const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'editions-cut-short-'))
afterAll(() => rmSync(place, { recursive: true }))

const SQ = 'locales/sq/paper.json'
const FRONT = '---\ntitle: T\nkind: Report\ndescription: One sentence.\ndate: 2026-05-31\n---\n\n'

const write = (root: string, file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
const texts = (root: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>
const translate = (root: string, changes: Readonly<Record<string, string>>, file = SQ): void =>
  write(root, file, `${JSON.stringify({ ...texts(root, file), ...changes }, null, 2)}\n`)
const paragraphs = (root: string, ...all: string[]): void => write(root, 'content/paper/document.md', FRONT + all.join('\n\n'))

async function read(root: string): Promise<TextCollection> {
  const publication = await readPublication(root)
  return readTextCollection(publication, publication.documents)
}

const apply = async (root: string, all: readonly Pending[]): Promise<unknown> => writePending(await readPublication(root), ...all)

/** What a command writes. */
type Command = (collection: TextCollection, root: string) => readonly Pending[] | Promise<readonly Pending[]>

const confirmed = (collection: TextCollection, keys: readonly string[] | 'all', review?: { on: string }): Pending[] => {
  const { ledgers } = confirm(collection, { tag: 'sq', document: undefined, keys, review })
  return [collection.pending, { catalogs: [], ledgers, moved: [] }]
}

const COMMANDS: Readonly<Record<string, Command>> = {
  sync: ({ pending }) => [pending],
  'check --fix': async (collection, root) => {
    const publication = await readPublication(root)
    const rules = ['spacing', 'quotes', 'dash']
    const { problems } = check({ publication, collection, editions: ['sq'] }, { glossary: NO_GLOSSARY, spellers: new Map(), rules })
    const { texts: mended, pending } = mend(collection, problems)
    return mended.length === 0 ? [] : [collection.pending, pending]
  },
  'review --all': (collection) => confirmed(collection, 'all', { on: '2026-05-31' }),
  accept: (collection) => {
    const { segments } = collection.documents[0]!.document
    return confirmed(collection, [segments.find(({ text }) => text.startsWith('Stale'))!.key])
  },
}

const ENGLISH = [
  'Stale is this one, it says.',
  'Fresh is this one, we say.',
  'Later comes “this one”.',
  'Back comes another.',
  'Read by two.',
]
const ELSEWHERE = 'Here it stays.'
const ALBANIAN = ['E  vjetër  është kjo.', 'E re  është kjo.', 'Më vonë vjen "kjo".', 'Kthehet  tjetra.', 'E lexuar  nga dy.']

const keyOf = (root: string, english: string): string =>
  Object.entries(texts(root, 'locales/en/paper.json')).find(([, text]) => text === english)![0]

const sync = async (root: string): Promise<unknown> => apply(root, [(await read(root)).pending])

/** A publication with a text of every kind: stale, fresh, edited on both sides, returning, reviewed, gone; with slips to mend. */
async function prepare(name: string): Promise<string> {
  const root = join(place, name)
  write(root, 'content/publication.yaml', 'title: T\npublisher: P\neditions: [sq, en]\n')
  write(root, 'locales/en/site.json', '{\n  "next": "Next"\n}\n')
  write(root, 'locales/sq/site.json', '{\n  "next": "Tjetra  e"\n}\n')
  paragraphs(root, ...ENGLISH)
  write(root, 'content/second/document.md', FRONT + ELSEWHERE)
  await sync(root)
  translate(root, { 'start.here-it-stays': 'Këtu mbetet.' }, 'locales/sq/second.json')
  translate(root, Object.fromEntries(ENGLISH.map((english, at) => [keyOf(root, english), ALBANIAN[at]!])))
  await sync(root)
  await apply(root, confirmed(await read(root), [keyOf(root, ENGLISH[4]!)], { on: '2026-05-30' }))
  // One English is another for a while, and its translation waits in the ledger; another is edited.
  const meanwhile = 'Whatever the weather brings to all of us.'
  paragraphs(root, ...ENGLISH.with(3, meanwhile).with(0, 'Stale is this one, it says today.'), 'Soon gone.')
  await sync(root)
  translate(root, { [keyOf(root, meanwhile)]: 'Çfarëdo që sjell  moti.', [keyOf(root, 'Soon gone.')]: 'Së shpejti.' })
  await sync(root)
  return root
}

/** What happens before the command: the English is edited, and translators go on. */
const CHANGES: Readonly<Record<string, (root: string) => void>> = {
  nothing: () => undefined,
  'edits on both sides': (root) => {
    paragraphs(root, 'Stale is this one, it said to 7 of us.', ENGLISH[1]!, 'Later comes “this one” to 9.', ENGLISH[3]!, ENGLISH[4]!)
    translate(root, { [keyOf(root, ENGLISH[2]!)]: 'Më vonë  vjen "kjo" sërish.' })
  },
  'a renamed folder': (root) => {
    CHANGES['edits on both sides']!(root)
    renameSync(join(root, 'content/paper'), join(root, 'content/report'))
  },
  'a text that moved into another document': (root) => {
    paragraphs(root, ENGLISH[0]!, ...ENGLISH.slice(2))
    write(root, 'content/second/document.md', `${FRONT}${ELSEWHERE}\n\n${ENGLISH[1]!}`)
  },
}

/** Each text of a translation that stands in a catalog, and its state. */
async function states(root: string): Promise<Map<string, string>> {
  const collection = await read(root)
  const found = new Map<string, string>()
  for (const { document, ...all } of collection.documents)
    for (const [key, { state }] of statesOf('sq', document.segments, all)) {
      const text = all.translations.find(({ tag }) => tag === 'sq')?.entries.get(key)?.text
      if (text) found.set(`${key}: ${text}`, state)
    }
  return found
}

const tree = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, 'locales'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  )

/** Every way in which the steps of a stage can be begun is one that keeps their order, or turns it. */
const orders = <T>(steps: readonly T[]): T[][] => [[...steps], steps.toReversed()]

describe.each(Object.keys(CHANGES))('after %s', (change) => {
  let origin: string
  beforeAll(async () => {
    origin = await prepare(change.replaceAll(' ', '-'))
    CHANGES[change]!(origin)
  })

  test.each(Object.keys(COMMANDS))(
    '%s may be cut short before any step: no text answers more than it did, and the next one completes it',
    async (name) => {
      const command = COMMANDS[name]!
      const copy = (as: string): string => {
        const root = join(place, as)
        rmSync(root, { recursive: true, force: true })
        cpSync(origin, root, { recursive: true })
        return root
      }
      const complete = async (root: string): Promise<void> => {
        await apply(root, await command(await read(root), root))
        await apply(root, [(await read(root)).pending])
      }
      const whole = copy('whole')
      await complete(whole)
      const known = [await states(origin), await states(whole)]
      const wanted = tree(whole)

      let steps = 1
      for (let cut = 0; cut <= steps; cut++) {
        for (const turn of [0, 1]) {
          const root = copy('cut')
          const pending = await command(await read(root), root)
          const all = pending.flatMap((each) => stagesOf(each).flatMap((stage) => orders(stage)[turn]!))
          steps = all.length
          const standing = new Map()
          for (const step of all.slice(0, cut)) await take(root, step, standing)
          for (const [text, state] of await states(root))
            expect([cut, text, known.map((each) => each.get(text)).filter((each) => each !== undefined)]).toEqual([
              cut,
              text,
              expect.arrayContaining([state]),
            ])
          await complete(root)
          expect([cut, tree(root)]).toEqual([cut, wanted])
        }
      }
    },
  )
})
