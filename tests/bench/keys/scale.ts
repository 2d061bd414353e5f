/**
 * Time and memory of a whole `sync` as publications grow: real prose, a fifth of the segments edited, three languages
 * translated. `node tests/bench/keys/scale.ts [segments…]`, by default 1,000, 10,000 and 100,000.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createRandom, markdownOf, readCorpus, type Block } from './corpus.ts'
import { EDITS } from './edits.ts'
import { nodeOptions } from '../../node-options.ts'

/** A large publication is many documents. */
const SEGMENTS_A_DOCUMENT = 1000
const TAGS = ['sq', 'mk', 'sr-Cyrl']

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000]
const corpus = readCorpus().flat()
const words = corpus.flatMap(({ text }) => text.match(/\p{L}{2,}/gu) ?? [])
const random = createRandom(1)
const word = (): string => words[Math.floor(random() * words.length)]!

/** Every block is a text of its own: real prose with words of other prose among it. */
const blocks = (count: number): Block[] =>
  Array.from({ length: count }, (_, at) => {
    const block = corpus[Math.floor(random() * corpus.length)]!
    return { ...block, text: `${block.text} ${word()} ${word()} ${word()}`, from: [at] }
  })

const context = { random, foreign: () => corpus[0]!, word }

for (const size of sizes) {
  const root = mkdtempSync(join(tmpdir(), 'editions-scale-'))
  try {
    mkdirSync(join(root, 'content'))
    writeFileSync(join(root, 'content/publication.yaml'), 'title: T\npublisher: P\neditions: [sq, mk, sr-Cyrl, sr-Latn, en]\n')
    const documents = Array.from({ length: Math.ceil(size / SEGMENTS_A_DOCUMENT) }, (_, number) => ({
      id: `paper-${number}`,
      blocks: blocks(Math.min(SEGMENTS_A_DOCUMENT, size - number * SEGMENTS_A_DOCUMENT)),
    }))
    for (const { id, blocks: former } of documents) write(root, id, former)
    sync(root)
    for (const { id } of documents) {
      for (const tag of TAGS) {
        const file = join(root, `locales/${tag}/${id}.json`)
        const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
        writeFileSync(
          file,
          JSON.stringify(Object.fromEntries(Object.keys(texts).map((key) => [key, `${tag} ${key} ${key} ${key}`])), null, 2),
        )
      }
    }
    sync(root)
    for (const { id, blocks: former } of documents) {
      let present = former
      const names = Object.keys(EDITS).filter((name) => name !== 'list to paragraphs')
      for (let count = former.length / 5; count > 0; count--)
        present = EDITS[names[Math.floor(random() * names.length)]!]!(present, context)
      write(root, id, present)
    }
    const edited = sync(root)
    const again = sync(root)
    console.log(
      `${String(size).padStart(7)} segments  edited: ${edited.seconds.toFixed(2)} s, ${edited.megabytes} MB  unchanged: ${again.seconds.toFixed(2)} s, ${again.megabytes} MB`,
    )
  } finally {
    rmSync(root, { recursive: true })
  }
}

function write(root: string, id: string, document: readonly Block[]): void {
  mkdirSync(join(root, 'content', id), { recursive: true })
  writeFileSync(join(root, 'content', id, 'document.md'), markdownOf(document))
}

/** Runs the command as a process of its own; seconds from start to end, and the most memory that it held. */
function sync(root: string): { seconds: number; megabytes: number } {
  const tell = "data:text/javascript,process.on('exit', () => console.error('RSS ' + process.resourceUsage().maxRSS))"
  const start = performance.now()
  const command = [...nodeOptions(), '--import', tell, resolve('pipeline/cli/main.js'), '--root', root, 'sync']
  const { status, stderr } = spawnSync('node', command, { encoding: 'utf8', maxBuffer: 1e8 })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`sync ended with ${status}: ${stderr}`)
  return { seconds, megabytes: Math.round(Number(/RSS (\d+)/.exec(stderr)![1]) / 1000) }
}
