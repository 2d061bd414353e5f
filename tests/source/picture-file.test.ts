import { expect, test } from 'vitest'
import { kindOfFile } from '../../pipeline/source/file-kinds.ts'
import { isDrawn, isOfType, isWhole, stillOf } from '../../pipeline/source/picture-file.ts'

/** Pictures of 24 by 16 points, as ImageMagick writes them. */
const FILES = {
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAMAAAA7+k+nAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAAM1BMVEX/AADuABHdACLMADO7AESqAFWZAGaIAHd3AIhmAJlVAKpEALszAMwiAN0RAO4AAP/////e28aKAAAAAWJLR0QQlbINLAAAAAd0SU1FB+oLGQULDM1D7EsAAAAuSURBVBjTdcEFAQAgAMCw4w7925LgG5ggiIIkyIIiqIIm6IIhmIIl2IIjuIInPq77C0FFB197AAAAJXRFWHRkYXRlOmNyZWF0ZQAyMDI2LTExLTI1VDA1OjExOjEyKzAwOjAwCtvc5wAAACV0RVh0ZGF0ZTptb2RpZnkAMjAyNi0xMS0yNVQwNToxMToxMiswMDowMHuGZFsAAAAASUVORK5CYII=',
  'image/jpeg':
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==',
  'image/webp': 'UklGRlIAAABXRUJQVlA4IEYAAABwAwCdASoYABAAPu1kqU2/paQiMAgD8B2JbACdGuAAgE0ciMgA/u2an5dN1AmCCf4ug1dW/+N+3/b7NTzypAFv9oslrAAA',
}
/** A point that is black, and then red, over and over. */
const MOVING = 'R0lGODlhAQABAIAAAAAAAP8AACH/C05FVFNDQVBFMi4wAwEAAAAh+QQAMgAAACwAAAAAAQABAAACAkQBACH5BAAyAAAALAAAAAABAAEAAAICTAEAOw=='
const PROGRESSIVE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAAQABgDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAcD/9oADAMBAAIQAxAAAAHK8r4BPXqKgf/EABUQAQEAAAAAAAAAAAAAAAAAAAAT/9oACAEBAAEFArrrrrrv/8QAFhEAAwAAAAAAAAAAAAAAAAAAABVh/9oACAEDAQE/AX1H1H1H1H1H1P/EABYRAAMAAAAAAAAAAAAAAAAAAAAWYf/aAAgBAgEBPwFdguwXYLsF2C7D/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQAGPwJf/8QAFRABAQAAAAAAAAAAAAAAAAAAAHH/2gAIAQEAAT8hpSlKU//aAAwDAQACAAMAAAAQ2xJ//8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPxBAAf/EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQIBAT8QX/8A/8QAFRABAQAAAAAAAAAAAAAAAAAAABH/2gAIAQEAAT8Qllllll//2Q=='

const all = [...Object.entries(FILES), ['image/jpeg', PROGRESSIVE] as const, ['image/gif', MOVING] as const].map(
  ([type, base64]) => [type, Buffer.from(base64, 'base64')] as const,
)

test.each(all)('a whole file of %s is whole, also with more after it', (type, file) => {
  expect(isOfType(file, type)).toBe(true)
  expect(isWhole(file, type)).toBe(true)
  expect(isWhole(Buffer.concat([file, Buffer.from([0xff, 0xda, 0, 0])]), type)).toBe(true)
})

test.each(all)('a file of %s that was cut short anywhere is not', (type, file) => {
  for (let length = 12; length < file.length; length++) expect(isWhole(file.subarray(0, length), type)).toBe(false)
})

test.each(all)('a file of %s holds an image, and none where its size is gone', (type, file) => {
  expect(isDrawn(file, type)).toBe(true)
  const frame = file.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(file[at + 1]!))
  const size = { 'image/png': [16, 24], 'image/jpeg': [frame + 5, frame + 9], 'image/webp': [23, 26], 'image/gif': [13, file.length] }[
    type
  ]!
  const without = Buffer.from(file).fill(0, ...size)
  expect(isDrawn(without, type)).toBe(false)
})

test('a PNG of which a byte has changed is not, unless that is of a chunk that the picture does not need', () => {
  const [, file] = all[0]!
  for (let at = 8; at < file.length;) {
    const end = at + 12 + file.readUInt32BE(at)
    const needed = /[A-Z]/.test(file.toString('latin1', at + 4, at + 5))
    for (let byte = at; byte < end; byte++) {
      const changed = Buffer.from(file)
      changed[byte]! ^= 1
      // A length leads astray, whatever it is of.
      expect(isWhole(changed, 'image/png')).toBe(!needed && byte >= at + 4)
    }
    at = end
  }
})

test('paper shows the first image of a picture that moves, and other pictures as they are', () => {
  const still = stillOf(Buffer.from(MOVING, 'base64'), 'image/gif')
  // The header, two colours, how often it moves, how long the first image stays, and the image itself.
  expect(Buffer.from(still).toString('base64')).toBe(
    Buffer.concat([Buffer.from(MOVING, 'base64').subarray(0, 61), Buffer.from([0x3b])]).toString('base64'),
  )
  expect(isWhole(still, 'image/gif')).toBe(true)
  expect(stillOf(still, 'image/gif')).toEqual(still)
  for (const [type, file] of all.filter(([each]) => each !== 'image/gif')) expect(stillOf(file, type)).toBe(file)
})

test.each([
  ['', 'an empty file'],
  ['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'a note of Git LFS that stands for the picture'],
  ['\n<!DOCTYPE html><html>', 'a web page'],
  ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG drawing'],
  ['\0\0\0\u0018ftypheic\0', 'a HEIC picture, as telephones take them'],
  ['II*\0', 'a TIFF picture'],
  ['%PDF-1.7', 'a PDF'],
  ['Words', undefined],
])('what a file is that is no picture: %j', (bytes, name) => {
  expect(kindOfFile(Buffer.from(bytes, 'latin1'))?.name).toBe(name)
})

test.each(all)('a file of %s is named as what it is', (type, file) => {
  expect(type.replace('jpeg', 'jpg')).toBe(`image/${kindOfFile(file)?.ending}`)
})
