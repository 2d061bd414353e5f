import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPublication, png } from '../small-publication.ts'
import { anyDocument, translated } from './any-document.ts'

/** `ANY_DOCUMENTS=1000` tries so many, `ANY_SEED=…` others. */
const COUNT = Number(process.env['ANY_DOCUMENTS'] ?? 6)
const SEED = Number(process.env['ANY_SEED'] ?? 1)
/** One publication has so many. */
const TOGETHER = 30
const PAPERS = ['A4', 'A5', 'Letter'] as const

const bodies = fc.sample(anyDocument, { numRuns: COUNT, seed: SEED })
const batches = Array.from({ length: Math.ceil(COUNT / TOGETHER) }, (_, index) => bodies.slice(index * TOGETHER, (index + 1) * TOGETHER))

test.each(batches.map((batch, index) => [index, batch] as const))(
  'whatever documents hold, every print conforms and says what its page does, in all languages: part %i',
  { timeout: 3_600_000 },
  (index, batch) => {
    const name = (at: number): string => `doc-${index * TOGETHER + at}`
    const front = `---\ntitle: A difference\nsubtitle: The office\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n`
    const publication = createPublication({
      'content/publication.yaml': `title: Any\npublisher: Any\npaper: ${PAPERS[index % 3]}\neditions: [en, sq, mk, sr-Cyrl, sr-Latn]\n`,
      ...Object.fromEntries(
        batch.flatMap((body, at) => [
          [`content/${name(at)}/document.md`, `${front}\n${body}\n`],
          [`content/${name(at)}/map.png`, png(90, 60)],
        ]),
      ),
    })
    try {
      publication.run('sync')
      // Every other document is translated; the others’ editions are drafts.
      for (const [at] of batch.entries())
        for (const tag of at % 2 === 0 ? (['sq', 'mk', 'sr-Cyrl'] as const) : []) {
          const english = JSON.parse(publication.read(`locales/en/${name(at)}.json`)) as Record<string, string>
          const texts = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, translated(text, tag)]))
          writeFileSync(join(publication.root, `locales/${tag}/${name(at)}.json`), `${JSON.stringify(texts, undefined, 2)}\n`)
        }
      publication.run('sync')
      const { said } = publication.run('build')
      const failed = [
        ...said.matchAll(/content\/(doc-\d+)\/document\.md\S*  The edition (\S+) of this document cannot[^\n]*\n +found +([^\n]*)/g),
      ]
      const told = failed.map(
        ([, id, tag, found]) => `${tag} ${found}\n${readFileSync(join(publication.root, `content/${id}/document.md`), 'utf8')}`,
      )
      expect(told.join('\n\n')).toBe('')
      expect(publication.run('verify').said).toContain(`${batch.length * 5} PDFs were held against PDF/UA-1 and PDF/A-2a`)
      expect(publication.run('verify').status).toBe(0)
    } finally {
      publication.remove()
    }
  },
)
