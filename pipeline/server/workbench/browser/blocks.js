// Which block of the edition says which segment. The server names the blocks of the text; those around it, a title or a name in the
// programme, are found by what they say.

import { fieldOf, keyOf, segmentOf, segments, sourceOf } from './page.js'

/** More is no block but a part of the page. */
const LONGEST = 300

/** @param {Document} edition @returns {Record<string, string>} key → id */
function named(edition) {
  const meta = /** @type {HTMLMetaElement | null} */ (edition.querySelector('meta[name="editions-blocks"]'))
  return meta ? JSON.parse(meta.content) : {}
}

/** As it is compared: lines may part elsewhere. @param {string} text */
const plain = (text) =>
  text
    .replaceAll(/[\u00AD\u200B\u2060]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** @param {HTMLLIElement} segment */
const saying = (segment) => plain(fieldOf(segment).defaultValue || sourceOf(segment))

/** @param {Document} edition @param {string} key @returns {HTMLElement | undefined} */
export function blockOf(edition, key) {
  const id = named(edition)[key]
  if (id !== undefined) return edition.getElementById(id) ?? undefined
  const segment = segmentOf(key)
  const words = segment ? saying(segment) : ''
  const main = edition.querySelector('main')
  if (words === '' || !main) return undefined
  const walker = edition.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  /** @type {HTMLElement | null | undefined} */
  let found
  while (walker.nextNode()) {
    const text = plain(walker.currentNode.textContent ?? '')
    if (text === words) return walker.currentNode.parentElement ?? undefined
    if (text.includes(words)) found ??= walker.currentNode.parentElement
  }
  return found ?? undefined
}

/** The key of the segment that an element, or one around it, says. @param {Document} edition @param {Element} target */
export function keyAt(edition, target) {
  const blocks = named(edition)
  const keys = new Map(Object.entries(blocks).map(([key, id]) => [id, key]))
  const around = []
  for (let element = /** @type {Element | null} */ (target); element; element = element.parentElement) {
    const key = keys.get(element.id)
    if (key !== undefined) return key
    around.push(plain(element.textContent ?? ''))
  }
  const others = segments().filter((segment) => !Object.hasOwn(blocks, keyOf(segment)) && saying(segment) !== '')
  for (const text of around.filter((each) => each.length <= LONGEST)) {
    const said = others.filter((segment) => text.includes(saying(segment))).toSorted((a, b) => saying(b).length - saying(a).length)
    if (said[0]) return keyOf(said[0])
  }
  return undefined
}
