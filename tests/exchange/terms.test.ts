import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TERM_SECTIONS, parseTerms, type ByTag, type TermForms, type TermSections } from '../../pipeline/catalog/glossary.ts'
import { planTerms, type TermPlan } from '../../pipeline/exchange/plan-terms.ts'
import { isTbx, readTbx, writeTbx } from '../../pipeline/exchange/tbx.ts'

const TAGS = ['sq', 'sr-Cyrl']
const PLACE = { publication: 'Papers & more', source: 'en', tags: TAGS }
const planned = (text: string, content: string): TermPlan => planTerms(text, readTbx(content, 'g.tbx'), PLACE, 'g.tbx')

const PIECES = ['rule', 'sundim', 'Ћук', 'a: b', '- x', '"q"', "it's", '[n]', '{m}', '#c', '&a', '*', '%', '<b>', 'null', 'yes', '12', '“', '@', '|', '!t', '?', ','] // prettier-ignore
const form = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
const forms = fc.record({
  accepted: fc.uniqueArray(form, { minLength: 1, maxLength: 3 }),
  stems: fc.uniqueArray(form, { maxLength: 2 }),
  forbidden: fc.uniqueArray(form, { maxLength: 2 }),
})
const name = form.map((each): TermForms => ({ accepted: [each], stems: [], forbidden: [] }))
/** A form that the source’s own language forbids, or none. */
const own = fc.option(form, { nil: undefined })
const byTag = (each: fc.Arbitrary<TermForms>) => fc.dictionary(fc.constantFrom(...TAGS), each, { minKeys: 1, noNullPrototype: true })
const glossary = fc
  .tuple(fc.uniqueArray(form, { maxLength: 6 }), fc.infiniteStream(byTag(forms)), fc.infiniteStream(byTag(name)), fc.infiniteStream(own))
  .map(([terms, ofTerms, ofNames, ofSource]): TermSections => {
    const termForms = (term: string): ByTag<TermForms> => {
      const forbidden = ofSource.next().value
      return { ...ofTerms.next().value!, ...(forbidden !== undefined && { en: { accepted: [term], stems: [], forbidden: [forbidden] } }) }
    }
    const section = (at: number): TermSections['terms'] =>
      new Map(terms.flatMap((term, index) => (index % 3 === at ? [[term, at === 2 ? ofNames.next().value! : termForms(term)]] : [])))
    return { terms: section(0), organisations: section(1), names: section(2) }
  })

test('terms come back from TBX as they were, and are nothing new to where they are from', () => {
  fc.assert(
    fc.property(glossary, (sections) => {
      const content = writeTbx(sections, PLACE)
      expect(isTbx(content)).toBe(true)
      const { text, remarks } = planTerms('', readTbx(content, 'g.tbx'), { ...PLACE, publication: 'Others' }, 'g.tbx')
      expect([parseTerms(text), remarks]).toEqual([sections, []])
      expect(planned(text, content)).toMatchObject({ changes: [], text })
    }),
    { numRuns: 60 },
  )
})

const GLOSSARY = `# Settled in spring.
terms:
  rule of law:   # asked twice
    sq: { accepted: [sundimi i ligjit], stems: [sundim ligj] }

  "online":
    sq:
      # as the ministry writes
      accepted:
        - në internet
      forbidden: [onlajn]   # never

# People.
names:
  Ana Example: { sr-Cyrl: Ана Пример }
words:
  sq: [tuitoi]
`

test('an import changes the lines of its terms, and keeps comments, blank lines and the rest', () => {
  const sections = parseTerms(GLOSSARY)
  const content = writeTbx(sections, PLACE)
    .replace('onlajn</term>', 'online</term>')
    .replace('</tig>\n        </langSet>\n      </termEntry>', '</tig>\n        </langSet>\n<langSet xml:lang="sr-Cyrl"><tig><term>владавина права</term></tig></langSet></termEntry>') // prettier-ignore
    .replace(/<langSet id="names[^>]+sr-Cyrl">\n/, '<langSet xml:lang="sq"><tig><term>Ana E.</term></tig></langSet>$&')
    .replace('</body>', '<termEntry><langSet xml:lang="en"><tig><term>media: new</term></tig></langSet><langSet xml:lang="sq"><tig><term>media</term></tig></langSet></termEntry></body>') // prettier-ignore
  const { text, changes } = planned(GLOSSARY, content)
  expect(changes.map(({ section, term, tag }) => [section, term, tag])).toEqual([
    ['terms', 'rule of law', 'sr-Cyrl'],
    ['terms', 'online', 'sq'],
    ['names', 'Ana Example', 'sq'],
    ['terms', 'media: new', 'sq'],
  ])
  expect(text).toBe(
    GLOSSARY.replace('stems: [sundim ligj] }\n', 'stems: [sundim ligj] }\n    sr-Cyrl: { accepted: [владавина права] }\n')
      .replace('[onlajn]   # never\n', '[online]   # never\n  "media: new":\n    sq: { accepted: [media] }\n')
      .replace('Ана Пример }', 'Ана Пример, sq: Ana E. }'),
  )
})

test('TBX of the form of 2019 is read, and what is not taken is told', () => {
  const entry = (...terms: string[]): string => `<conceptEntry id="c">${terms.join('')}</conceptEntry>`
  const language = (tag: string, ...terms: [form: string, status?: string][]): string =>
    `<langSec xml:lang="${tag}">${terms.map(([term, status]) => `<termSec><term>${term}</term>${status ? `<basic:administrativeStatus>${status}-admn-sts</basic:administrativeStatus>` : ''}</termSec>`).join('')}</langSec>`
  const content = `<?xml version="1.0"?><tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>${[
    entry('<basic:definition>What binds all.</basic:definition>', language('en-GB', ['rule of law'], ['legality']), language('sr', ['закон', 'admittedTerm'], ['владавина права', 'preferredTerm'], ['право', 'supersededTerm'])), // prettier-ignore
    entry(language('de', ['Amt']), language('sq', ['zyrë'])),
    entry(language('en', ['office']), language('de', ['Amt']), language('sq', ['ofis', 'deprecatedTerm'])),
    entry(language('en', ['rule of law']), language('sq', ['ligj'])),
    entry(language('en', ['Ana Example']), language('sr', ['Ана'], ['Аница'])),
  ].join('')}</body></text></tbx>`
  const { changes, remarks } = planned(GLOSSARY, content)
  expect(changes.map(({ term, tag, after }) => [term, tag, after])).toEqual([
    ['rule of law', 'sr-Cyrl', { accepted: ['владавина права', 'закон'], forbidden: ['право'], stems: [] }],
    ['Ana Example', 'sr-Cyrl', { accepted: ['Ана'], forbidden: [], stems: [] }],
  ])
  expect(remarks.map(({ kind, text }) => [kind, text])).toEqual([
    ['synonym', 'legality (rule of law)'],
    ['remark', 'rule of law: What binds all.'],
    ['no-name', 'Amt'],
    ['language', 'de'],
    ['none-accepted', 'office (sq)'],
    ['repeated', 'rule of law'],
    ['further-name', 'Ana Example (sr-Cyrl)'],
  ])
})

const concept = (english: string, ...languages: [tag: string, form: string][]): string =>
  `<martif><termEntry>${[['en', english], ...languages].map(([tag, written]) => `<langSet xml:lang="${tag}"><tig><term>${written}</term></tig></langSet>`).join('')}</termEntry></martif>`

test('of a list with a form on each line the forms that stay keep their comments, and what follows stands', () => {
  const before = `terms:
  online:
    sq:
      accepted: # by the ministry
        - onlajn
        # since 2019
        - në internet # in full
        - në rrjet # seldom
      stems: [internet]

  office:
    sq: { accepted: [zyrë] }
`
  const after = before.replace('        - onlajn\n', '').replace('në rrjet # seldom', 'linjë')
  const entry = concept('online', ['sq', 'në internet']).replace(
    '</langSet></termEntry>',
    '<tig><term>linjë</term></tig></langSet></termEntry>',
  )
  expect(planned(before, entry).text).toBe(after)
})

test('what was changed here since the export stays, and is refused where the file has changed it too', () => {
  const exported = writeTbx(parseTerms(GLOSSARY), PLACE)
  const here = GLOSSARY.replace('[sundimi i ligjit]', '[shteti i së drejtës]').replace('  Ana Example: { sr-Cyrl: Ана Пример }\n', '  {}\n')
  const { text, changes, remarks } = planned(here, exported.replace('në internet<', 'në rrjet<'))
  expect(text).toBe(here.replace('në internet', 'në rrjet'))
  expect([changes.map(({ term }) => term), remarks.map(({ kind, text: of }) => [kind, of])]).toEqual([
    ['online'],
    [
      ['newer', 'rule of law (sq)'],
      ['removed', 'Ana Example (sr-Cyrl)'],
    ],
  ])
  for (const [from, to, told] of [
    ['sundimi i ligjit<', 'sundim i ligjit<', 'shteti i së drejtës'],
    ['Ана Пример<', 'Ана П.<', 'none, since it was removed here'],
  ] as const) {
    const refused = (): unknown => planned(here, exported.replace(from, to))
    expect(refused).toThrow(/was changed here in [\w-]+ since the export, and in this file otherwise/)
    expect(refused).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ expected: [told], line: expect.any(Number) })] })) // prettier-ignore
  }
})

test.each([
  ['remarks alone', '# Ours.\n', '# Ours.\nterms:\n'],
  ['a part with nothing in it', 'terms: # none yet\nnames:\n', 'terms: # none yet\n', 'names:\n'],
  ['one that says so', 'terms: ~\nwords: { sq: [tuitoi] }\n', 'terms: \n', 'words: { sq: [tuitoi] }\n'],
])('a glossary of %s takes terms', (_, before, head, tail = '') => {
  const forbidden = '<tig><term>bureau</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>'
  const { text } = planned(before, concept('office', ['sq', 'zyrë']).replace('</langSet>', forbidden))
  expect(text).toBe(`${head}  office:\n    en: { accepted: [office], forbidden: [bureau] }\n    sq: { accepted: [zyrë] }\n${tail}`)
})

test('languages of a concept that are one here are taken together', () => {
  const { text, changes } = planned('', concept('office', ['sq', 'zyrë'], ['sq-AL', 'zyra']))
  expect(changes.map(({ after }) => after.accepted)).toEqual([['zyrë', 'zyra']])
  expect(text).toBe('terms:\n  office:\n    sq: { accepted: [zyrë, zyra] }\n')
})

test('a glossary whose shorthands would change with another term is refused', () => {
  const shared = 'terms:\n  one: &a\n    sq: { accepted: [një] }\n  two: *a\n'
  const content = writeTbx(parseTerms(shared), PLACE).replace(/një(?![^]*një)/, 'dy')
  expect(() => planned(shared, content)).toThrow(/cannot be set/)
  expect(() => planned(shared, concept('one', ['sq', 'dy']))).toThrow(/cannot be set/)
  expect(TERM_SECTIONS.every((section) => section in parseTerms(''))).toBe(true)
})
