import { expect, test } from 'vitest'
import { parseOfficeXml } from '../../pipeline/exchange/tables/office-xml.ts'

const parse = (xml: string) => parseOfficeXml(new TextEncoder().encode(xml), 'word/document.xml', 'table.docx')

test('a part that is made to be read for hours is read at once, or refused', () => {
  expect(() => parse(`<${'a'.repeat(400_000)}`)).toThrow(/cannot be read/)
  expect(parse(`<w:p w:id="7" ${'b'.repeat(400_000)}><w:t a = '1'/></w:p>`)).toMatchObject({
    name: 'p',
    attributes: { id: '7' },
    children: [{ name: 't', attributes: { a: '1' } }],
  })
})
