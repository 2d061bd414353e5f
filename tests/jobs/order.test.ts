import { expect, test } from 'vitest'
import { nameOfOrder, type PrintOrder } from '../../pipeline/artifacts/print-order.ts'
import { packOrder, unpackOrder } from '../../pipeline/jobs/order.ts'

const MAKER = { version: 'v24 abc', browser: 'chromium-1' }
const ORDERS: readonly PrintOrder[] = [
  { kind: 'print', html: '\uFEFF<p>Përshëndetje, свете 😀</p>\r\n', date: new Date('2018-06-08') },
  { kind: 'page', html: '<p>A card</p>', size: { width: 1200, height: 630 } },
  { kind: 'first page', pdf: new Uint8Array([37, 80, 68, 70, 0, 255]), size: { width: 600, height: 849 } },
]

test.each(ORDERS)('an order of a $kind is what it was when it comes out of the store', (order) => {
  const name = nameOfOrder(order, MAKER)
  expect(unpackOrder(name, packOrder(order), MAKER)).toEqual(order)
})

test.each(ORDERS)('an order of a $kind is not taken by who would make something else of it, or under another name', (order) => {
  const name = nameOfOrder(order, MAKER)
  expect(unpackOrder(name, packOrder(order), { ...MAKER, version: 'v24 abd' })).toBeUndefined()
  if (order.kind !== 'first page') expect(unpackOrder(name, packOrder(order), { ...MAKER, browser: 'chromium-2' })).toBeUndefined()
  for (const other of ORDERS.filter((each) => each !== order)) expect(unpackOrder(name, packOrder(other), MAKER)).toBeUndefined()
})

test.each([null, {}, { kind: 'print' }, { kind: 'print', date: 'never' }, { kind: 'page' }, { kind: '../../etc/passwd', size: {} }])(
  'facts of another form are no order: %j',
  (facts) => {
    const name = nameOfOrder(ORDERS[0]!, MAKER)
    expect(unpackOrder(name, { facts, bytes: new Uint8Array() }, MAKER)).toBeUndefined()
  },
)
