import { expect, test } from 'vitest'
import { nameOfOrder, type Maker, type PrintOrder } from '../../pipeline/artifacts/print-order.ts'
import { packOrder, textOf, unpackOrder } from '../../pipeline/jobs/order.ts'

const MAKER = { version: 'v24 abc', browser: 'chromium-1' }
const STYLE = 'p { margin: 0 }\n'.repeat(400)
const PICTURE = 'iVBORw0KGgo'.repeat(400)
const SHARED = `<style>${STYLE}</style><img src="data:image/png;base64,${PICTURE}">`
const ORDERS: readonly PrintOrder[] = [
  { kind: 'print', html: '\uFEFF<p>Përshëndetje, свете 😀</p>\r\n', date: new Date('2018-06-08') },
  { kind: 'print', html: `<style>b</style>${SHARED}<p>свете</p>`, date: new Date('2018-06-08') },
  { kind: 'print', html: `${SHARED}<p>A place where a piece could have been: \0.</p>`, date: new Date('2018-06-08') },
  { kind: 'page', html: '<p>A card</p>', size: { width: 1200, height: 630 } },
  { kind: 'first page', pdf: new Uint8Array([37, 80, 68, 70, 0, 255]), size: { width: 600, height: 849 } },
]

/** What a worker makes of an order out of the store. */
async function unpacked(order: PrintOrder, name: string, maker: Maker = MAKER): Promise<PrintOrder | undefined> {
  const { stored, pieces } = packOrder(order)
  return unpackOrder(name, stored, maker, async (digest) => textOf(pieces.get(digest)!))
}

test.each(ORDERS)('an order of a $kind is what it was when it comes out of the store', async (order) => {
  expect(await unpacked(order, nameOfOrder(order, MAKER))).toEqual(order)
})

test.each(ORDERS)('an order of a $kind is not taken by who would make something else of it, or under another name', async (order) => {
  const name = nameOfOrder(order, MAKER)
  expect(await unpacked(order, name, { ...MAKER, version: 'v24 abd' })).toBeUndefined()
  if (order.kind !== 'first page') expect(await unpacked(order, name, { ...MAKER, browser: 'chromium-2' })).toBeUndefined()
  for (const other of ORDERS.filter((each) => each !== order)) expect(await unpacked(other, name)).toBeUndefined()
})

test('styles and pictures that many pages have are pieces, which an order names alone', () => {
  const [first, second] = ['one', 'another'].map((words) =>
    packOrder({ kind: 'print', html: `${SHARED}<p>${words}</p>`, date: new Date(0) }),
  )
  expect([...first!.pieces.keys()]).toHaveLength(2)
  expect([...second!.pieces.keys()]).toEqual([...first!.pieces.keys()])
  expect(first!.stored.bytes.byteLength).toBeLessThan(100)
})

test('a piece that says something else is no part of the order', async () => {
  const order = ORDERS[1]!
  const { stored } = packOrder(order)
  expect(await unpackOrder(nameOfOrder(order, MAKER), stored, MAKER, async () => STYLE)).toBeUndefined()
  await expect(unpackOrder(nameOfOrder(order, MAKER), stored, MAKER, async () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
})

test.each([
  null,
  {},
  { kind: 'print' },
  { kind: 'print', date: 'never' },
  { kind: 'page' },
  { kind: '../../etc/passwd', size: {} },
  { kind: 'print', date: '2018-06-08', pieces: ['../../etc/passwd'] },
  { kind: 'print', date: '2018-06-08', pieces: 7 },
])('facts of another form are no order: %j', async (facts) => {
  const name = nameOfOrder(ORDERS[0]!, MAKER)
  const read = async (digest: string): Promise<string> => Promise.reject(new Error(`asked for ${digest}`))
  expect(await unpackOrder(name, { facts, bytes: new Uint8Array() }, MAKER, read)).toBeUndefined()
})
