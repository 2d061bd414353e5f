import { globSync, readFileSync } from 'node:fs'
import { assert, property, constantFrom, array } from 'fast-check'
import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { createInterface } from '../../pipeline/edition/interface.ts'
import { createLookup } from '../../pipeline/catalog/lookup.ts'
import { parseCatalog } from '../../pipeline/catalog/store.ts'
import { phraseOf } from '../../pipeline/edition/phrase.ts'
import { bodyHtml, phraseHtml } from '../../pipeline/html/body.ts'
import { webAddresses } from '../../pipeline/html/page-addresses.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'

const english: Catalog = {
  tag: 'en',
  namespace: 'site',
  file: 'pipeline/language/packs/en/interface.json',
  entries: parseCatalog(readFileSync('pipeline/language/packs/en/interface.json', 'utf8'), 'site.json'),
}
const hostile: Catalog = {
  tag: 'sq',
  namespace: 'paper',
  file: 'locales/sq/paper.json',
  entries: new Map([
    ['braces', { text: '{{constructor}} {{{x}}} $t(y)', position: { line: 1, column: 1 } }],
    ['__proto__', { text: 'polluted', position: { line: 2, column: 1 } }],
  ]),
}
const lookup = await createLookup([english, hostile])
const words = createInterface('sq', lookup, { english, translations: [] })

const html = (text: string): string =>
  phraseHtml(phraseOf('sq', { text, tag: 'sq' }, ''), words, webAddresses({ tag: 'sq', document: 'paper' }))

describe('a hostile text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '![x](file:///etc/passwd)',
    '![x](http://169.254.169.254/)',
    '<svg onload=alert(1)>',
    '<a id="contents" name="body">',
    '<https://example.org/" onmouseover="alert(1)>',
  ])('%s does nothing', (text) => {
    expect(html(text)).not.toMatch(
      /<(?:script|svg|iframe|style)|<[^>]*\son\w+=|(?:href|src)="(?:javascript|data|file|http:\/\/169)|<[^>]*\sid=/i,
    )
  })

  test('built from any mix of such parts has no live part', () => {
    const parts = constantFrom(
      '<',
      '>',
      '"',
      "'",
      'script',
      'onload=',
      'javascript:',
      '[',
      ']',
      '(',
      ')',
      '!',
      '`',
      '*',
      'svg',
      ' ',
      '&lt;',
      '&#x3c;',
      '\n',
      'a',
    )
    assert(
      property(array(parts, { maxLength: 24 }), (mix) => {
        expect(html(mix.join(''))).not.toMatch(/<(?:script|svg|iframe|style)|<[^>]*\son\w+=|(?:href|src)="javascript/i)
      }),
      { numRuns: 2000 },
    )
  })

  test('with braces is literal, and a key like __proto__ leaves objects as they were', () => {
    expect(lookup('sq', 'paper', 'braces').text).toBe('{{constructor}} {{{x}}} $t(y)')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})

test('a picture that is not the document’s own shows nothing', () => {
  const body: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'image', url: 'http://example.org/a.png', alt: 'a' }] }],
  }
  expect(bodyHtml(body, webAddresses({ tag: 'sq', document: 'paper' }), words)).not.toContain('example.org')
})

test('templates leave nothing unescaped but the body, the styles, and data that holds no tag', () => {
  const unescaped = globSync('templates/**/*.hbs').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\{\{\{\s*([^}\s]+)|\{\{&\s*([^}\s]+)/g)].map((match) => match[1] ?? match[2]),
  )
  expect(new Set(unescaped)).toEqual(new Set(['body', 'styles', 'linkedData']))
})

test('every pair of text and ground has a contrast of at least 4.5 to 1', () => {
  for (const sheet of ['shared.css', 'web.css']) {
    const source = readFileSync(`templates/styles/${sheet}`, 'utf8')
    const colour = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(source)![1]!
    for (const name of ['ink', 'accent', 'quiet']) expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(4.5)
  }
})

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
