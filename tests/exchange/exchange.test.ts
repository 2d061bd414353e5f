import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from '../../pipeline/catalog/ledger.ts'
import type { Sheet } from '../../pipeline/exchange/exchanged.ts'
import { planImport } from '../../pipeline/exchange/plan.ts'
import { facts, filled, textsOf, units } from './generated.ts'
import { EXCHANGE_FORMATS } from '../../pipeline/exchange/registry.ts'
import { isTmx, readTmx, writeTmx } from '../../pipeline/exchange/tmx.ts'
import type { Unit } from '../../pipeline/model/exchange.ts'
import type { Failure } from '../../pipeline/problem.ts'

test.each(Object.keys(EXCHANGE_FORMATS))('what is written as %s is read as it was, whatever stands in it', (name) => {
  const format = EXCHANGE_FORMATS[name]!
  fc.assert(
    fc.property(units, fc.constantFrom('\n', '\r\n'), (all, newline) => {
      const content = format.write(textsOf(all)).replaceAll('\n', newline)
      expect(format.isOwn(content)).toBe(true)
      expect(Object.values(EXCHANGE_FORMATS).filter((each) => each.isOwn(content))).toHaveLength(1)
      const [read] = format.read(content, 'file')
      expect(read).toMatchObject({ document: 'paper', source: 'en', target: 'sq' })
      expect(read!.units.map(facts)).toEqual(all.map(facts))
      expect(read!.units.every(({ position }) => position!.line > 1)).toBe(true)
    }),
    { numRuns: 120 },
  )
})

test('a memory is read as it was written, and one of another program without its codes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(filled, filled)), (pairs) => {
      const memory = pairs.map(([sourceText, own], at) => ({
        context: `paper/key.${at}`,
        isRetired: at % 2 === 0,
        source: 'en',
        sourceText,
        text: own,
      }))
      const content = writeTmx(memory, 'en', 'sr-Cyrl')
      expect([isTmx(content), Object.values(EXCHANGE_FORMATS).some((each) => each.isOwn(content))]).toEqual([true, false])
      const read = readTmx(content, 'file').map((each) => each.map(({ language, text: own }) => [language, own]))
      expect(read).toEqual(pairs.map(([one, other]) => [['en', one], ['sr-Cyrl', other]])) // prettier-ignore
    }),
    { numRuns: 60 },
  )
  const foreign = '<?xml version="1.0"?><tmx version="1.4"><header/><body><tu><tuv xml:lang="EN-GB"><seg>It <bpt i="1">&lt;b&gt;</bpt>stays<ept i="1">&lt;/b&gt;</ept> <hi>here</hi><ph>{0}</ph>.</seg></tuv><tuv lang="sr_RS@latin"><seg>Ostaje.</seg></tuv></tu></body></tmx>' // prettier-ignore
  expect(readTmx(foreign, 'file')).toEqual([[{ language: 'EN-GB', text: 'It stays here.' }, { language: 'sr_RS@latin', text: 'Ostaje.' }]]) // prettier-ignore
})

const ENGLISH = { first: 'One.', second: 'Two, as edited.', third: 'Three.', fourth: 'Four.' }
const SQ = { first: 'Një.', second: 'Dy.', third: '', fourth: 'Katër, sot.' }
const BASIS: Readonly<Record<string, string>> = { ...ENGLISH, second: 'Two.' }

function sheet(): Sheet {
  const catalog = (tag: string, texts: object) => ({
    tag,
    namespace: 'paper',
    file: `locales/${tag}/paper.json`,
    entries: new Map(Object.entries(texts).map(([key, each]) => [key, { text: each as string, position: { line: 1, column: 1 } }])),
  })
  const answers = Object.entries(SQ).flatMap(([key, each]) =>
    each ? [[key, { basis: BASIS[key]!, digest: digestOf(each) }] as const] : [],
  )
  const ledger = { tag: 'sq', file: 'locales/ledger/sq/paper.json', answers: new Map(answers), retired: [] }
  const segments = Object.entries(ENGLISH).map(([key, each]) => ({ key, text: each }))
  return { document: 'paper', title: 'T', segments, texts: { english: catalog('en', ENGLISH), translations: [catalog('sq', SQ)], ledgers: [ledger] } } // prettier-ignore
}

/** A unit as it comes back. @param former text at the export; that of today where none is given */
const back = (key: string, own: string, more: Partial<Unit> = {}, former: string | undefined = SQ[key as keyof typeof SQ] ?? ''): Unit => ({
  key,
  source: ENGLISH[key as keyof typeof ENGLISH] ?? 'Gone.',
  text: own,
  state: own === '' ? 'missing' : 'translated',
  exported: digestOf(former),
  ...more,
})

test('each text is taken for what it is', () => {
  const cases: [unit: Unit, outcome: string, answers?: string][] = [
    [back('first', 'Një.'), 'unchanged'],
    [back('first', ''), 'unchanged'],
    [back('third', ''), 'unchanged'],
    [back('first', 'Një, e re.'), 'taken', 'One.'],
    [back('third', 'Tre.'), 'taken', 'Three.'],
    // Exported as stale, come back without the mark.
    [back('second', 'Dy.'), 'confirmed', 'Two, as edited.'],
    [back('second', 'Dy.', { state: 'stale', basis: 'Two.' }), 'unchanged'],
    [back('second', 'Dy, e re.'), 'taken', 'Two, as edited.'],
    // Exported before the source was edited.
    [back('second', 'Dy.', { source: 'Two.' }), 'unchanged'],
    [back('second', 'Dy, e re.', { source: 'Two.' }), 'stale', 'Two.'],
    [back('third', 'Tre.', { source: 'Three?' }), 'stale', 'Three?'],
    // Marked as unfinished.
    [back('third', 'Tre', { state: 'stale' }), 'unfinished'],
    [back('first', 'Nj', { state: 'stale', basis: 'Zero.' }), 'unfinished'],
    [back('second', 'Dy, gati.', { state: 'stale', basis: 'Two.' }), 'stale', 'Two.'],
    [back('fourth', 'Kat', { state: 'stale' }, 'Katër.'), 'unfinished'],
    // Changed here since the export, and not in the file; a file that lost its references does not say so.
    [back('fourth', 'Katër.', {}, 'Katër.'), 'newer'],
    [back('fourth', 'Katër.', { exported: undefined }), 'replaces', 'Four.'],
    [back('second', 'Dy, e re.', { exported: undefined, source: 'Two.' }), 'replaces', 'Two.'],
    [back('third', 'Tre.', { exported: undefined }), 'taken', 'Three.'],
    // Of a paragraph that is gone.
    [back('gone', 'Ikur.'), 'kept'],
    [back('gone', '', { exported: undefined }), 'unchanged'],
  ]
  const seen = cases.map(([each]) => {
    const { units: planned, edit, back: undo } = planImport(sheet(), 'sq', [each], 'paper.sq.po')
    const [change] = edit?.changes ?? []
    if (change) expect(undo!.changes[0]).toMatchObject({ before: each.text, after: SQ[each.key as keyof typeof SQ] })
    if (planned[0]!.outcome === 'kept') expect(edit).toMatchObject({ changes: [], kept: [{ key: 'gone', basis: 'Gone.', text: 'Ikur.' }] })
    return [each, planned[0]!.outcome, ...(change ? [change.answers] : [])]
  })
  expect(seen).toEqual(cases)
})

test('what fits nowhere refuses the whole file, each with its line', () => {
  const at = (line: number) => ({ position: { line, column: 1 } })
  const bad = [
    back('first', 'Një, e re.'),
    back('nobody', 'Askush.', { exported: undefined, ...at(7) }),
    back('first', 'Një, sërish.', at(9)),
    back('fourth', 'Katër, ndryshe.', at(11), 'Katër.'),
  ]
  const refuse = (): unknown => {
    try {
      return planImport(sheet(), 'sq', bad, 'paper.sq.po')
    } catch (error) {
      return (error as Failure).problems.map(({ line, reason, actual, expected }) => [line, reason, actual, expected?.[0]])
    }
  }
  expect(refuse()).toEqual([
    [7, 'The document has no text with this key.', 'nobody', 'keys as the export wrote them'],
    [9, 'This key stands in the file twice.', 'first', 'each key once'],
    [11, 'The translation of “fourth” was changed here since the export, and in this file otherwise.', 'Katër, ndryshe.', 'Katër, sot.'],
  ])
})
