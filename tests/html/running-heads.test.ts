import { openSync, type Font } from 'fontkit'
import { expect, test } from 'vitest'
import { headRoom, shortened } from '../../pipeline/html/running-heads.ts'
import { textWidth } from '../../pipeline/html/text-width.ts'
import { PAPERS } from '../../pipeline/html/paper.ts'

const faces = ['latin', 'latin-ext', 'cyrillic'].map(
  (part) => openSync(`node_modules/@fontsource/noto-sans/files/noto-sans-${part}-400-normal.woff2`) as Font,
)

/** How wide a text is in the face of the heads, in its size. */
function printedWidth(text: string): number {
  return Array.from(text).reduce((sum, sign) => {
    const face = faces.find(({ characterSet }) => characterSet.includes(sign.codePointAt(0)!))
    return sum + (face ? face.glyphForCodePoint(sign.codePointAt(0)!).advanceWidth / face.unitsPerEm : 0)
  }, 0)
}

const alphabets = [
  'abcçdeëfghijklmnopqrstuvwxyzABCÇDEËFGHIJKLMNOPQRSTUVWXYZčćđšžČĆĐŠŽáéíóúÁÉÍÓÚàèùñöüäßłőåÅøØæÆœŒ',
  'абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝАБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШђћЂЋйъьэюяыщЩЮЯЫЭ',
  '0123456789 .,:;!?()[]/&%@-–—…\'"’“”„«»',
]

test.each(alphabets)('no sign of a head is wider than it is taken for: %s', (signs) => {
  const wider = Array.from(signs).filter((sign) => textWidth(sign) < printedWidth(sign))
  expect(wider).toEqual([])
})

const titles = [
  'Preventing radicalization and violent extremism in social media platforms in the Western Balkans',
  'Parandalimi i radikalizimit dhe i ekstremizmit të dhunshëm në platformat e rrjeteve sociale në Ballkanin Perëndimor',
  'Спречување на радикализацијата и на насилниот екстремизам на платформите на социјалните мрежи во Западен Балкан',
  'Sprečavanje radikalizacije i nasilnog ekstremizma na platformama društvenih mreža na Zapadnom Balkanu',
]

test.each(titles)('a head is cut after a word, and takes the room that it has: %s', (title) => {
  for (const paper of Object.values(PAPERS)) {
    const { document } = headRoom(paper)
    const head = shortened(title, document)
    expect(printedWidth(head)).toBeLessThanOrEqual(document)
    expect(title.startsWith(`${head.slice(0, -1)} `)).toBe(true)
    // It ends in no word that leads on.
    expect(head).not.toMatch(/ \p{Ll}{1,3}…$/u)
    // The next word would not fit: what is left is less than that and the tolerance of the table.
    const [next] = /^(?: \p{Ll}{1,3}(?= ))* \S+/u.exec(title.slice(head.length - 1))!
    expect(printedWidth(`${head}${next}`)).toBeGreaterThan(document * 0.85)
  }
})

test('a word that is longer than the head is parted', () => {
  const head = shortened('a'.repeat(300), 20)
  expect(head).toMatch(/^a{20,}…$/)
  expect(printedWidth(head)).toBeLessThanOrEqual(20)
})
