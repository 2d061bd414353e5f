import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { readBytes } from '../files/disk.ts'
import { indexColours } from './palette.ts'
import { encodePng, type PictureSize } from './png.ts'

/** The drawing flags of PDFium (fpdfview.h): its bytes stand in the order red, green, blue. Letters have no coloured edges. */
const REVERSE_BYTE_ORDER = 0x10
const WHITE = 0xffffffff

let loading: Promise<WrappedPdfiumModule> | undefined

async function load(): Promise<WrappedPdfiumModule> {
  const wasm = await readBytes(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const { buffer, byteOffset, byteLength } = wasm!
  const pdfium = await init({ wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer })
  pdfium.PDFiumExt_Init()
  return pdfium
}

/**
 * Draws the first page of a PDF as PNG, as wide as the picture; of a page that is higher only its upper part is seen.
 * WebAssembly draws the same pixels on every machine, which a browser does not.
 * @throws Error for a PDF that cannot be read
 */
export async function drawFirstPage(pdf: Uint8Array, size: PictureSize): Promise<Uint8Array> {
  const pixels = render(await (loading ??= load()), pdf, size)
  return encodePng(size, indexColours(pixels))
}

/** The pixels of a page: red, green, blue and nothing, a byte each. The library frees nothing by itself. */
function render(pdfium: WrappedPdfiumModule, pdf: Uint8Array, { width, height }: PictureSize): Uint8Array<ArrayBuffer> {
  const { malloc, free } = pdfium.pdfium.wasmExports
  // Read anew each time: the memory may have grown.
  const memory = (): Uint8Array => (pdfium.pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8
  const file = malloc(pdf.byteLength)
  memory().set(pdf, file)
  const document = pdfium.FPDF_LoadMemDocument(file, pdf.byteLength, '')
  const page = document === 0 ? 0 : pdfium.FPDF_LoadPage(document, 0)
  try {
    if (page === 0) throw new Error('The first page of this PDF cannot be drawn.')
    const whole = Math.round((width * pdfium.FPDF_GetPageHeightF(page)) / pdfium.FPDF_GetPageWidthF(page))
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, whole, 0, REVERSE_BYTE_ORDER)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const pixels = memory().slice(start, start + width * height * 4)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels
  } finally {
    if (page !== 0) pdfium.FPDF_ClosePage(page)
    if (document !== 0) pdfium.FPDF_CloseDocument(document)
    free(file)
  }
}
