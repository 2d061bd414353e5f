import fc from 'fast-check'
import { oddWords, word, words } from './words.ts'

/** What may stand in itself only through another: of one in its like, Markdown makes something else. */
const AROUND = {
  emphasis: (inner: string): string => `_${inner}_`,
  strong: (inner: string): string => `**${inner}**`,
  struck: (inner: string): string => `~~${inner}~~`,
  link: (inner: string): string => `[${inner}](https://example.org/a_b?c=d&e=f)`,
} as const
type Around = keyof typeof AROUND
const ALL = Object.keys(AROUND) as Around[]

/** Stands for the mark of the passage’s own note. */
export const NOTE = '[^note]'

/** The pictures beside each document. */
export const PICTURES = ['map.png', 'photo.jpg', 'chart.gif', 'drawing.svg'] as const
export const picture = fc.constantFrom(...PICTURES)

const leaf: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: words, weight: 6 },
  { arbitrary: oddWords, weight: 4 },
  words.map((inner) => `\`${inner}\``),
  oddWords.map((inner) => `\`${inner.replaceAll('&shy;', '-')}\``),
  fc.tuple(words, picture).map(([inner, file]) => `![${inner}](${file})`),
  word.map((inner) => `5<sub>${inner}</sub> 5<sup>2</sup>`),
  word.map((inner) => `<kbd>Ctrl</kbd>+<kbd>${inner}</kbd>`),
  fc.tuple(word, words).map(([inner, meaning]) => `<abbr title="${meaning}">${inner}</abbr>`),
  fc.tuple(word, word).map(([a, b]) => `${a}.<br>${b}`),
)

/** What no link may hold. */
const leading: fc.Arbitrary<string> = fc.oneof(
  words.map((inner) => `${inner}${NOTE}`),
  words.map((inner) => `[${inner}](#cuff)`),
  words.map((inner) => `[${inner}](annex.txt)`),
  words.map((inner) => `[${inner}](../doc-0/document.md)`),
  words.map((inner) => `[${inner}](mailto:a@example.org)`),
  words.map((inner) => `[${inner}](tel:+38344123456)`),
  fc.constantFrom('https://example.org/path/to/the/page.html', 'a@example.org', '<https://example.org/x>'),
)

const known = new Map<string, fc.Arbitrary<string>>()

/** A line in which those elements may stand that are left, each in each other. */
function lineWith(left: readonly Around[]): fc.Arbitrary<string> {
  const name = left.join()
  if (!known.has(name)) {
    const nested = left.map((kind) => lineWith(left.filter((each) => each !== kind)).map((inner) => AROUND[kind](inner)))
    const part = fc.oneof(
      { withCrossShrink: true },
      { arbitrary: leaf, weight: 8 },
      ...(left.includes('link') ? [{ arbitrary: leading, weight: 3 }] : []),
      ...nested.map((arbitrary) => ({ arbitrary, weight: 2 })),
    )
    known.set(
      name,
      fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
    )
  }
  return known.get(name)!
}

/** What stands in a line, with all that may stand in it. */
export const line = lineWith(ALL)

/** The same, for a heading or a note. */
export const plainLine = line.map((text) =>
  text
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, 'cuff')
    .replaceAll(NOTE, '')
    .replaceAll('.<br>', ' '),
)
