import { ExternalHyperlink, FootnoteReferenceRun, ImageRun, InternalHyperlink, TextRun } from 'docx'
import type { Element, ElementContent } from 'hast'
import { hasClass, type TextFormat, type Words, type Writing } from './writing.ts'
import { wordLanguage } from './word-language.ts'

/** What elements say of their text. */
const FORMATS: Readonly<Record<string, TextFormat>> = {
  em: { italics: true },
  i: { italics: true },
  cite: { italics: true },
  strong: { bold: true },
  b: { bold: true },
  del: { strike: true },
  s: { strike: true },
  sub: { subScript: true },
  sup: { superScript: true },
  code: { style: 'Code' },
  kbd: { style: 'Code' },
  samp: { style: 'Code' },
}

/** What classes do. */
const CLASSES: readonly (readonly [name: string, format: TextFormat])[] = [
  ['draft-mark', { style: 'DraftMark' }],
  ['caption-label', { bold: true }],
  ['day-date', { style: 'Quiet' }],
]

/** Twentieths of a point, and units of drawings, to a pixel. */
const TWIPS_PER_PIXEL = 15
/** How high a logo is at most, in pixels. */
const LOGO_HEIGHT = 56

/** The words of a paragraph. Blanks are one, as on pages, and none begins it. */
export function wordsOf(nodes: readonly ElementContent[], format: TextFormat, writing: Writing): Words {
  let isAfterBlank = true
  const textOf = (value: string): string => {
    const text = value.replaceAll(/[ \t\n\r\f]+/g, ' ')
    const shown = isAfterBlank ? text.replace(/^ /, '') : text
    if (text !== '') isAfterBlank = shown === '' ? isAfterBlank : shown.endsWith(' ')
    return shown
  }
  const inside = (children: readonly ElementContent[], own: TextFormat): Words => children.flatMap((child) => visit(child, own))
  const visit = (node: ElementContent, own: TextFormat): Words => {
    if (node.type === 'text') {
      const text = textOf(node.value)
      return text === '' ? [] : [textRun(text, own)]
    }
    if (node.type !== 'element') return []
    const { tagName, properties, children } = node
    if (tagName === 'br') {
      isAfterBlank = true
      return [new TextRun({ break: 1 })]
    }
    if (tagName === 'img') {
      isAfterBlank = false
      return pictureRun(node, writing)
    }
    if (tagName === 'input') return [textRun(properties['checked'] === true ? '☑ ' : '☐ ', own)]
    if (properties['dataFootnoteBackref'] !== undefined) return []
    if (properties['dataFootnoteRef'] !== undefined) return callOf(node, own, writing)
    const formatHere = formatOf(node, own)
    if (tagName !== 'a') return inside(children, formatHere)
    const href = properties['href'] ?? ''
    const words = inside(children, { ...formatHere, style: 'Hyperlink' })
    const bookmark = href.startsWith('#') ? writing.bookmarks.get(decodeURIComponent(href.slice(1))) : undefined
    if (bookmark !== undefined) return [new InternalHyperlink({ anchor: bookmark, children: words })]
    return href === '' || href.startsWith('#') ? words : [new ExternalHyperlink({ link: href, children: words })]
  }
  return inside(nodes, format)
}

/** A run of text. Signs that no XML may have are not written by the library. */
function textRun(text: string, { language, ...format }: TextFormat): TextRun {
  // No dictionary is asked for a word of which the language is not known.
  return new TextRun({ text, ...format, ...(language === undefined ? { noProof: true } : { language: { value: language } }) })
}

/** What an element says of its text, added to what is said around it. */
export function formatOf(element: Element, around: TextFormat): TextFormat {
  const { lang } = element.properties
  const named = CLASSES.flatMap(([name, format]) => (hasClass(element, name) ? [format] : []))
  return Object.assign(
    {},
    around,
    FORMATS[element.tagName],
    ...named,
    typeof lang === 'string' && { language: wordLanguage(lang) },
  ) as TextFormat
}

/** The call of a note. Word has a note called once: where it is called again, its number leads to it. */
function callOf({ properties }: Element, format: TextFormat, { notes, called }: Writing): Words {
  const number = notes.get(decodeURIComponent(String(properties['href']).slice(1)))
  if (number === undefined) return []
  if (called.has(number)) return [textRun(String(number), { ...format, superScript: true })]
  called.add(number)
  return [new FootnoteReferenceRun(number)]
}

/** A picture with its description, no wider than the text. */
function pictureRun(element: Element, writing: Writing): Words {
  const { src, alt } = element.properties
  const picture = writing.pictures.get(String(src))
  if (!picture) return []
  const { width, height } = picture.size
  const most = hasClass(element, 'logo') ? LOGO_HEIGHT / height : writing.width / TWIPS_PER_PIXEL / width
  const scale = Math.min(1, most)
  const name = `${++writing.pictureCount}`
  const description = alt ?? ''
  const type = TYPES[picture.mediaType]!
  return [
    new ImageRun({
      type,
      data: picture.bytes,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name, description, title: '' },
    }),
  ]
}

const TYPES: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' }
