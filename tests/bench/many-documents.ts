import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nodeOptions } from '../node-options.ts'

/** The locales that people write. */
export const TRANSLATED = ['sq', 'mk', 'sr-Cyrl'] as const
/** The words of each document. */
const WORDS = 1200

type Texts = Readonly<Record<string, string>>

function textsOf(tag: string): Texts {
  return JSON.parse(readFileSync(`locales/${tag}/conference-summary.json`, 'utf8')) as Texts
}

/**
 * A publication of many documents, each of 1,200 words in sections, translated into every language: the sentences of the
 * project’s own document in another order, each made its document’s own by a number.
 * @param root an empty folder
 */
export function writeManyDocuments(root: string, count: number): void {
  for (const shared of TRANSLATED.map((tag) => `locales/${tag}/site.json`)) cpSync(shared, join(root, shared), { recursive: true })
  const english = textsOf('en')
  const paragraphs = Object.keys(english).filter(
    (key) => english[key]!.split(' ').length > 12 && !/[[\]*<]|\.description$/.test(english[key]!),
  )
  const byEnglish = new Map<string, Map<string, string>>(TRANSLATED.map((tag) => [tag, new Map()]))
  const translations = Object.fromEntries(TRANSLATED.map((tag) => [tag, textsOf(tag)]))
  mkdirSync(join(root, 'content'), { recursive: true })
  writeFileSync(join(root, 'content/publication.yaml'), 'title: Reports\npublisher: The bench\neditions: [sq, mk, sr-Cyrl, sr-Latn, en]\n')
  for (let index = 0; index < count; index++) {
    const id = `report-${String(index).padStart(5, '0')}`
    const number = 1000 + index
    const lines = [`---\ntitle: Report ${number}\nkind: Report\ndescription: A report with the number ${number}.\ndate: 2018-06-08\n---`]
    const own = (text: string): string => `${text} (${number})`
    for (const tag of TRANSLATED) {
      const known = byEnglish.get(tag)!
      known.set(`Report ${number}`, { sq: `Raporti ${number}`, mk: `Извештај ${number}`, 'sr-Cyrl': `Извештај ${number}` }[tag])
      known.set('Report', { sq: 'Raport', mk: 'Извештај', 'sr-Cyrl': 'Извештај' }[tag])
      known.set(`A report with the number ${number}.`, {
        sq: `Një raport me numrin ${number}.`,
        mk: `Извештај со број ${number}.`,
        'sr-Cyrl': `Извештај са бројем ${number}.`,
      }[tag]) // prettier-ignore
    }
    let words = 0
    for (let at = 0; words < WORDS; at++) {
      if (at % 6 === 0) {
        const section = `Part ${at / 6 + 1} of ${number}`
        lines.push(`## ${section}`)
        for (const tag of TRANSLATED)
          byEnglish
            .get(tag)!
            .set(
              section,
              `${{ sq: 'Pjesa', mk: 'Дел', 'sr-Cyrl': 'Део' }[tag]} ${at / 6 + 1} ${{ sq: 'nga', mk: 'од', 'sr-Cyrl': 'од' }[tag]} ${number}`,
            )
      }
      const key = paragraphs[(index * 7 + at * 11) % paragraphs.length]!
      const text = own(english[key]!)
      words += text.split(' ').length
      lines.push(text)
      for (const tag of TRANSLATED) byEnglish.get(tag)!.set(text, own(translations[tag]![key]!))
    }
    mkdirSync(join(root, 'content', id))
    writeFileSync(join(root, 'content', id, 'document.md'), `${lines.join('\n\n')}\n`)
  }
  sync(root)
  for (let index = 0; index < count; index++) {
    const file = `report-${String(index).padStart(5, '0')}.json`
    const keyed = JSON.parse(readFileSync(join(root, 'locales/en', file), 'utf8')) as Texts
    for (const tag of TRANSLATED) {
      const known = byEnglish.get(tag)!
      const translated = Object.fromEntries(Object.entries(keyed).map(([key, text]) => [key, known.get(text) ?? '']))
      writeFileSync(join(root, 'locales', tag, file), `${JSON.stringify(translated, null, 2)}\n`)
    }
  }
  sync(root)
}

function sync(root: string): void {
  const { status, stdout, stderr } = spawnSync('node', [...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', root, 'sync'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status === 2) throw new Error(`sync: ${stdout.slice(-2000)}${stderr.slice(-2000)}`)
}
