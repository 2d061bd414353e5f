import { expect, test } from 'vitest'
import { frontOf } from '../../pipeline/authoring/front.ts'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'

const NOTHING = { title: undefined, author: undefined, description: undefined, date: undefined, language: undefined }
const PICTURE = '![A duck of a cartoon that holds a large sheet of paper](picture-1.png)'

test.each([
  ['pictures alone', PICTURE, /^Say in one sentence/],
  ['a picture before the text', `${PICTURE}\n\nThe first sentence says what is in this report. The second does not.`, /^The first sentence says what is in this report\.$/],
])('the description of a document of %s can be read', (_, markdown, description) => {
  const tree = parseMarkdown(markdown, 'document.md')
  const { front } = frontOf({ notices: [] }, NOTHING, tree, 'A title', 'en')
  expect(front.description).toMatch(description)
}) // prettier-ignore
