import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { facesOf, programOf, unicodeOf } from '../../pipeline/verify/faces.ts'
import { readPdf } from '../../pipeline/verify/reading.ts'
import { openBrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { buildPublication, pdfPath, type BuiltFolder } from '../build-once.ts'
import { elementsPage, printElements } from './torture/torture.ts'

/** Letters whose cursive forms are not the Russian ones. */
const OWN = ['б', 'г', 'д', 'п', 'т']

/** Letter → the outlines that italics of a family paint it with. */
async function outlines(pdf: Uint8Array): Promise<Map<string, Set<string>>> {
  const painted = new Map<string, Set<string>>()
  for (const face of facesOf(await readPdf(pdf)).filter(({ label }) => /NotoSerif-(?:Bold)?Italic$/.test(label))) {
    const [program, unicode] = [programOf(face)!, unicodeOf(face)]
    for (const code of face.codes) {
      const letter = unicode.get(code) ?? ''
      const known = painted.get(letter) ?? new Set<string>()
      painted.set(letter, known.add(Buffer.from(program.outline(code)).toString('base64')))
    }
  }
  return painted
}

let build: BuiltFolder
let russian: ReadonlyMap<string, ReadonlySet<string>>
const own = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()

beforeAll(async () => {
  build = buildPublication()
  const pool = await openBrowserPool()
  const letters = `<em>${OWN.join('')}</em><strong><em>${OWN.join('')}</em></strong>`
  const print = async (lang: string) =>
    outlines(await printElements(pool, await elementsPage(`<h1>Letters</h1><p lang="${lang}">${letters}</p>`)))
  try {
    russian = await print('ru')
    for (const lang of ['sr-Cyrl', 'mk']) own.set(lang, await print(lang))
  } finally {
    await pool.close()
  }
})

afterAll(() => build.remove())

describe.each(['sr-Cyrl', 'mk'])('italics in %s', (lang) => {
  test.each(OWN)('%s has a form of its own', (letter) => {
    expect(russian.get(letter)?.size).toBe(2)
    expect(own.get(lang)!.get(letter)?.size).toBe(2)
    for (const outline of own.get(lang)!.get(letter)!) expect(russian.get(letter)).not.toContain(outline)
  })

  test('are those of the edition', async () => {
    const edition = await outlines(readFileSync(pdfPath(build.folder, lang)))
    const present = OWN.filter((letter) => edition.has(letter))
    expect(present.length).toBeGreaterThan(2)
    for (const letter of present) for (const outline of edition.get(letter)!) expect(own.get(lang)!.get(letter)).toContain(outline)
  })
})
