import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addressesOf } from '../../pipeline/source/style-addresses.ts'

const found = (css: string): string[] => addressesOf(css).map(({ text }) => text)

test.each([
  [String.raw`body{background:u\72l(http://h/x)}`, [String.raw`u\72l(http://h/x)`]],
  [String.raw`body{background:\75 rl(http://h/x)}`, [String.raw`\75 rl(http://h/x)`]],
  [String.raw`body{background:\000055RL("http://h/x")}`, [String.raw`\000055RL("http://h/x"`]],
  ['body{background:image-set("http://h/x" 1x)}', ['image-set("http://h/x"']],
  ['body{background:-webkit-image-set("data:image/gif;base64,AA" 1x, "//h/x" 2x)}', ['"//h/x"']],
  ['@font-face{font-family:x;src:src("http://h/x")}', ['src("http://h/x"']],
  ['@font-face{font-family:x;src:src( /* a */ "x.woff" )}', ['src("x.woff"']],
  ['a::before{content:"/*"} body{background:url(http://h/x)} b::before{content:"*/"}', ['url(http://h/x)']],
  ["a::before{content:'url('} b{background:URL( 'http://h/x' )}", ["URL('http://h/x'"]],
  ['a{--u:"http://h/x";background:image-set(var(--u) 1x)}', ['image-set(var(']],
  ['a{background:src(attr(data-u))}', ['src(attr(']],
  ['a{background:image-set(linear-gradient(red,var(--x)) 1x)}', ['var(']],
  ['a{background:cross-fade(url(x.png), "y.png", 50%)}', ['url(x.png)', '"y.png"']],
  ['a{background:url(x y)}', ['url(x y)']],
  ['a{background:url("x\n")}', ['"x', '")}']],
  [String.raw`@\69mport "x.css";`, [String.raw`@\69mport`]],
  ['@IMPORT url(x.css);', ['@IMPORT', 'url(x.css)']],
  ['a{b:c}/* </STYLE ><script> */', ['</STYLE']],
  ['a{background:url( )}', ['url( )']],
])('%s', (css, expected) => {
  expect(found(css)).toEqual(expected)
})

test.each([
  'a::before{content:"url(http://h/x) @import image-set("}/* url(http://h/x) @import "y" */',
  "a{background:url('data:image/gif;base64,R0lGODlhAQABAAAAACw=') , url(data:x), image-set('data:x' type('image/png') 1x)}",
  'a{filter:url(#blur);clip-path:url("#a")}',
  String.raw`a::before{content:"\201C"} .\75 rl{color:red}`,
  '@namespace svg "http://www.w3.org/2000/svg"; a{width:calc(var(--x) * (1 + 2))}',
])('%s asks for nothing', (css) => {
  expect(found(css)).toEqual([])
})

test('nor do the project’s own styles', () => {
  for (const name of readdirSync('templates/styles')) expect(found(readFileSync(`templates/styles/${name}`, 'utf8'))).toEqual([])
})
