/**
 * How long a check of many texts takes, spelling aside: 10,000 segments in four languages, of the project’s own texts
 * and the declaration’s, each made its own by its number. `node tests/bench/checks/scale.ts [--segments N]`
 */
import { parseArgs } from 'node:util'
import { RULES } from '../../../pipeline/check/registry.ts'
import { readGlossary } from '../../../pipeline/catalog/glossary.ts'
import { readPublication } from '../../../pipeline/publication/publication.ts'
import { cleanPairs } from './clean.ts'
import { checkTexts, type Pair } from './pairs.ts'

const { values } = parseArgs({ options: { segments: { type: 'string', default: '10000' } } })
const segments = Number(values.segments)
const glossary = await readGlossary(await readPublication(process.cwd()))
const TAGS = ['sq', 'mk', 'sr-Cyrl', 'sr-Latn'] as const
const byEnglish = new Map(
  TAGS.map((tag) => [
    tag,
    new Map(cleanPairs(tag).flatMap(({ kind, english, text }) => (kind === 'message' ? [] : [[english, text] as const]))),
  ]),
)
const everywhere = [...byEnglish.get('sq')!.keys()].filter((english) => TAGS.every((tag) => byEnglish.get(tag)!.has(english)))
const texts = Object.fromEntries(
  TAGS.map((tag) => [
    tag,
    Array.from({ length: segments }, (_, index): Pair => {
      const english = everywhere[index % everywhere.length]!
      return { key: `s${index}`, english: `${english} (${index})`, text: `${byEnglish.get(tag)!.get(english)} (${index})` }
    }),
  ]),
)
const start = performance.now()
const problems = checkTexts(texts, RULES.filter(({ id }) => id !== 'spelling').map(({ id }) => id), glossary) // prettier-ignore
const seconds = (performance.now() - start) / 1000
const memory = process.memoryUsage().rss / 1e6
const byRule = Map.groupBy(problems, ({ ruleId }) => ruleId)
console.log([...byRule].map(([rule, found]) => `${rule} ${found.length}`).join(', '))
console.log(`${segments} segments in 4 languages: ${seconds.toFixed(2)} s, ${memory.toFixed(0)} MB, ${problems.length} findings`)
