import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Failure } from '../../pipeline/problem.ts'
import { sanitizedSvg } from '../../pipeline/source/svg.ts'

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const drawing = (inside: string): string => `<svg ${NAMESPACES} viewBox="0 0 20 10">\n${inside}\n</svg>`

/** The drawing as it is published; for one that is refused what is said, a line each. */
function published(svg: string | Uint8Array): string | string[] {
  try {
    return new TextDecoder().decode(sanitizedSvg(typeof svg === 'string' ? new TextEncoder().encode(svg) : svg, 'map.svg'))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.problems.map(({ file, line, reason, actual }) => `${file}:${line ?? ''} ${reason} ${actual}`)
  }
}

/** Data that are a picture in SVG again. */
const NESTED = 'data:image/svg+xml,%3Csvg/%3E'

test.each([
  ['a program', '<script>alert(1)</script>', /^map\.svg:2 .* holds a program/],
  ['a program in other letters', '<SCRIPT>alert(1)</SCRIPT>', /program/],
  ['a program with a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', /program/],
  ['a program of web pages', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>', /program/],
  ['a program of another file', '<script href="https://example.org/x.js"/>', /program/],
  ['a program deep in', '<defs><g><symbol><script/></symbol></g></defs>', /program/],
  ['what happens on an event', '<rect width="1" height="1" onclick="alert(1)"/>', /program/],
  ['the same in other letters', '<g ONLOAD="alert(1)"/>', /program/],
  ['a web page', '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', /web page/],
  ['a frame', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="file:///etc/passwd"/>', /web page/],
  ['an element of web pages', '<b:img xmlns:b="http://www.w3.org/1999/xhtml" src="x" />', /web page/],
  ['a picture on the web', '<image href="https://example.org/a.png"/>', /asks for another file.*example\.org/],
  ['the same in the old way', '<image xlink:href="//example.org/a.png"/>', /another file/],
  ['the same by another prefix', '<image xmlns:y="http://www.w3.org/1999/xlink" y:href="a.png"/>', /another file/],
  ['a file of the machine', '<image href="file:///etc/passwd"/>', /another file/],
  ['a file beside', '<use href="other.svg#shape"/>', /another file/],
  ['a program as an address', '<use href=" JavaScript:alert(1)"/>', /another file/],
  ['a program as an address, in numbers', '<use href="&#106;avascript:alert(1)"/>', /another file/],
  ['a drawing in it', `<image href="${NESTED}"/>`, /another file/],
  ['a page in it', '<use href="data:text/html,x#y"/>', /another file/],
  ['a fill from elsewhere', '<rect fill="url(https://example.org/#p)" width="1" height="1"/>', /another file/],
  ['a filter from elsewhere, in a style', '<rect style="filter: url(\'a.svg#f\')"/>', /another file/],
  ['the same with escapes', String.raw`<rect style="filter: u\72l(a.svg#f)"/>`, /another file/],
  ['a picture by its filter', '<filter id="f"><feImage href="https://example.org/a.png"/></filter>', /another file/],
  ['a style that imports', '<style>@import "https://example.org/a.css";</style>', /another file/],
  ['a style that imports, marked off', '<style><![CDATA[@IMPORT url(a.css);]]></style>', /another file/],
  ['a style in parts', '<style>@im<!-- -->port "a.css";</style>', /another file/],
  ['a style with an address', '<style>rect { fill: url("https://example.org/#p") }</style>', /another file/],
  ['a style with a face', '<style>@font-face { src: url(face.woff2) }</style>', /another file/],
  ['a style with a drawing', `<style>rect { mask: url(${NESTED}) }</style>`, /another file/],
  ['a style for all', '<?xml-stylesheet href="a.css"?>', /another file/],
  ['what moves', '<rect><animate attributeName="opacity" to="0" dur="1s"/></rect>', /moves/],
  ['what sets an address later', '<use href="#a"><set attributeName="href" to="https://example.org"/></use>', /moves/],
  ['what turns', '<g><animateTransform attributeName="transform" type="rotate" to="9"/></g>', /moves/],
  ['a style that moves', '<style>@-webkit-KeyFrames x { to { opacity: 0 } }</style>', /moves/],
  ['a style that moves, with escapes', String.raw`<style>@k\65yframes x { to { opacity: 0 } }</style>`, /moves/],
  ['words', '<text y="9">Prishtina</text>', /words as text.*Prishtina/],
  ['words in parts', '<g><text><tspan>Priš</tspan><tspan>tina</tspan></text></g>', /Priština/],
  ['words in a box', '<flowRoot><flowPara>Tirana</flowPara></flowRoot>', /Tirana/],
])('a picture is refused that holds %s', (_, inside, said) => {
  const result = published(drawing(inside))
  expect(result).toHaveLength(1)
  expect(result[0]).toMatch(said)
})

const laughs = (repeated: (level: number) => string): string =>
  drawing(Array.from({ length: 9 }, (_, level) => `<g id="l${level + 1}">${repeated(level).repeat(10)}</g>`).join('') + '<rect id="l0"/>')

test.each([
  ['begins with entities', `<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "x">]>${drawing('<g/>')}`, /declarations of its own/],
  ['uses entities', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${drawing('<desc>&a;</desc>')}`, /damaged/],
  ['ends early', drawing('<g>').slice(0, -8), /^map\.svg:\d+ .*cut short/],
  ['is a page', '<html><body>x</body></html>', /not of the kind.*<html>/],
  ['is empty', '', /damaged/],
  ['is in another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${drawing('')}`, /ISO-8859-1/],
  ['is no text', Buffer.from([0x1f, 0x8b, 8, 0, 0xff]), /no text in UTF-8/],
  ['has no size', `<svg ${NAMESPACES}><rect width="1" height="1"/></svg>`, /how large/],
  ['has a size around it', `<svg ${NAMESPACES} width="100%" height="100%"/>`, /how large/],
  ['has a width alone', `<svg ${NAMESPACES} width="20"/>`, /how large/],
  ['has nothing to see', `<svg ${NAMESPACES} viewBox="0 0 0 10"/>`, /how large/],
  ['draws nothing', drawing('<defs/><g/>'), /draws nothing/],
  ['repeats its parts', laughs((level) => `<use href="#l${level}"/>`), /repeats its parts/],
  ['fills with its fills', laughs((level) => `<rect fill="url(#l${level})"/>`), /repeats its parts/],
  ['is deep', drawing('<g>'.repeat(9000) + '</g>'.repeat(9000)), /so deep/],
])('a picture is refused that %s', (_, svg, said) => {
  expect([published(svg)].flat().join('\n')).toMatch(said)
})

test('what editors note for themselves, comments and links go without a word, and what is drawn stays', () => {
  const noted = `<?xml version="1.0" encoding="UTF-8" standalone="no"?><!-- Made by hand -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.inkscape.org/namespaces/inkscape"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="10mm" viewBox="0 0 20 10" i:version="1">
      <svg:title>A map</svg:title><svg:metadata><rdf:RDF>x</rdf:RDF></svg:metadata><i:grid/>
      <svg:style>.a { fill: #c00 }</svg:style>
      <svg:g style="display:none"><svg:text>Notes</svg:text></svg:g><svg:text> </svg:text>
      <svg:a xlink:href="https://example.org" i:label="x"><svg:path class="a" d="M0 0h9&#10;v9"/></svg:a>
      <svg:use xlink:href="#a"/><svg:image xlink:href="data:image/png;base64,AA=="/><svg:rect fill="url(#b)"/>
    </svg:svg>`
  expect(published(noted)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="37.7953" viewBox="0 0 20 10" height="18.8976">' +
      '<style>.a { fill: #c00 }</style><g style="display:none"></g>' +
      '<g><path class="a" d="M0 0h9\nv9"></path></g><use href="#a"></use>' +
      '<image href="data:image/png;base64,AA=="></image><rect fill="url(#b)"></rect></svg>',
  )
})

test('each kind of fault is told once, all in one go', () => {
  expect(published(drawing('<script/>\n<script/>\n<text>x</text>'))).toEqual([
    expect.stringMatching(/^map\.svg:2 /),
    expect.stringMatching(/^map\.svg:4 /),
  ])
})

test('the drawings of a program for reading are taken, and come out the same once more', () => {
  const files = globSync('node_modules/pdfjs-dist/web/images/*.svg').filter((file) => !/loading|spinner|noicon/.test(file))
  expect(files.length).toBeGreaterThan(70)
  for (const file of files) {
    const svg = published(readFileSync(file))
    expect(svg).toBeTypeOf('string')
    expect(published(svg as string)).toBe(svg)
  }
})
