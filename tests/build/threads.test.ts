import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { build } from '../../pipeline/build.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { plainProblem } from '../../pipeline/problem.ts'
import { digestsOf } from '../build-once.ts'
import { createPublication, png } from '../small-publication.ts'

const DOCUMENTS = 10
const document = (at: number): string =>
  [
    `---\ntitle: Report ${at}\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---`,
    `## Opening`,
    `See [the next](../report-${(at + 1) % DOCUMENTS}/document.md#opening) and ![A grey picture](grey.png).`,
  ].join('\n\n')

/** Documents that link in a circle, with pictures; one that cannot be read; a gate that leaves out; a language of the publication’s own. */
const small = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq, sl, sr-Cyrl, sr-Latn, en]\ngates:\n  sq:\n    below: skip\n',
  'languages/sl/pack.yaml': 'word: jezik\nplurals: [one, two, few, other]\nalphabet: { letters: abcdefghijklmnopqrstuvwxyzčšž }\n',
  'content/broken/document.md': '---\ntitle: [\n---\n',
  ...Object.fromEntries(Array.from({ length: DOCUMENTS }, (_, at) => [`content/report-${at}/document.md`, document(at)])),
  ...Object.fromEntries(Array.from({ length: DOCUMENTS }, (_, at) => [`content/report-${at}/grey.png`, png(4, 3)])),
})
small.run('sync')
for (const at of [1, 4]) {
  const english = JSON.parse(small.read(`locales/en/report-${at}.json`)) as Record<string, string>
  const translated = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, `${text} ë`]))
  small.write(`locales/sq/report-${at}.json`, JSON.stringify(translated))
}
afterAll(() => small.remove())

test('the same is published and told with any number of threads', async () => {
  const built = async (threads: number) => {
    const out = `output-${threads}`
    const request = { documents: [], editions: [], formats: ['html'], out, strict: false } as const
    const report = await build(openProject(small.root, { threads }), request, () => undefined)
    const files = digestsOf(join(small.root, out))
    rmSync(join(small.root, out), { recursive: true })
    return {
      files,
      made: report.made,
      told: [...report.problems, ...report.failures.flatMap(({ problems }) => problems)].map(plainProblem),
      editions: report.built.map((each) => ({ ...each, milliseconds: 0 })),
      skipped: report.skipped,
    }
  }
  const alone = await built(0)
  expect(alone.made.length).toBeGreaterThan(DOCUMENTS * 3)
  expect(alone.told.map(({ file }) => file)).toContain('content/broken/document.md')
  expect(alone.skipped.length).toBeGreaterThan(0)
  for (const threads of [1, 7]) expect(await built(threads)).toEqual(alone)
})
