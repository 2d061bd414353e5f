import { hash } from 'node:crypto'
import { nameOfOrder, type Maker, type PrintOrder } from '../artifacts/print-order.ts'
import type { Stored } from '../artifacts/stored.ts'
import type { PictureSize } from '../pdf/png.ts'
import { isDigest } from './objects.ts'
import { joinPieces, partPage } from './pieces.ts'

/** The facts of an order: all but its page or its PDF. */
type OrderFacts = PageFacts | { readonly kind: 'first page'; readonly size: PictureSize }

/** The facts of an order with a page, and the digests of what was taken out of it. */
type PageFacts = { readonly pieces: readonly string[] } & (
  { readonly kind: 'print'; readonly date: string } | { readonly kind: 'page'; readonly size: PictureSize }
)

/** An order as the store keeps it. */
export interface PackedOrder {
  readonly stored: Stored
  /** What it names, by digest. */
  readonly pieces: ReadonlyMap<string, Uint8Array>
}

/** Packs an order. What other orders may have as well becomes a piece, which the store has once. */
export function packOrder(order: PrintOrder): PackedOrder {
  if (order.kind === 'first page') return { stored: { facts: { kind: order.kind, size: order.size }, bytes: order.pdf }, pieces: new Map() }
  const { rest, pieces } = partPage(order.html)
  const all = pieces.map((text) => encoder.encode(text)).map((bytes) => [hash('sha256', bytes), bytes] as const)
  const digests = all.map(([digest]) => digest)
  const facts: PageFacts =
    order.kind === 'print'
      ? { kind: order.kind, date: order.date.toISOString(), pieces: digests }
      : { kind: order.kind, size: order.size, pieces: digests }
  return { stored: { facts, bytes: encoder.encode(rest) }, pieces: new Map(all) }
}

const encoder = new TextEncoder()

/** Text of bytes in UTF-8. Other bytes give another text, so that the order is not that of its name. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/**
 * The inverse of `packOrder`. Returns nothing for what is not the order of a name: a worker makes only that of which this maker
 * makes what the name says.
 * @param pieceOf gives the text of a piece
 * @throws Error as `pieceOf` does
 */
export async function unpackOrder(
  name: string,
  { facts, bytes }: Stored,
  maker: Maker,
  pieceOf: (digest: string) => Promise<string>,
): Promise<PrintOrder | undefined> {
  const named = (facts as Partial<PageFacts> | null)?.pieces ?? []
  if (!Array.isArray(named) || !named.every(isDigest)) return undefined
  const pieces = await Promise.all(named.map(pieceOf))
  try {
    const order = orderOf(facts as OrderFacts, bytes, pieces)
    return nameOfOrder(order, maker) === name ? order : undefined
  } catch {
    return undefined
  }
}

function orderOf(facts: OrderFacts, bytes: Uint8Array, pieces: readonly string[]): PrintOrder {
  if (facts.kind === 'first page') return { kind: 'first page', pdf: bytes, size: facts.size }
  const html = joinPieces({ rest: textOf(bytes), pieces })
  return facts.kind === 'print' ? { kind: 'print', html, date: new Date(facts.date) } : { kind: 'page', html, size: facts.size }
}
