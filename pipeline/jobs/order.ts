import { nameOfOrder, type Maker, type PrintOrder } from '../artifacts/print-order.ts'
import type { Stored } from '../artifacts/stored.ts'
import type { PictureSize } from '../pdf/raster.ts'

/** The facts of an order: all but its page or its PDF. */
type OrderFacts = { readonly kind: 'print'; readonly date: string } | { readonly kind: 'page' | 'first page'; readonly size: PictureSize }

/** An order as the store keeps it. */
export function packOrder(order: PrintOrder): Stored {
  const facts: OrderFacts =
    order.kind === 'print' ? { kind: order.kind, date: order.date.toISOString() } : { kind: order.kind, size: order.size }
  return { facts, bytes: order.kind === 'first page' ? order.pdf : new TextEncoder().encode(order.html) }
}

/**
 * The inverse of `packOrder`. Returns nothing for what is not the order of a name: a worker makes only that of which this maker
 * makes what the name says.
 */
export function unpackOrder(name: string, { facts, bytes }: Stored, maker: Maker): PrintOrder | undefined {
  try {
    const order = orderOf(facts as OrderFacts, bytes)
    return nameOfOrder(order, maker) === name ? order : undefined
  } catch {
    return undefined
  }
}

function orderOf(facts: OrderFacts, bytes: Uint8Array): PrintOrder {
  const html = (): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (facts.kind === 'print') return { kind: 'print', html: html(), date: new Date(facts.date) }
  const { size } = facts
  return facts.kind === 'page' ? { kind: 'page', html: html(), size } : { kind: 'first page', pdf: bytes, size }
}
