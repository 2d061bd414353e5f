import fc from 'fast-check'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { confirm } from '../../pipeline/catalog/confirm.ts'
import { layOut } from '../../pipeline/catalog/layout.ts'
import { digestOf } from '../../pipeline/catalog/ledger.ts'
import { readLedger } from '../../pipeline/catalog/read-ledger.ts'
import { readTextCollection } from '../../pipeline/catalog/text-collection.ts'
import { readCatalog } from '../../pipeline/catalog/store.ts'
import { pendingFiles, stagesOf, take, writePending, type Standing } from '../../pipeline/catalog/sync.ts'
import { SOURCE_TAG, type Tag } from '../../pipeline/model/language.ts'
import type { Publication } from '../../pipeline/model/publication.ts'
import { Failure } from '../../pipeline/problem.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'

const CAT = 'The committee met in Tirana on 6 June and adopted the plan.'
const DOG = 'Nobody had foreseen how quickly the river would rise.'
const FISH = 'Schools reopened within a fortnight.'
const SENTENCES = [
  CAT,
  CAT.replace('June', 'June,'),
  CAT.replace('6', '7'),
  CAT.replace('the plan', 'a new plan'),
  DOG,
  DOG.replace('rise', 'fall'),
  FISH,
  `${DOG} ${FISH}`,
  `${CAT} ${DOG}`,
  'A b.',
  'A c.',
  'Yes',
  '7.',
]
const FRONT = '---\ntitle: T\nkind: K\ndescription: D\ndate: 2018-06-08\n---\n\n'
const TAGS: readonly Tag[] = ['sq', 'mk']
/** `HAPPENINGS=1000` tries so many sequences of events. */
const RUNS = Number(process.env['HAPPENINGS'] ?? 50)
/** Most of what happens, happens to one document: else it would seldom meet. */
const id = fc.constantFrom('a', 'a', 'a', 'b', 'c')
const tag = fc.constantFrom<Tag>('sq', 'sq', 'mk')

/** What happens to a publication, in the hands of those who write and translate it. */
const event = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('sync') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('killed sync'), stage: fc.nat({ max: 6 }), isTaken: fc.array(fc.boolean()) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edit'),
      id,
      paragraphs: fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('edit one'), id, nth: fc.nat({ max: 1 }), sentence: fc.constantFrom(...SENTENCES) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename'), id, to: id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), id }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom(...Array.from({ length: 9 }, () => 'translate'), 'empty', 'drop', 'swap', 'lay out', 'accept', 'review'),
      tag,
      id,
      at: fc.constantFrom(3, 3, 4, 4, 5, 0),
      layout: fc.record({
        indent: fc.constantFrom('  ', '\t'),
        newline: fc.constantFrom('\n' as const, '\r\n' as const),
        spaced: fc.boolean(),
        mark: fc.constantFrom('', '\uFEFF'),
      }),
    }),
  },
)
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

/** A publication on the disk, and the texts that it owes its translators. */
class Tree {
  readonly root = mkdtempSync(join(tmpdir(), 'editions-nothing-lost-'))
  readonly #owed = new Set<string>()
  /** Texts that answered their English at the last sync: what their translators write over them, they mean to replace. */
  #settled = new Set<string>()
  #seen = new Set<string>()
  #number = 0
  /** What a sync would write straight after a sync. */
  leftOver: readonly string[] = []

  constructor() {
    mkdirSync(join(this.root, 'content'))
    writeFileSync(join(this.root, 'content/publication.yaml'), `title: T\npublisher: P\neditions: [${TAGS.join(', ')}, en]\n`)
    this.#write('a', [CAT, DOG])
  }

  async after(happening: Event): Promise<void> {
    if (!('id' in happening) && !('stage' in happening)) return this.#sync()
    if ('stage' in happening) return this.#killedSync(happening.stage, happening.isTaken)
    const folder = join(this.root, 'content', happening.id)
    if ('paragraphs' in happening) return this.#write(happening.id, happening.paragraphs)
    if ('nth' in happening) return this.#writeOne(happening.id, happening.nth, happening.sentence)
    if ('to' in happening) {
      const to = join(this.root, 'content', happening.to)
      if (existsSync(folder) && !existsSync(to)) renameSync(folder, to)
    } else if ('at' in happening) await this.#translator(happening)
    else if (readdirSync(join(this.root, 'content')).length > 2) rmSync(folder, { recursive: true, force: true })
  }

  async #sync(): Promise<void> {
    const publication = await readPublication(this.root)
    await writePending(publication, (await readTextCollection(publication, publication.documents)).pending)
    const collection = await readTextCollection(publication, publication.documents)
    this.leftOver = pendingFiles(collection.pending)
    this.#seen = new Set()
    this.#settled = new Set()
    for (const { english, translations, ledgers } of collection.documents) {
      translations.forEach(({ entries }, at) => {
        for (const [key, { text }] of entries) {
          this.#seen.add(text)
          if (ledgers[at]!.answers.get(key)?.basis === english.entries.get(key)?.text) this.#settled.add(text)
        }
      })
    }
  }

  async #killedSync(stage: number, isTaken: readonly boolean[]): Promise<void> {
    const publication = await readPublication(this.root)
    const stages = stagesOf((await readTextCollection(publication, publication.documents)).pending)
    const standing: Standing = new Map()
    const cut = (stages[stage] ?? []).filter((_, at) => isTaken[at])
    for (const step of [...stages.slice(0, stage).flat(), ...cut]) await take(this.root, step, standing)
    await this.#settle(publication)
  }

  /** A sync may have been killed when a text answered its English already. */
  async #settle(publication: Publication): Promise<void> {
    for (const document of publication.documents) {
      const english = await readCatalog(publication, SOURCE_TAG, document)
      for (const locale of TAGS) {
        const [{ entries }, { answers }] = [
          await readCatalog(publication, locale, document),
          await readLedger(publication, locale, document),
        ]
        for (const [key, { text }] of entries) {
          const answer = answers.get(key)
          if (answer?.digest === digestOf(text) && answer.basis === english.entries.get(key)?.text) this.#settled.add(text)
        }
      }
    }
  }

  async #translator({ kind, tag: locale, id: document, at, layout }: Extract<Event, { at: number }>): Promise<void> {
    const file = join(this.root, 'locales', locale, `${document}.json`)
    if (!existsSync(file)) return
    const texts = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8').replace('\uFEFF', '')) as Record<string, string>))
    const keys = [...texts.keys()]
    const key = keys[at % keys.length]
    if (key === undefined) return
    if (kind === 'accept' || kind === 'review') return this.#confirm(locale, document, key, kind === 'review')
    const save = (order = [...texts.keys()]): void =>
      writeFileSync(file, layout.mark + layOut(new Map(order.map((each) => [each, JSON.stringify(texts.get(each)!)])), layout))
    if (kind === 'lay out') return save(keys.toReversed())
    if (kind === 'swap') {
      const other = keys[(at + 1) % keys.length]!
      for (const [to, from] of [
        [key, texts.get(other)!],
        [other, texts.get(key)!],
      ] as const)
        texts.set(to, from)
      return save()
    }
    const before = texts.get(key)!
    if (this.#settled.has(before) || !this.#seen.has(before)) this.#owed.delete(before)
    if (kind === 'drop') texts.delete(key)
    else texts.set(key, kind === 'empty' ? '' : `${locale} ${this.#number++}`)
    if (kind === 'translate') this.#owed.add(texts.get(key)!)
    save()
  }

  async #confirm(locale: Tag, document: string, key: string, review: boolean): Promise<void> {
    const publication = await readPublication(this.root)
    const collection = await readTextCollection(publication, publication.documents)
    try {
      const { ledgers } = confirm(collection, { tag: locale, document, keys: [key], review: review ? { on: '2018-06-08' } : undefined })
      await writePending(publication, collection.pending, { catalogs: [], ledgers, moved: [] })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  }

  #write(document: string, paragraphs: readonly string[]): void {
    mkdirSync(join(this.root, 'content', document), { recursive: true })
    writeFileSync(join(this.root, 'content', document, 'document.md'), FRONT + paragraphs.join('\n\n'))
  }

  #writeOne(document: string, nth: number, sentence: string): void {
    const file = join(this.root, 'content', document, 'document.md')
    if (!existsSync(file)) return
    const paragraphs = readFileSync(file, 'utf8').slice(FRONT.length).split('\n\n')
    this.#write(document, paragraphs.with(nth % paragraphs.length, sentence))
  }

  /** Owed texts that stand neither in a catalog nor in a ledger. */
  lost(): string[] {
    const files = existsSync(join(this.root, 'locales'))
      ? readdirSync(join(this.root, 'locales'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
      : []
    const standing = files.map((name) => readFileSync(join(this.root, 'locales', name), 'utf8')).join('\n')
    return [...this.#owed].filter((text) => !standing.includes(JSON.stringify(text)))
  }
}

const LAYOUT = { indent: '  ', newline: '\n', spaced: false, mark: '' } as const

/**
 * What once lost a text: a sync of a renamed document was cut short, and its translator went on at the former place. What
 * once stopped a sync: a document was renamed while another was new that shares its English.
 */
const HISTORIES: readonly Event[][] = [
  [
    { kind: 'rename', id: 'a', to: 'b' },
    { kind: 'translate', tag: 'sq', id: 'a', at: 4, layout: LAYOUT },
    { kind: 'killed sync', stage: 2, isTaken: [] },
    { kind: 'translate', tag: 'sq', id: 'a', at: 3, layout: LAYOUT },
    { kind: 'swap', tag: 'sq', id: 'a', at: 3, layout: LAYOUT },
    { kind: 'sync' },
  ],
  [{ kind: 'edit', id: 'c', paragraphs: [] }, { kind: 'rename', id: 'a', to: 'b' }, { kind: 'sync' }],
]

test('nothing that happens to a publication, in any order, loses a text that its translators did not mean to replace', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 40, size: 'max' }), async (events) => {
      const tree = new Tree()
      try {
        await tree.after({ kind: 'sync' })
        for (const happening of events) {
          await tree.after(happening)
          expect([tree.lost(), tree.leftOver]).toEqual([[], []])
        }
      } finally {
        rmSync(tree.root, { recursive: true })
      }
    }),
    { numRuns: RUNS, examples: HISTORIES.map((history) => [history]) },
  )
})
