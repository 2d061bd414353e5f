import { isUtf8 } from 'node:buffer'

/** A page’s text. It is lossy where it should be in UTF-8, and is not. */
export interface Decoded {
  readonly text: string
  readonly isLossy: boolean
}

/** Decodes a page by the encoding that its first bytes or its head tell, else as UTF-8. */
export function decoded(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  const told = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2000)).toString('latin1'))?.[1]
  const decoder = decoderOf(marked ?? told)
  return { text: decoder.decode(bytes), isLossy: decoder.encoding === 'utf-8' && !isUtf8(bytes) }
}

/** One of UTF-8 where the name of an encoding is missing or unknown. */
function decoderOf(encoding = 'utf-8'): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder()
  }
}
