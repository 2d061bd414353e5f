import { expect, test } from 'vitest'
import { checkSource } from '../bench/checks/pairs.ts'

const severities = (alternative: string) => checkSource(`![${alternative}](map.png)`, ['alt-text']).map(({ severity }) => severity)

test('a picture without alternative text makes a draft', () => {
  expect(severities('')).toEqual(['error'])
  expect(severities(' ')).toEqual(['error'])
})

test.each([
  'map.png',
  'My map (2).JPEG',
  'IMG_20260531',
  'DSC01234',
  'Screenshot 2026-05-31 at 10.20.30',
  'A picture containing text Description automatically generated',
  'A map of a city AI-generated content may be incorrect.',
  'image',
  'Image 3',
  'a photo',
])('an alternative text that says nothing is doubtful: %s', (alternative) => {
  expect(severities(alternative)).toEqual(['warning'])
})

test.each(['The four host cities on a map', 'Logo', 'Figure of a woman', 'P2026 plan of the centre', 'Photo of the panel', 'npm.im'])(
  'one that says what is seen is right: %s',
  (alternative) => {
    expect(severities(alternative)).toEqual([])
  },
)
