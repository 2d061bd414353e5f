import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describe as described, parseManifest } from '../../pipeline/publish/manifest.ts'
import { sealOf } from '../../pipeline/publish/seal.ts'
import { createPublication, png } from '../small-publication.ts'

const front = (title: string): string => `---\ntitle: ${title}\nkind: Paper\ndescription: A paper.\ndate: 2026-05-31\n---\n\n`

interface Written {
  files: Record<string, { bytes: number; sha256: string }>
}

describe('what the files of a publication lead to', () => {
  const publication = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq, en]\n',
    'content/paper/document.md': `${front('One')}## Contact us

See [the other](../two/document.md), [its part](../two/#part), [the annex](<my annex.pdf#page=2>), [here](#contact-us)[^1].

![A map](map.png)

[^1]: A note.\n`,
    'content/paper/my annex.pdf': '%PDF-1.4',
    'content/paper/map.png': png(4, 4),
    'content/two/document.md': `${front('Two')}## Part\n\nText.\n`,
  })
  const whole = mkdtempSync(join(tmpdir(), 'editions-whole-'))
  const output = join(publication.root, 'output')

  beforeAll(() => {
    publication.run('sync')
    publication.run('build')
    // What leads to all editions would tell of each that is taken away.
    for (const path of ['index.html', 'sq/index.html', 'en/index.html']) {
      const bytes = Buffer.from('<!doctype html><title>Front</title><p id="search">Search</p>')
      writeFileSync(join(output, path), bytes)
      changeManifest((files) => (files[path] = described({ path, bytes })))
    }
    cpSync(output, whole, { recursive: true })
  })
  beforeEach(() => cpSync(whole, output, { recursive: true }))
  afterEach(() => rmSync(output, { recursive: true }))
  afterAll(() => {
    publication.remove()
    rmSync(whole, { recursive: true })
  })

  /** Changes the manifest, so that the folder is as it says: what is damaged was built so. */
  const changeManifest = (change: (files: Written['files']) => void): void => {
    const path = join(output, 'manifest.json')
    const manifest = parseManifest(readFileSync(path, 'utf8'))!
    const files: Written['files'] = Object.fromEntries(manifest.files)
    change(files)
    const seal = sealOf({ ...manifest, files: new Map(Object.entries(files)) }, undefined)
    writeFileSync(path, seal.manifest)
    writeFileSync(join(output, 'SHA256SUMS'), seal.sums)
  }
  const drop = (...paths: readonly string[]): void =>
    changeManifest((files) => {
      for (const path of paths) {
        delete files[path]
        rmSync(join(output, path))
      }
    })
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(output, path), 'latin1')
    expect(text).toContain(from)
    const bytes = Buffer.from(text.replaceAll(from, to), 'latin1')
    writeFileSync(join(output, path), bytes)
    changeManifest((files) => void (files[path] = described({ path, bytes })))
  }
  const verified = (): { status: number | null; said: string } => publication.run('verify')

  test('is there', () => {
    expect(verified()).toMatchObject({ status: 0, said: expect.stringMatching(/ 4 PDFs .* No problems\.\n$/) as string })
    expect(verified().said).not.toContain('published-link')
  })

  test.each([
    ['sq/paper/my annex.pdf', /sq\/paper\/index\.html:\d+:\d+ {2}This leads to no file.*\n.*found {5}my%20annex\.pdf#page=2\n.*expected {2}sq\/paper\/my annex\.pdf, which the manifest does not list/, /sq\/paper\/paper\.sq\.pdf {2}This leads to no file.*\n.*my%20annex\.pdf#page=2 on page \d/],
    ['en/paper/map.png', /en\/paper\/index\.html:\d+:\d+ {2}This leads to no file/],
    ['sq/two/two.sq.pdf', /sq\/two\/index\.html:\d+:\d+ {2}This leads to no file/, /sq\/paper\/paper\.sq\.pdf {2}This leads to no file/],
    ['sq/two/index.html', /sq\/paper\/index\.html:\d+:\d+ {2}This leads to no file/, /en\/two\/index\.html:\d+:\d+ {2}This leads to no file/],
  ])('without the file %s', (path, ...findings) => {
    drop(path)
    const { status, said } = verified()
    expect(status).toBe(1)
    for (const finding of findings) expect(said).toMatch(finding)
    expect(said).toContain('remedy    Publish again')
  }) // prettier-ignore

  test('a style without its face', () => {
    const face = Object.keys((JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')) as Written).files).find((path) =>
      path.endsWith('.woff2'),
    )!
    drop(face)
    expect(verified().said).toMatch(/assets\/editions\.\w+\.css {2}This leads to no file/)
  })

  test.each([
    ['sq/two/index.html', 'id="s-part"', 'id="s-else"', /sq\/paper\/index\.html:\d+:\d+ {2}This leads to no place.*\n.*found {5}\.\.\/two\/index\.html#s-part\n.*expected {2}a place named s-part in sq\/two\/index\.html/],
    ['en/paper/index.html', 'id="s-contact-us"', '', /en\/paper\/index\.html:\d+:\d+ {2}This leads to no place.*\n.*found {5}#s-contact-us/],
    ['en/paper/index.html', 'id="fn-1"', '', /found {5}#fn-1/],
    ['en/paper/index.html', '"../two/index.html"', '"../three/paper/index.html"', /expected {2}en\/three\/paper\/index\.html, which/],
    ['en/paper/index.html', '"../two/index.html"', '"../../../elsewhere.html"', /expected {2}a path of a file in this folder/],
    ['en/paper/index.html', '"../two/index.html"', '"/en/two/index.html"', /expected {2}a path of a file in this folder/],
    ['en/paper/index.html', '"../two/index.html"', '"../two/"', /expected {2}en\/two\//],
    ['en/paper/index.html', '"../two/index.html"', '"%E0%A4%A"', /expected {2}a path of a file in this folder/],
  ])('in %s, %s become %s', (path, from, to, finding) => {
    edit(path, from, to)
    const { status, said } = verified()
    expect(said).toMatch(finding)
    expect(status).toBe(1)
  }) // prettier-ignore

  test('a file that is damaged is told once, and not for each link to it', () => {
    writeFileSync(join(output, 'sq/two/index.html'), '')
    const { status, said } = verified()
    expect(said).toContain('sq/two/index.html  This file is not the one that was published')
    expect(said).not.toContain('published-link')
    expect(status).toBe(1)
  })

  test('an edition that is not built yet is advice, once', () => {
    const filesOf = (folder: string, name: string): string[] => [
      `${folder}/index.html`,
      ...['pdf', 'zip', 'card.png', 'cover.png', 'mail.txt'].map((ending) => `${folder}/${name}.${ending}`),
    ]
    drop(...filesOf('sq/two', 'two.sq'), ...filesOf('en/paper', 'paper.en'), 'en/paper/map.png', 'en/paper/my annex.pdf')
    const { status, said } = verified()
    expect(said.match(/ {2}\[info published-link\]/g)).toHaveLength(2)
    expect(said).toMatch(
      /sq\/paper\/index\.html:\d+:\d+ {2}This leads to an edition that is not in this folder\..*\n.*\n.*expected {2}en\/paper\/index\.html/,
    )
    // What the text itself leads to must be there.
    expect(said).toMatch(/sq\/paper\/index\.html:\d+:\d+ {2}This leads to no file.*\n.*found {5}\.\.\/two\/index\.html\n/)
    expect(status).toBe(1)
    drop('sq/paper/index.html', 'sq/paper/paper.sq.pdf')
    expect(verified()).toMatchObject({ status: 0, said: expect.stringContaining('No problems') as string })
  })
})
