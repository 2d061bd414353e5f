import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const SOURCE = [
  'It *stays* “here”.',
  'It goes on {and on}, 100 %.',
  'A [link](https://example.org/?a=1&b=2), a `code\\n` & <b>.',
  'It waits.',
  'It ends.',
]
const SR: Readonly<Record<string, string>> = {
  'It *stays* “here”.': '*Остаје* „овде“.',
  'It goes on {and on}, 100 %.': 'Иде даље {и даље}, 100 %. 😀',
  'A [link](https://example.org/?a=1&b=2), a `code\\n` & <b>.': '[Веза](https://example.org/?a=1&b=2), `code\\n` & <b>.',
  'It ends.': 'Крај.',
}

/** Where Debian’s php-symfony-translation has OASIS’s schemas. */
const SCHEMAS = '/usr/share/php/Symfony/Component/Translation/Resources/schemas'

let publication: SmallPublication
const at = (name: string): string => join(publication.root, name)
/** Runs a tool in the publication’s folder. @returns what it says */
const tool = (name: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: publication.root, encoding: 'utf8' })
  if (status === null) throw new Error(`${name} is missing: the tools of .ci/run`)
  expect([name, status, stderr]).toEqual([name, 0, expect.anything()])
  return stdout + stderr
}
const imported = (name: string): string => publication.run('import', '--dry-run', at(name)).said

beforeAll(() => {
  const document = (last: string): string =>
    `---\ntitle: Paper\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\n${SOURCE.slice(0, -1).join('\n\n')}\n\n${last}\n`
  publication = createPublication({
    'content/publication.yaml': 'title: P\npublisher: P\neditions: [sr-Cyrl, en]\n',
    'content/paper/document.md': document('It ends.'),
    'locales/glossary.yaml': 'terms:\n  stay: { sr-Cyrl: { accepted: [остати, остајати], stems: [оста], forbidden: [стајати] } }\n',
  })
  publication.run('sync')
  const english = JSON.parse(publication.read('locales/en/paper.json')) as Record<string, string>
  const texts = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, SR[text] ?? '']))
  publication.write('locales/sr-Cyrl/paper.json', `${JSON.stringify(texts, null, 2)}\n`)
  publication.run('sync')
  // One is stale, one is missing.
  publication.write('content/paper/document.md', document('It ends today.'))
  publication.run('sync')
  for (const [format, name] of [
    ['po', 'paper.po'],
    ['xliff', 'paper.xlf'],
    ['xliff2', 'paper2.xlf'],
  ] as const)
    // prettier-ignore
    publication.run('export', '--edition', 'sr-Cyrl', '--format', format, '--document', 'paper', '--out', at(name))
})
afterAll(() => publication.remove())

test('gettext accepts our files without a complaint, and what it merges comes back as it was', () => {
  expect(tool('msgfmt', '--check', '--output-file=/dev/null', 'paper.po')).toBe('')
  tool('msgmerge', '--quiet', '--previous', '--output-file=merged.po', 'paper.po', 'paper.po')
  tool('msgattrib', '--sort-output', '--width=40', '--output-file=sorted.po', 'merged.po')
  for (const name of ['merged.po', 'sorted.po']) expect(imported(name)).toMatch(/9 +unchanged[^]*Nothing is new in it/)
  // A file of before meets the present export: the text of the edited source is a guess of gettext’s, and no translation.
  publication.write('before.po', publication.read('paper.po').replaceAll('It ends today.', 'It ended.').replace(/#, fuzzy\n(?:#\|.*\n)*/, '')) // prettier-ignore
  tool('msgmerge', '--quiet', '--previous', '--output-file=later.po', 'before.po', 'paper.po')
  expect(publication.read('later.po')).toContain('fuzzy')
  expect(imported('later.po')).toContain('Nothing is new in it')
})

test('the translate toolkit finds nothing broken in our files, and returns them as they were', () => {
  const said = tool('pofilter', '--test=xmltags', '--test=escapes', '--test=newlines', '--test=printf', '--test=urls', 'paper.po')
  expect(said).not.toContain('(pofilter)')
  tool('po2xliff', 'paper.po', 'converted.xlf')
  tool('xliff2po', 'converted.xlf', 'returned.po')
  expect(imported('returned.po')).toContain('Nothing is new in it')
  // Its own reader of XLIFF sees our texts and their states.
  tool('xliff2po', 'paper.xlf', 'from-ours.po')
  expect(publication.read('from-ours.po')).toMatch(/#, fuzzy\n(?:#.*\n)*msgid "It ends today\."\nmsgstr "Крај\."/)
})

test('the translate toolkit reads our terms, and returns them as they were', () => {
  publication.run('export', '--format', 'tbx', '--out', at('terms.tbx'))
  const program = [
    'import sys',
    'from translate.storage import factory',
    'store = factory.getobject(sys.argv[1])',
    'unit, = store.units',
    'print(unit.source, [term.text for term in unit.xmlelement.iter("term")])',
    'store.savefile(sys.argv[2])',
  ]
  expect(tool('/usr/bin/python3', '-c', program.join('\n'), 'terms.tbx', 'saved.tbx')).toBe(
    "stay ['stay', 'остати', 'остајати', 'стајати']\n",
  )
  expect(imported('saved.tbx')).toMatch(/0 new or changed, 1 as they are here[^]*Nothing is new in it/)
})

test('OmegaT opens our files, fills them from our memory, and returns the rest as it was', () => {
  for (const folder of ['source', 'target', 'omegat', 'tm/auto', 'glossary', 'dictionary'])
    mkdirSync(at(`project/${folder}`), { recursive: true })
  for (const name of ['paper.po', 'paper.xlf']) copyFileSync(at(name), at(`project/source/${name}`))
  publication.run('export', '--edition', 'sr-Cyrl', '--format', 'tmx', '--out', at('memory.tmx'))
  publication.write('project/tm/auto/memory.tmx', publication.read('memory.tmx').replaceAll('It ends.', 'It waits.'))
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir']
  const settings = [
    ...folders.map((name) => `<${name}>__DEFAULT__</${name}>`),
    '<source_lang>EN</source_lang><target_lang>SR</target_lang><sentence_seg>false</sentence_seg>',
    '<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>',
  ]
  publication.write('project/omegat.project', `<omegat><project version="1.0">${settings.join('')}</project></omegat>`)
  tool('omegat', at('project'), '--mode=console-translate', `--config-dir=${at('settings')}`)
  expect(imported('project/target/paper.po')).toMatch(/taken +one\.it-waits +Крај\.[^]*1 +taken[^]*8 +unchanged/)
  expect(imported('project/target/paper.xlf')).toContain('Nothing is new in it')
})

test('our XLIFF is valid by OASIS’s schemas', () => {
  for (const [schema, name] of [
    ['xliff-core-1.2-strict', 'paper.xlf'],
    ['xliff-core-2.0', 'paper2.xlf'],
  ] as const) {
    // Schemas name the one of XML’s own attributes by an address, which nobody asks here.
    const text = readFileSync(join(SCHEMAS, `${schema}.xsd`), 'utf8').replace(
      /schemaLocation="[^"]*xml\.xsd"/,
      `schemaLocation="${SCHEMAS}/xml.xsd"`,
    )
    publication.write(`${schema}.xsd`, text)
    expect(tool('xmllint', '--noout', '--nonet', '--schema', `${schema}.xsd`, name)).toContain('validates')
    publication.write('broken.xlf', publication.read(name).replaceAll('<source', '<origin').replaceAll('</source', '</origin'))
    expect(spawnSync('xmllint', ['--noout', '--nonet', '--schema', at(`${schema}.xsd`), at('broken.xlf')]).status).not.toBe(0)
  }
})

test('what Weblate’s library writes into locales/ keeps keys and order, and sync tells what it answers', () => {
  const file = 'locales/sr-Cyrl/paper.json'
  const before = JSON.parse(publication.read(file)) as Record<string, string>
  const [missing] = Object.entries(before).find(([, text]) => text === '')!
  const program = [
    'import sys',
    'from translate.storage.jsonl10n import JsonFile',
    'store = JsonFile.parsefile(sys.argv[1])',
    'next(unit for unit in store.units if unit.getid() == sys.argv[2]).target = "Чека."',
    'store.save()',
  ]
  tool('/usr/bin/python3', '-c', program.join('\n'), file, `.${missing}`)
  expect(publication.run('sync').said).not.toContain('removed')
  const after = JSON.parse(publication.read(file)) as Record<string, string>
  expect(Object.entries(after)).toEqual(Object.entries({ ...before, [missing]: 'Чека.' }))
  const { translations } = JSON.parse(publication.read('locales/ledger/sr-Cyrl/paper.json')) as { translations: Record<string, { answer: { basis: string } }> } // prettier-ignore
  expect(translations[missing]!.answer.basis).toBe(
    (JSON.parse(publication.read('locales/en/paper.json')) as Record<string, string>)[missing],
  )
})
