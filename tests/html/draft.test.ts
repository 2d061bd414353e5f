import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DOCUMENT, htmlPath, pdfPath } from '../build-once.ts'

const OPEN = [
  'opening.heading',
  'opening.riccardo-serri-head-of-the',
  'closing-and-next-steps.influencing-policy',
  'programme.people.agron-sojati.role',
]
const root = mkdtempSync(join(tmpdir(), 'editions-draft-'))
let html: string
let said: string

beforeAll(() => {
  for (const part of ['content', 'locales', 'templates']) cpSync(part, join(root, part), { recursive: true })
  const file = join(root, 'locales/sr-Cyrl', `${DOCUMENT}.json`)
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  writeFileSync(file, JSON.stringify({ ...texts, ...Object.fromEntries(OPEN.map((key) => [key, ''])) }))
  const { stdout } = spawnSync('node', [resolve('pipeline/cli/main.js'), '--root', root, 'build'], { encoding: 'utf8' })
  said = stdout
  html = readFileSync(htmlPath(join(root, 'output'), 'sr-Latn'), 'utf8')
})

afterAll(() => rmSync(root, { recursive: true }))

describe('an edition with texts that are not translated', () => {
  test('is named a draft in the build’s summary, in both scripts', () => {
    expect(said.match(/DRAFT: 4 texts untranslated/g)).toHaveLength(2)
  })

  test('says in its own words that it is a draft, and what is open', () => {
    expect(html).toMatch(/<p class="draft" role="note"><strong>Nacrt<\/strong>\s+4 odlomka još nisu prevedena/)
  })

  test('shows them in the source language, marked for the eye and for the ear, in every kind of place', () => {
    const mark = '<span lang="sr-Latn" class="draft-mark">Još nije prevedeno, na izvornom jeziku:</span> '
    expect(html).toContain(`<h2 id="s-opening" lang="en" class="fallback">${mark}Opening</h2>`)
    expect(html).toContain(`<p lang="en" class="fallback">${mark}Riccardo Serri, Head of the Political`)
    expect(html).toContain(`<li>${mark}<span lang="en">influencing policy;</span></li>`)
    expect(html).toContain(`<span lang="en" class="fallback">${mark}National Coordinator of Albania’s CVE strategy`)
    expect(html).toContain('<a href="#s-opening"><span lang="en">Opening</span></a>')
  })

  test('says so on every page of its PDF', async () => {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(pdfPath(join(root, 'output'), 'sr-Latn'))), verbosity: 0 }).promise
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      expect(items.map((item) => ('str' in item ? item.str : '')).join(' ')).toContain('Nacrt')
    }
  })

  test('leaves the other editions final', () => {
    expect(readFileSync(htmlPath(join(root, 'output'), 'sq'), 'utf8')).not.toMatch(/class="(?:draft|fallback)/)
  })
})
