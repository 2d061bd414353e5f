import { expect, test } from 'vitest'
import { locate } from '../../pipeline/source/beside.ts'
import { targetOf } from '../../pipeline/source/targets.ts'

const FILES = [
  'annex.pdf',
  'my annex.pdf',
  'figures/мапа.png',
  'Map.PNG',
  'notes.md',
  'page.html',
  'a#b.pdf',
  '100%.pdf',
  'www.example.org.pdf',
  'paper.sq.pdf',
]
const beside = { files: new Map(FILES.map((file) => [file, file])), others: ['linked', 'linked.pdf'] }
const around = { id: 'paper', documents: ['paper', 'paper-two'], beside }

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['Http://example.org', 'http://example.org'],
  ['MAILTO:a@example.org', 'mailto:a@example.org'],
  ['tel:+38338221351', 'tel:+38338221351'],
  ['TEL:+383 38 221 351', 'tel:+383 38 221 351'],
  ['sms:+38338221351', 'sms:+38338221351'],
])('%s is an address', (address, url) => {
  expect(targetOf(address, around)).toEqual({ kind: 'address', url })
})

test.each([
  ['#contact-us', 'paper', 'contact-us'],
  ['#Contact-Us', 'paper', 'contact-us'],
  ['#%D0%BE-%D0%BD%D0%B0%D0%BC%D0%B0', 'paper', 'о-нама'],
  ['#', 'paper', ''],
  ['#top', 'paper', 'top'],
  ['document.md#a', 'paper', 'a'],
  ['./document.md', 'paper', ''],
  ['../paper/document.md', 'paper', ''],
  ['../paper-two/document.md', 'paper-two', ''],
  ['../paper-two/', 'paper-two', ''],
  ['../paper-two', 'paper-two', ''],
  ['../paper-two/#a', 'paper-two', 'a'],
  ['.././paper-two//document.md#a', 'paper-two', 'a'],
])('%s is a place in a document', (address, document, fragment) => {
  expect(targetOf(address, around)).toEqual({ kind: 'place', document, fragment })
})

test.each([
  ['annex.pdf', 'annex.pdf', ''],
  ['./annex.pdf', 'annex.pdf', ''],
  ['annex.pdf#page=3', 'annex.pdf', 'page=3'],
  ['my%20annex.pdf', 'my annex.pdf', ''],
  ['my annex.pdf', 'my annex.pdf', ''],
  ['figures/../annex.pdf', 'annex.pdf', ''],
  ['figures/%D0%BC%D0%B0%D0%BF%D0%B0.png', 'figures/мапа.png', ''],
  ['../paper/annex.pdf', 'annex.pdf', ''],
  ['a%23b.pdf', 'a#b.pdf', ''],
  ['100%.pdf', '100%.pdf', ''],
  ['www.example.org.pdf', 'www.example.org.pdf', ''],
])('%s is a file beside the document', (address, name, fragment) => {
  expect(targetOf(address, around)).toEqual({ kind: 'file', name, fragment })
})

test.each([
  ['', 'empty', []],
  ['www.example.org', 'scheme', ['https://www.example.org']],
  ['example.org/x', 'scheme', ['https://example.org/x']],
  ['example.org:8080/x', 'scheme', ['https://example.org:8080/x']],
  ['https//example.org', 'scheme', ['https://example.org']],
  ['https:/example.org', 'scheme', ['https://example.org']],
  ['name@example.org', 'mailbox', ['mailto:name@example.org']],
  ['https://', 'incomplete', undefined],
  ['https://https://example.org', 'incomplete', undefined],
  ['https://example..org', 'incomplete', undefined],
  ['mailto:', 'incomplete', undefined],
  ['tel:', 'incomplete', undefined],
  ['skype:someone', 'kind', []],
  ['//example.org/x', 'elsewhere', []],
  ['/annex.pdf', 'absolute', []],
  ['C:\\annex.pdf', 'absolute', []],
  ['figures\\annex.pdf', 'backslash', []],
  ['../../secret.pdf', 'outside', []],
  ['%2e%2e/%2e%2e/secret.pdf', 'outside', []],
  ['../../../../etc/passwd', 'outside', []],
  ['.env', 'name', []],
  ['figures/.htaccess', 'name', []],
  ['linked.pdf', 'link', []],
  ['linked/annex.pdf', 'link', []],
  ['figures', 'folder', []],
  ['map.png', 'case', ['Map.PNG']],
  ['anex.pdf', 'missing', ['annex.pdf']],
  ['nothing.docx', 'missing', []],
  ['../paper-tow/document.md', 'document', ['../paper-two/document.md']],
  ['..', 'above', []],
  ['../', 'above', []],
  ['./..', 'above', []],
  ['/paper-two/', 'absolute', ['../paper-two/document.md']],
  ['/en/paper-two/index.html', 'absolute', ['../paper-two/document.md']],
  ['paper-two.md', 'missing', ['../paper-two/document.md']],
  ['../../papers/paper-two', 'outside', ['../paper-two/document.md']],
  ['paper-two', 'missing', ['../paper-two/document.md']],
  ['../paper-two/annex.pdf', 'foreign', ['../paper-two/document.md']],
  ['notes.md', 'markdown', []],
  ['page.html', 'active', []],
  ['paper.sq.pdf', 'name', []],
])('“%s” leads nowhere: %s', (address, fault, near) => {
  expect(targetOf(address, around)).toEqual({ kind: 'nowhere', fault, near: near ?? expect.any(Array) })
})

test('letters with their accents apart are the same name', () => {
  const mac = { files: new Map([['ќош.png', 'ќош.png'.normalize('NFD')]]), others: [] }
  for (const address of ['ќош.png', 'ќош.png'.normalize('NFD')])
    expect(locate('paper', address, mac)).toMatchObject({ kind: 'file', name: 'ќош.png' })
})
