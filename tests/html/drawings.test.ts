import { globSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

/** Points that shine through, masks, filters, patterns and gradients: all that the browser prints in layers of their own. */
const LAYERS = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">
  <defs>
    <linearGradient id="g"><stop stop-color="#c00"/><stop offset="1" stop-color="#00c" stop-opacity=".2"/></linearGradient>
    <pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><circle r="3" cx="4" cy="4" opacity=".5"/></pattern>
    <mask id="m"><rect width="99" height="99" fill="url(#g)"/></mask>
    <filter id="f"><feGaussianBlur stdDeviation="2"/></filter>
    <clipPath id="c"><circle r="20" cx="150" cy="50"/></clipPath>
    <symbol id="s" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></symbol>
  </defs>
  <g opacity=".5"><rect width="50" height="50" fill="url(#p)"/><g opacity=".5" style="mix-blend-mode:multiply"><rect width="70" height="30" fill="url(#g)"/></g></g>
  <rect y="40" width="60" height="60" mask="url(#m)"/><rect x="80" width="30" height="30" filter="url(#f)"/>
  <g clip-path="url(#c)" opacity=".7"><rect x="100" width="99" height="99" fill="hsl(120 50% 50%)"/></g>
  <use xlink:href="#s" width="20" height="20" opacity=".3"/><a xlink:href="https://example.org"><path d="M9 99h180" stroke="#000"/></a>
</svg>`
const MOVING = Buffer.from(
  'R0lGODlhAQABAIAAAAAAAP8AACH/C05FVFNDQVBFMi4wAwEAAAAh+QQAMgAAACwAAAAAAQABAAACAkQBACH5BAAyAAAALAAAAAABAAEAAAICTAEAOw==',
  'base64',
)
const icons = globSync('node_modules/pdfjs-dist/web/images/*.svg')
  .filter((file) => !/loading|spinner|noicon/.test(file))
  .sort()

const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [en]\n',
  'content/paper/document.md': [
    '---',
    'title: One',
    'kind: Paper',
    'description: A paper.',
    'date: 2026-05-31',
    'cover: { picture: layers.svg, alternative: A cover }',
    '---',
    '## Drawings\n\n![Layers](layers.svg "Drawing 1")\n\n![A point](point.gif)\n\nIn a line ![layers](layers.svg) it stands.\n',
    ...icons.map((_, index) => `![Icon ${index}](icons/${index}.svg)\n`),
  ].join('\n'),
  'content/paper/layers.svg': LAYERS,
  'content/paper/point.gif': MOVING,
  ...Object.fromEntries(icons.map((file, index) => [`content/paper/icons/${index}.svg`, readFileSync(file)])),
})
afterAll(() => publication.remove())

test('drawings are published with nothing in them but what is drawn, and conform in print', async () => {
  expect(icons.length).toBeGreaterThan(70)
  publication.run('sync')
  expect(publication.run('build')).toMatchObject({ status: 0 })
  expect(publication.run('verify').said).toContain('No problems')
  const page = publication.read('output/en/paper/index.html')
  expect(page).toContain('<img src="layers.svg" alt="Layers">')
  const drawing = publication.read('output/en/paper/layers.svg')
  expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 200 100" width="200" height="100">/)
  expect(drawing).not.toContain('https:')
  expect(readFileSync(`${publication.root}/output/en/paper/point.gif`)).toEqual(MOVING)
  const manifest = publication.read('output/manifest.json')
  for (const name of ['layers.svg', 'point.gif', 'icons/0.svg']) expect(manifest).toContain(`en/paper/${name}`)
  const pdf = await publication.pdf('en')
  const trees = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getStructTree()))
  const figures = JSON.stringify(trees).match(/"role":"Figure"/g)
  // The cover, the drawing, the point, the one in a line, and the icons.
  expect(figures).toHaveLength(icons.length + 4)
})
