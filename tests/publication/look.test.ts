import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

const REPORT = `---\ntitle: A paper\nkind: Report\nform: report\ndescription: A paper for the tests.\ndate: 2018-06-08\n---\n\n## One\n\nWords.\n`
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><rect width="90" height="90" fill="#1b4f8a"/></svg>'
const made: SmallPublication[] = []

afterAll(() => made.forEach((each) => each.remove()))

/** A publication with a logo beside it, and what its file says of its theme, from the fourth line on. */
function themed(theme: string, files: Readonly<Record<string, string | Uint8Array>> = {}): SmallPublication {
  const publication = createPublication({
    'content/publication.yaml': `title: Papers\npublisher: The Institute\neditions: [en, sq]\n${theme}`,
    'content/logo.svg': LOGO,
    'content/paper/document.md': REPORT,
    ...files,
  })
  made.push(publication)
  return publication
}

const stylesheet = (publication: SmallPublication): string => {
  const [, address] = /<link rel="stylesheet" href="\.\.\/\.\.\/([^"]+)"/.exec(publication.read('output/en/paper/index.html'))!
  return publication.read(`output/${address}`)
}

test('covers have no band of words, unless a publication asks for it', async () => {
  const plain = themed('')
  const banded = themed('theme: { band: yes }\n')
  for (const [publication, has] of [
    [plain, false],
    [banded, true],
  ] as const) {
    expect(publication.run('build').said).toContain('final')
    expect(publication.read('output/en/paper/index.html').includes('gjuhë')).toBe(has)
    const [cover] = await linesOf(await publication.pdf('en'))
    expect(cover!.some(({ text }) => text.includes('gjuhë'))).toBe(has)
  }
})

test('the accent is that of light pages, and by itself one for dark ones', () => {
  const publication = themed('theme:\n  accent: "#1f5c4d"\n')
  publication.run('build', '--format', 'html')
  const [, dark] = /prefers-color-scheme: dark\) and \(forced-colors: none\) \{ :root \{ --accent: (#[\da-f]{6})/.exec(
    stylesheet(publication),
  )!
  expect(stylesheet(publication)).toContain(':root { --accent: #1f5c4d')
  expect(dark).not.toBe('#1f5c4d')
})

test('texts are set in the face that is asked for, and the print conforms', async () => {
  const faces = async (publication: SmallPublication): Promise<string[]> => {
    expect(publication.run('build')).toMatchObject({ status: 0 })
    expect(publication.run('verify')).toMatchObject({ status: 0 })
    const { context } = await PDFDocument.load(readFileSync(join(publication.root, 'output/en/paper/paper.en.pdf')))
    const names = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [String(object.get(PDFName.of('BaseFont')))] : []))
    return ['Sans', 'Serif'].filter((face) => names.some((name) => name.includes(`Noto${face}-Regular`)))
  }
  expect(await faces(themed('theme: { text: sans, accent: "#1d4e89", logo: logo.svg }\n'))).toEqual(['Sans'])
  expect(await faces(themed(''))).toContain('Serif')
})

test('a logo says the publisher’s name, or words of its own, which are translated', () => {
  const alternative = (theme: string): string | undefined => {
    const publication = themed(theme)
    publication.run('build', '--format', 'html')
    return /<img class="logo"[^>]* alt="([^"]*)"/.exec(publication.read('output/en/paper/index.html'))?.[1]
  }
  expect(alternative('theme: { logo: logo.svg }\n')).toBe('The Institute')
  expect(alternative('theme: { logo: { picture: logo.svg, alternative: A blue house } }\n')).toBe('A blue house')
  // As it stood before there was a theme.
  expect(alternative('logo: logo.svg\n')).toBe('The Institute')

  const publication = themed('theme: { logo: { picture: logo.svg, alternative: A blue house } }\n')
  publication.run('sync')
  publication.write(
    'locales/sq/site.json',
    publication.read('locales/sq/site.json').replace(/"publisher\.logo": ""/, '"publisher.logo": "Shtëpi e kaltër"'),
  )
  publication.run('build', '--format', 'html')
  expect(publication.read('output/sq/paper/index.html')).toContain('alt="Shtëpi e kaltër"')
})

describe('what is wrong in a theme is told with its line, and what to write', () => {
  const SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><rect width="9" height="9"/></svg>'
  test.each([
    [
      'a colour that cannot be read',
      'theme:\n  accent: "#ffcc00"\n',
      /publication\.yaml:5:11 .*\[accent\][^]*“#ffcc00”, a contrast of 1\.3 : 1[^]*4\.5 : 1[^]*accent: "#896800"/,
    ],
    ['white', 'theme: { accent: "#FFF" }\n', /publication\.yaml:4:18 .*\[accent\][^]*“#ffffff”[^]*nearest/],
    ['a colour without quotation marks', 'theme:\n  accent: #1f5c4d\n', /publication\.yaml:5:11 .*remark[^]*accent: "#1f5c4d"/],
    ['a colour by its name', 'theme:\n  accent: teal\n', /publication\.yaml:5:11 [^]*“teal”[^]*such as "#1f5c4d"/],
    ['a colour of too many signs', 'theme:\n  accent: "#1f5c4d80"\n', /publication\.yaml:5:11 [^]*“#1f5c4d80”[^]*three or six/],
    ['a band that is neither', 'theme:\n  band: sometimes\n', /publication\.yaml:5:9 [^]*“sometimes”[^]*yes or no/],
    ['a face that there is not', 'theme:\n  text: Arial\n', /publication\.yaml:5:9 [^]*“Arial”[^]*serif or sans/],
    ['a field that there is not', 'theme:\n  colour: "#1f5c4d"\n', /publication\.yaml:5:3 [^]*“colour”[^]*logo, accent, band, text/],
    ['a logo that is no picture', 'theme:\n  logo: fake.png\n', /publication\.yaml:5:9 .*\[picture\][^]*fake\.png/],
    ['a logo that is missing', 'theme:\n  logo: none.svg\n', /publication\.yaml:5:9 .*\[picture\][^]*content\/none\.svg/],
    ['a logo on the web', 'theme:\n  logo: https://example.org/logo.svg\n', /publication\.yaml:5:9 .*lies on the web/],
    ['a logo with a program', 'theme:\n  logo: script.svg\n', /content\/script\.svg:1:\d+ .*program[^]*<script>/],
    ['a logo whose words are missing', 'theme:\n  logo: { picture: logo.svg, alternative: "" }\n', /publication\.yaml:5:43 .*alternative/],
    ['two logos', 'logo: logo.svg\ntheme: { logo: logo.svg }\n', /publication\.yaml:4:7 .*twice[^]*Remove this line/],
  ])('%s', (_, theme, told) => {
    const { status, said } = themed(theme, { 'content/fake.png': 'no picture', 'content/script.svg': SCRIPT }).run(
      'build',
      '--format',
      'html',
    )
    expect(said).toMatch(told)
    expect(status).toBe(2)
  })
})
