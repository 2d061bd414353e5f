import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readExample } from '../../pipeline/start/examples.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const DOCUMENT = 'conference-summary'

/** Texts of the first document by their keys there, in which a translator finds something to do. */
const TO_DO = {
  /** Its original is edited. */
  stale: 'language-not-the-border.online-radicalisation-in-the-western',
  missing: 'closing-and-next-steps.it-will-also-go-on',
  /** It has the quotation marks of a typewriter. */
  flagged: 'panel-4-the-second.the-fourth-panel-was-the',
} as const

const EDITS = {
  sq: ['kufijve shtetërorë', 'kufijve të një shteti'],
  en: ['in the Western Balkans too,', 'in the Western Balkans and beyond,'],
} as const

/** A publication in which there is something to do, and the keys of what. */
export interface Sample extends SmallPublication {
  readonly keys: Readonly<Record<keyof typeof TO_DO, string>>
}

type Texts = Record<string, string>

const isWanted = (path: string, tags: readonly string[]): boolean =>
  path.startsWith('content/') || tags.some((tag) => path.startsWith(`locales/${tag}/`))

const textsOf = (tag: string): Texts => JSON.parse(readFileSync(`locales/${tag}/${DOCUMENT}.json`, 'utf8')) as Texts

/**
 * The first document with two of the examples, as a translator finds them.
 * @param tag the language that is translated into: English from an Albanian original, every other from the English
 */
export async function samplePublication(tag: string): Promise<Sample> {
  const source = tag === 'en' ? 'sq' : 'en'
  const files = await Promise.all(['report', 'letter'].map(readExample))
  const small = createPublication({
    'content/publication.yaml': `title: ${TITLES[source]}\npublisher: ${PUBLISHERS[source]}\nsource: ${source}\neditions: [${[...new Set([source, tag, 'sq', 'mk', 'sr-Cyrl'])].join(', ')}]\n`,
    [`content/${DOCUMENT}/document.md`]: originalIn(source),
    ...(tag === 'en' && { 'locales/en/site.json': JSON.stringify({ publisher: PUBLISHERS.en }) }),
    'locales/glossary.yaml': readFileSync('locales/glossary.yaml'),
    ...Object.fromEntries(
      files
        .flatMap((each) => [...each].filter(([path]) => isWanted(path, ['sq', tag])))
        .map(([path, bytes]) => [path, path.endsWith('.md') ? inEnglish(bytes) : bytes]),
    ),
  })
  small.run('sync')
  const original = JSON.parse(small.read(`locales/${source}/${DOCUMENT}.json`)) as Texts
  const keyOf = (known: string): string => Object.entries(original).find(([, text]) => text === textsOf(source)[known])![0]
  const keys = { stale: keyOf(TO_DO.stale), missing: keyOf(TO_DO.missing), flagged: keyOf(TO_DO.flagged) }
  const answers = new Map(Object.entries(textsOf(source)).map(([key, text]) => [text, textsOf(tag)[key]!]))
  const translated = Object.fromEntries(Object.entries(original).map(([key, text]) => [key, answers.get(text)!]))
  const changed = { ...translated, [keys.missing]: '', [keys.flagged]: translated[keys.flagged]!.replace(/QKSS|КЦБС|KCSS/, '"$&"') }
  small.write(`locales/${tag}/${DOCUMENT}.json`, `${JSON.stringify(changed, null, 2)}\n`)
  small.run('sync')
  const path = `content/${DOCUMENT}/document.md`
  small.write(path, small.read(path).replace(EDITS[source][0], EDITS[source][1]))
  small.run('sync')
  return { ...small, keys }
}

const TITLES = { sq: 'Punime të konferencave', en: 'Conference papers' } as const
const PUBLISHERS = { sq: 'Qendra Kosovare për Studime të Sigurisë', en: 'Kosovar Centre for Security Studies' } as const

/** The document’s Markdown with its texts in another language. */
function originalIn(source: 'sq' | 'en'): string {
  const own = textsOf(source)
  const english = Object.entries(textsOf('en')).toSorted(([, a], [, b]) => b.length - a.length)
  const markdown = readFileSync(join('content', DOCUMENT, 'document.md'), 'utf8')
  return english.reduce((text, [key, words]) => text.replace(words, own[key]!), markdown)
}

function inEnglish(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace('---\n', '---\nlanguage: en\n')
}
