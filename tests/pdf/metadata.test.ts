import { PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { openBrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { elementsPage, printElements } from './torture/torture.ts'

test('a description that holds what no XML may is described without it', async () => {
  const pool = await openBrowserPool()
  try {
    const page = await elementsPage('<h1>Title</h1><p>Text.</p>')
    const description = 'One\u0001 & \u000Btwo\uFFFE'
    const bytes = await printElements(pool, page.replace('<title>', `<meta name="description" content="${description}"><title>`))
    const { catalog } = await PDFDocument.load(bytes)
    const metadata = Buffer.from((catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).contents).toString('utf8')
    expect(metadata).toContain('>One &#38; two</rdf:li>')
    expect(await verifyPdf('elements.pdf', bytes)).toEqual([])
  } finally {
    await pool.close()
  }
})
