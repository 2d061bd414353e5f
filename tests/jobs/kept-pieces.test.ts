import { expect, test } from 'vitest'
import { keepPieces } from '../../pipeline/jobs/kept-pieces.ts'

/** Pieces of ten characters, and which of them were read. */
function pieces(most: number): { readonly of: (digest: string) => Promise<string>; readonly read: string[] } {
  const read: string[] = []
  const of = keepPieces(async (digest) => {
    read.push(digest)
    if (digest === 'none') throw new Error('gone')
    return digest.repeat(10)
  }, most)
  return { of, read }
}

test('a piece is read once, however many ask for it', async () => {
  const { of, read } = pieces(100)
  expect(await Promise.all(['a', 'a', 'b', 'a'].map(of))).toEqual(['a', 'a', 'b', 'a'].map((each) => each.repeat(10)))
  expect(read).toEqual(['a', 'b'])
})

test('of more than there is room for, those stay that were asked for last', async () => {
  const { of, read } = pieces(20)
  for (const each of ['a', 'b', 'a', 'c', 'a', 'b']) await of(each)
  expect(read).toEqual(['a', 'b', 'c', 'b'])
})

test('one that is missing is looked for again', async () => {
  const { of, read } = pieces(20)
  await expect(of('none')).rejects.toThrow('gone')
  await expect(of('none')).rejects.toThrow('gone')
  expect(read).toEqual(['none', 'none'])
})
