import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const FRONT = '---\ntitle: Paper\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n'
const BODY = [
  'Nobody has translated this yet.',
  'The report has 12 chapters.',
  'She said: “Peace and trust.”',
  'This sentence is translated and stays.',
  'Two people write this at once.',
  'The last sentence of all.',
]

/** What the translators have written; of the paragraphs, the first is missing. */
const TRANSLATIONS: Readonly<Record<string, string>> = {
  Paper: 'Рад',
  Report: 'Извештај',
  'A report.': 'Извештај.',
  Language: 'Језик',
  'The report has 12 chapters.': 'Извештај има 12 поглавља.',
  'She said: “Peace and trust.”': 'Рекла је: "Мир и поверење."',
  'This sentence is translated and stays.': 'Ова реченица је преведена и остаје.',
  'Two people write this at once.': 'Двоје ово пишу истовремено.',
  'The last sentence of all.': 'Последња од свих реченица.',
}

/** A publication in which a translator into Serbian has something of everything to do. */
export interface SmallWork extends SmallPublication {
  /** Key → text of the document in Serbian, as it stands on the disk. */
  texts(): Record<string, string>
  /** Writes a text as an editor does. */
  setText(key: string, text: string): void
  /** The key of the paragraph that begins so. */
  keyOf(beginning: string): string
}

export function createWork(gate = ''): SmallWork {
  const small = createPublication({
    'content/publication.yaml': `title: Small papers\npublisher: P\neditions: [sr-Cyrl, sr-Latn, en]\n${gate}`,
    'content/paper/document.md': `${FRONT}## Language\n\n${BODY.join('\n\n')}\n`,
    'secret.txt': 'secret',
  })
  const file = join(small.root, 'locales/sr-Cyrl/paper.json')
  const texts = (): Record<string, string> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const english = (): Record<string, string> => JSON.parse(small.read('locales/en/paper.json')) as Record<string, string>
  const write = (all: Record<string, string>): void => writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
  small.run('sync')
  write(Object.fromEntries(Object.entries(english()).map(([key, text]) => [key, TRANSLATIONS[text] ?? ''])))
  small.run('sync')
  small.write('content/paper/document.md', small.read('content/paper/document.md').replace('12 chapters', '14 chapters'))
  return {
    ...small,
    texts,
    setText: (key, text) => write({ ...texts(), [key]: text }),
    keyOf: (beginning) => Object.entries(english()).find(([, text]) => text.startsWith(beginning))![0],
  }
}
