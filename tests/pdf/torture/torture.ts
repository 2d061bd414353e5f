import { readFileSync } from 'node:fs'
import { fontFaces, readFonts } from '../../../pipeline/html/fonts.ts'
import { PAPERS, paperStyle } from '../../../pipeline/html/paper.ts'
import type { Subset } from '../../../pipeline/language/printable.ts'
import type { BrowserPool } from '../../../pipeline/pdf/browser-pool.ts'
import { conform } from '../../../pipeline/pdf/conform/conform.ts'
import { printEdition } from '../../../pipeline/pdf/print.ts'
import { buildRoot, rootOf, type BuiltFolder } from '../../build-once.ts'

const FOLDER = 'tests/pdf/torture'
export const TORTURE = 'everything'
/** English in full, Serbian with some of its texts, and the Latin that comes of it. */
export const TORTURE_TAGS = ['en', 'sr-Cyrl', 'sr-Latn'] as const

/** Builds the publication that holds whatever Markdown and the templates can make. */
export function buildTorture(): BuiltFolder {
  const { root, remove } = rootOf(FOLDER)
  try {
    return buildRoot(root)
  } finally {
    remove()
  }
}

/** A page with what HTML can say and Markdown cannot, in the print style, with the faces of some subsets. */
export async function elementsPage(body = readFileSync(`${FOLDER}/elements.html`, 'utf8'), subsets?: readonly Subset[]): Promise<string> {
  const faces = fontFaces(
    await readFonts(subsets && new Set(subsets)),
    ({ bytes }) => `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`,
  )
  const styles = ['shared', 'print'].map((name) => readFileSync(`templates/styles/${name}.css`, 'utf8'))
  const pixel = `data:image/png;base64,${readFileSync(`${FOLDER}/content/${TORTURE}/pixel.png`).toString('base64')}`
  const rows = Array.from(
    { length: 60 },
    (_, index) => `<tr><td>${index + 1}</td><td>Row ${index + 1} with words enough for two lines of its cell, which is narrow.</td></tr>`,
  )
  const head = `@page { @top-left { content: "Running head" } @bottom-right { content: counter(page) } } .narrow { width: 30mm; break-inside: avoid } .shaded { background: #eee; border: 1px solid }`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elements</title><style>${[faces, paperStyle(PAPERS.A4), ...styles, head].join('\n')}</style></head>
    <body><article class="text">${body.replaceAll('PIXEL', pixel).replace('ROWS', rows.join(''))}</article></body></html>`
}

/** Prints such a page and finishes it. */
export async function printElements(pool: BrowserPool, html: string): Promise<Uint8Array> {
  const { bytes, preparation } = await printEdition(pool, html)
  return conform(bytes, preparation, new Date('2018-06-08T00:00:00Z'))
}
