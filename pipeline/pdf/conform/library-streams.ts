import { deflateSync } from 'node:zlib'
import { PDFFlateStream } from '@cantoo/pdf-lib'
import { LEVEL } from './streams.ts'

const packed = new WeakMap<PDFFlateStream, Uint8Array>()

function contentsOf(stream: PDFFlateStream): Uint8Array {
  const present = packed.get(stream) ?? deflateSync(stream.getUnencodedContents(), { level: LEVEL })
  packed.set(stream, present)
  return present
}

/**
 * Has the library pack its own streams, of objects and of cross-references, as this program packs pages: its packer in
 * JavaScript takes half the time of saving.
 */
export function hastenStreams(): void {
  Object.defineProperties(PDFFlateStream.prototype, {
    getContents: { value: contentsOfThis },
    getContentsSize: {
      value(this: PDFFlateStream) {
        return contentsOf(this).length
      },
    },
  })
}

function contentsOfThis(this: PDFFlateStream): Uint8Array {
  return contentsOf(this)
}
