import { expect, test } from 'vitest'
import { documentText, importedFrom } from '../../pipeline/authoring/imported.ts'
import { readAuthored } from '../../pipeline/authoring/read-authored.ts'

async function taken(list: string): Promise<{ text: string; told: string[] }> {
  const page = `<html><body><p>Read on.</p>${list}</body></html>`
  const reading = await readAuthored(new TextEncoder().encode(page), 'page.html')
  const imported = importedFrom(reading, { name: 'page.html', title: 'Terms', source: 'en', knownPictures: new Map() })
  return { text: documentText(imported).replace(/^[\s\S]*?Read on\.\n\n/, ''), told: imported.notices.map(({ what }) => what) }
}

test.each([
  ['an explanation of a line follows its term', '<dt>Edition</dt><dd>A <em>text</em>.</dd>', '- **Edition**: A *text*.\n'],
  ['a sign at the end of a term parts it already', '<dt><b>Edition</b>:</dt><dd><p>A text.</p></dd>', '- **Edition**: A text.\n'],
  [
    'of several explanations each is a paragraph',
    '<dt id="gate">Gate</dt><dd>One.</dd><dd><a href="#gate">Two</a>.</dd>',
    '- <a id="gate"></a>**Gate**\n\n  One.\n\n  [Two](#gate).\n',
  ],
  [
    'terms of one explanation stand beside each other',
    '<dt>Key</dt><dt>Name</dt><dd>What tells it.</dd>',
    '- **Key**, **Name**: What tells it.\n',
  ],
  ['groups may be parted', '<div><dt>A</dt><dd>One.</dd></div><div><dt>B</dt><dd>Two.</dd></div>', '- **A**: One.\n- **B**: Two.\n'],
  [
    'lists within lists stay there',
    '<dt>Outer</dt><dd>Has:<dl><dt>Inner</dt><dd>One.</dd></dl></dd>',
    '- **Outer**\n\n  Has:\n  - **Inner**: One.\n',
  ],
  ['an explanation without a term is an item', '<dd>Alone.</dd>', '- Alone.\n'],
])('lists of terms: %s', async (_, entries, text) => {
  const found = await taken(`<dl>${entries}</dl>`)
  expect(found.text).toBe(text)
  expect(found.told.filter((each) => !/^The (?:description|file says)/.test(each))).toEqual([])
})
