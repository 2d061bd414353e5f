import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { RULES, verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { elementsPage, printElements } from '../pdf/torture/torture.ts'
import { APPEARANCE_SPOILS } from './spoils/appearance.ts'
import { CONTENT_SPOILS } from './spoils/content.ts'
import { FILE_SPOILS } from './spoils/file.ts'
import { METADATA_SPOILS } from './spoils/metadata.ts'
import { STRUCTURE_SPOILS } from './spoils/structure.ts'
import {
  addCell,
  addForm,
  addFormInForm,
  attribute,
  iccProfile,
  inCatalog,
  metadata,
  resources,
  set,
  spoil,
  unicode,
  type Spoil,
  type Spoils,
} from './spoilt.ts'

let good: Uint8Array

beforeAll(async () => {
  const pool = await openBrowserPool()
  try {
    good = await printElements(pool, await elementsPage())
  } finally {
    await pool.close()
  }
})

afterAll(() => (good = new Uint8Array()))

/** For each rule what spoils a good PDF so that it must say so. */
const SPOILS: Spoils = { ...FILE_SPOILS, ...METADATA_SPOILS, ...STRUCTURE_SPOILS, ...CONTENT_SPOILS, ...APPEARANCE_SPOILS }

test('for every rule there is something that spoils a good PDF', () => {
  expect(Object.keys(SPOILS).sort()).toEqual(RULES.map(({ id }) => id).sort())
})

test('the good PDF has no problems, and none when it is saved anew', async () => {
  expect(await verifyPdf('good.pdf', good)).toEqual([])
  expect(await verifyPdf('good.pdf', await spoil(good, () => undefined))).toEqual([])
})

test('the identifier of a file is no text, though its bytes may begin like one in UTF-16', async () => {
  const pdf = await PDFDocument.load(good, { updateMetadata: false })
  const identifier = PDFHexString.of('FEFFE000'.repeat(4))
  pdf.context.trailerInfo.ID = pdf.context.obj([identifier, identifier])
  const identified = await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
  expect(await verifyPdf('good.pdf', identified)).toEqual([])
})

const WAYS = Object.entries(SPOILS).flatMap(([id, spoils]) => {
  const { expected } = RULES.find((rule) => rule.id === id) ?? { expected: '' }
  return typeof spoils === 'function'
    ? [{ id, what: expected, change: spoils }]
    : Object.entries(spoils).map(([way, change]) => ({ id, what: `${expected}: ${way}`, change }))
})

test.each(WAYS)('$id is found where it is not so that $what', async ({ id, change }) => {
  const found = await verifyPdf('spoilt.pdf', await spoil(good, change))
  expect(found.map(({ ruleId }) => ruleId)).toContain(id)
  expect(found.map(({ actual }) => actual).join('\n')).not.toMatch(/^\w*Error\b/m)
})

test('what is of another type than the standard says is told', async () => {
  const found = await verifyPdf('spoilt.pdf', await spoil(good, inCatalog('MarkInfo', 'Marked')))
  expect(found.map(({ ruleId }) => ruleId)).toEqual(['ua-7.1-4'])
})

/** What looks like something wrong and is none. */
const ALLOWED: Readonly<Record<string, Spoil>> = {
  'a span of another owner': attribute('TD', 'Layout', 'RowSpan', 99),
  'a character that stands for any': metadata('application/pdf', 'application/pdf\xEF\xBF\xBD'),
  'a form of artifacts only': addForm('/Artifact BMC 0 0 9 9 re f EMC', '/Drawn Do'),
  'a form without marks in one': addForm('0 0 9 9 re f', '/Artifact BMC /Drawn Do EMC'),
  'a form in a form without marks in one': addFormInForm('0 0 9 9 re f', '/Artifact BMC /Drawn Do EMC'),
  'the same form twice': addForm('0 0 9 9 re f', '/Artifact BMC /Drawn Do /Drawn Do EMC'),
  'a cell of a pattern without marks': addCell('0 0 9 9 re f', 'Pattern'),
  'a mask without marks': addCell('0 0 9 9 re f', 'ExtGState'),
  'a form that draws itself': addForm('/Drawn Do', '/Drawn Do'),
  'colours of a profile': set('ColorSpace', ({ pdf }) => pdf.context.obj({ C: ['ICCBased', iccProfile(pdf, 'mntr', 3)] }), resources),
}

test.each(Object.entries(ALLOWED))('%s is allowed', async (_, change) => {
  expect(await verifyPdf('good.pdf', await spoil(good, change))).toEqual([])
})

test('a finding tells the words that it is about: of a character, of an element, of a page', async () => {
  const saidOf = async (change: Spoil, rule: string): Promise<string> => {
    const found = await verifyPdf('spoilt.pdf', await spoil(good, change))
    return found.find(({ ruleId }) => ruleId === rule)?.actual ?? ''
  }
  expect(await saidOf(unicode('0000'), 'ua-7.21.7-2')).toMatch(/ at “.*\uFFFD.*”$/)
  expect(await saidOf(({ element }) => element('Figure').delete(PDFName.of('Alt')), 'ua-7.3-1')).toMatch(/Figure \(object \d+\), at “.+”$/)
  expect(await saidOf(({ paint }) => paint((text) => `${text}\n<0003> Tj`), 'ua-7.1-3')).toMatch(/^page 1: .* at “Every element/)
})
