import { expect, test } from 'vitest'
import { EXCHANGE_FORMATS } from '../../pipeline/exchange/registry.ts'
import type { Unit } from '../../pipeline/model/exchange.ts'

type Name = 'xliff' | 'xliff2'

/** What is read of a unit as a tool has saved it. */
function unitIn(format: Name, unit: string): Unit {
  const root = format === 'xliff' ? 'version="1.2"' : 'version="2.1" srcLang="en" trgLang="sq"'
  const file = format === 'xliff' ? 'original="paper" source-language="en" target-language="sq"><body>' : 'id="f1" original="paper">'
  const content = `<xliff ${root}>\n<file ${file}\n${unit}\n${format === 'xliff' ? '</body>' : ''}</file></xliff>`
  return EXCHANGE_FORMATS[format]!.read(content, 'paper.xlf')[0]!.units[0]!
}

/** Its texts and state, or the line of what refuses it. */
function read(format: Name, unit: string): (string | number | undefined)[] {
  const { source, text, state, problem } = unitIn(format, unit)
  return [source, text, problem ? problem.line : state]
}

const asked = (format: Name, unit: string): Unit['asked'] => unitIn(format, unit).asked

const unit1 = (source: string, target: string, attributes = ''): string =>
  `<trans-unit id="a" ${attributes}><source>${source}</source>${target}</trans-unit>`

test.each([
  [
    'segments are joined, with what stands between them',
    unit1(
      'One. Two.',
      '<seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></seg-source><target><mrk mtype="seg" mid="0">Një.</mrk> <mrk mtype="seg" mid="1">Dy.</mrk></target>',
    ),
    ['One. Two.', 'Një. Dy.', 'translated'],
  ],
  [
    'a text of which a segment is empty is unfinished',
    unit1(
      'One. Two.',
      '<seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="0">Një.</mrk> <mrk mtype="seg" mid="1"/></target>',
    ),
    ['One. Two.', 'Një. ', 'stale'],
  ],
  [
    'a text that lacks a segment is unfinished, also where a code is around the segments',
    unit1(
      'One. Two.',
      '<seg-source><g id="1"><mrk mtype="seg" mid="a">One.</mrk> <mrk mtype="seg" mid="b">Two.</mrk></g></seg-source><target><g id="1"><mrk mtype="seg" mid="a">Një.</mrk></g></target>',
    ),
    ['One. Two.', 'Një.', 'stale'],
  ],
  [
    'an empty code stands for what its source has there',
    unit1('<bpt id="1">*</bpt>It<ept id="1">*</ept> <ph id="2">[^1]</ph>', '<target><bx id="1"/>Ajo<ex id="1"/> <ph id="2"/></target>'),
    ['*It* [^1]', '*Ajo* [^1]', 'translated'],
  ],
  ['a code of nothing is refused with its line', unit1('It', '\n<target>Ajo <x id="9"/></target>'), ['It', 'Ajo ', 4]],
  [
    'a term or a name that is marked stays',
    unit1('It', '<target><mrk mtype="term">Ajo</mrk> vetë</target>'),
    ['It', 'Ajo vetë', 'translated'],
  ],
  ['a proposal beside it is no translation', unit1('It', '<alt-trans><target>Ajo</target></alt-trans>'), ['It', '', 'missing']],
])('XLIFF 1.2: %s', (_, unit, expected) => {
  expect(read('xliff', unit)).toEqual(expected)
})

const unit2 = (...segments: string[]): string =>
  `<unit id="a"><originalData><data id="d1">*</data><data id="d2">[^1]</data></originalData>${segments.join('')}</unit>`
const segment = (source: string, target = '', attributes = ''): string =>
  `<segment ${attributes}><source>${source}</source>${target}</segment>`
const space = '<ignorable><source> </source></ignorable>'

test.each([
  [
    'segments are joined, with what stands between them',
    unit2(segment('One.', '<target>Një.</target>'), space, segment('Two.', '<target>Dy.</target>')),
    ['One. Two.', 'Një. Dy.', 'translated'],
  ],
  [
    'translations stand in an order of their own',
    unit2(segment('One.', '<target order="3">Një.</target>'), space, segment('Two.', '<target order="1">Dy.</target>')),
    ['One. Two.', 'Dy. Një.', 'translated'],
  ],
  [
    'a text of which a segment is not translated is unfinished',
    unit2(segment('One.', '<target>Një.</target>'), space, segment('Two.')),
    ['One. Two.', 'Një. ', 'stale'],
  ],
  [
    'words of two segments may stand in one, where a state says so',
    unit2(segment('One.', '<target>Një, dy.</target>'), space, segment('Two.', '<target/>', 'state="translated"')),
    ['One. Two.', 'Një, dy. ', 'translated'],
  ],
  [
    'pairs may be parted, and be named by their ids alone',
    unit2(
      segment(
        '<pc id="1" dataRefStart="d1" dataRefEnd="d1">It</pc><ph id="2" dataRef="d2"/>',
        '<target><ph id="2"/><sc id="1"/>Ajo<ec startRef="1"/></target>',
      ),
    ),
    ['*It*[^1]', '[^1]*Ajo*', 'translated'],
  ],
  [
    'a code may be the copy of another',
    unit2(segment('It<ph id="1" dataRef="d2"/>', '<target>Ajo<ph id="1"/> vetë<ph id="2" copyOf="1"/></target>')),
    ['It[^1]', 'Ajo[^1] vetë[^1]', 'translated'],
  ],
  [
    'marks of terms and remarks are no part of a text',
    unit2(
      segment('It', '<target><sm id="m1" type="term"/>Ajo<em startRef="m1"/> <mrk id="m2" type="comment" value="?">vetë</mrk></target>'),
    ),
    ['It', 'Ajo vetë', 'translated'],
  ],
  ['a code of nothing is refused with its line', unit2('\n', segment('It', '<target>Ajo<ph id="7"/></target>')), ['It', 'Ajo', 4]],
  [
    'a state of another tool’s own within “initial” is a translation',
    unit2(segment('It', '<target>Ajo</target>', 'state="initial" subState="memo:draft"')),
    ['It', 'Ajo', 'translated'],
  ],
])('XLIFF 2: %s', (_, unit, expected) => {
  expect(read('xliff2', unit)).toEqual(expected)
})

test('what a translator writes beside a text is read apart from what the export wrote', () => {
  const own = '<note>List item</note><note from="Ana">Answer (2026-11-28): As here.</note><note from="developer">Heading</note>'
  const written = '<note from="Ben">Who?</note><note from="po-translator">When?</note>'
  const marked = '<target><mrk mtype="x-c" comment="So?">Ajo</mrk></target>'
  expect(asked('xliff', `<trans-unit id="a"><source>It</source>${marked}${own}${written}</trans-unit>`)).toEqual([
    { by: 'Ben', text: 'Who?' },
    { text: 'When?' },
    { text: 'So?' },
  ])
  const notes = '<notes><note category="kind">Heading</note><note category="question">Question</note><note id="n1">Who?</note></notes>'
  const target = '<target><mrk id="m" type="comment" value="So?">Ajo</mrk></target>'
  expect(asked('xliff2', `<unit id="a">${notes}${segment('It', target)}</unit>`)).toEqual([{ text: 'Who?' }, { text: 'So?' }])
  const po = '# Who?\n#  Since when?\n#. Heading\n#: content/paper/document.md:7\nmsgctxt "a"\nmsgid "It"\nmsgstr "Ajo"\n'
  expect(EXCHANGE_FORMATS['po']!.read(po, 'paper.sq.po')[0]!.units[0]!.asked).toEqual([{ text: 'Who?\nSince when?' }])
})
