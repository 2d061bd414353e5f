import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'

const FRONT = '---\ntitle: Paper\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n'
const BODY = `A sentence with ![a picture](wide.png) in its line.\n\n![A picture by itself](wide.png)\n\n- An item with ![a picture](wide.png)\n`

describe.each(['A4', 'A5', 'Letter'] as const)('a wide picture on %s', (paper) => {
  let small: SmallPublication

  beforeAll(() => {
    small = createPublication({
      'content/publication.yaml': `title: T\npublisher: P\npaper: ${paper}\neditions: [sq, en]\n`,
      'content/paper/document.md': `${FRONT}${BODY}`,
      'content/paper/wide.png': png(1200, 300),
    })
  })
  afterAll(() => small.remove())

  test('has room in a final edition, and beside the rule of a draft', () => {
    const { said } = small.run('build')
    expect(said).not.toContain('cannot be printed')
    expect(said).toMatch(/^sq .* DRAFT/m)
    expect(said).toMatch(/^en .* final/m)
  })
})
