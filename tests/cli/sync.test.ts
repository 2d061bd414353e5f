import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

const SITE = 'locales/en/site.json'
const publication = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, sq]\n',
  'content/paper/document.md': '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nA sentence.\n',
})
afterAll(() => publication.remove())

/** The row of the table that is about interface texts, and the lines about their keys. */
function toldOfSite(...options: string[]): string[] {
  const lines = publication.run('sync', ...options).said.split('\n')
  const heading = lines.indexOf('site:')
  const end = lines.indexOf('', heading)
  return [...lines.filter((line) => line.startsWith('site ')), ...(heading < 0 ? [] : lines.slice(heading + 1, end))].map((line) =>
    line.replaceAll(/\s+/g, ' ').trim(),
  )
}

test('a sync tells which interface texts were edited, came and went, once', () => {
  // Before the first sync every one would be new.
  expect(toldOfSite()).toEqual([])
  // One that is as it is built in is no text of the publication.
  publication.write(SITE, JSON.stringify({ skip: 'Skip it', notes: 'Remarks', contents: 'What is in it', page: 'page {page} of {pages}' }))
  expect(toldOfSite()).toEqual(['site 1 0 0 0 0 3 0 0', 'new skip', 'new notes', 'new contents'])
  publication.write(SITE, JSON.stringify({ notes: 'Remarks,', contents: 'What stands in it', 'zz.new': 'New' }))
  // The publisher’s name, which publication.yaml gives, is one of them.
  const told = ['site 1 0 2 0 0 1 0 1', 'edited notes punctuation', 'edited contents wording', 'new zz.new', 'retired skip']
  expect(toldOfSite('--dry-run')).toEqual(told)
  expect(JSON.parse(publication.run('sync', '--dry-run', '--json').said)).toMatchObject({ site: { new: ['zz.new'], retired: ['skip'] } })
  expect(toldOfSite()).toEqual(told)
  expect(toldOfSite()).toEqual([])
})
