import { expect, test } from 'vitest'
import { base64 } from '../../pipeline/html/base64.ts'
import { faceAddress, withFaces } from '../../pipeline/html/embedded-faces.ts'
import { fontFaces, fontsFor, type FontFile } from '../../pipeline/html/fonts.ts'

const TEXT = '<p>Përshëndetje, свете <code>x ≠ y</code></p>'
const fonts = await fontsFor(TEXT)
const page = (address: (file: FontFile) => string, words = ''): string =>
  `<html><head><style>${fontFaces(fonts, address)}</style></head><body>${TEXT}${words}</body></html>`

test('a page that names its faces becomes the page that has them in it', async () => {
  expect(fonts.length).toBeGreaterThan(10)
  expect(await withFaces(page(faceAddress))).toBe(page(({ bytes }) => `data:;base64,${base64(bytes)}`))
})

test('what a text says of faces stays as it is, and so does a name that no face has', async () => {
  const words = `<p>@font-face{font-family:"x";src:url("${faceAddress(fonts[0]!)}") format("woff2")}</p>`
  expect(await withFaces(page(faceAddress, words))).toContain(words)
  const unknown = page(() => 'face:../../etc/passwd')
  expect(await withFaces(unknown)).toBe(unknown)
  expect(await withFaces(page(() => 'face:no-such.woff2'))).toContain('url("face:no-such.woff2")')
})
