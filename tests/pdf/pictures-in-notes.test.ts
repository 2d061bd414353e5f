import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf, png, type SmallPublication } from '../small-publication.ts'

/** A copy of a picture is read anew, and may come too late for the print: a note that is parted keeps its own. */
const ALIKE = ['one', 'two', 'three', 'four', 'five', 'six']
const HEIGHTS = Array.from({ length: 30 }, (_, index) => 20 + index)

/** None was printed before: those that were are not printed again. */
const frontOf = (name: string): string =>
  `---\ntitle: A paper\nkind: Paper\ndescription: The ${name} of ${process.hrtime.bigint()}.\ndate: 2018-06-08\n---\n\n## Text\n\n`
const note = HEIGHTS.map((height) => `    Some words ![A bar](bar-${height}.png) and more of them.`).join('\n\n')
const text = `${'Some words of the text. '.repeat(60)} A call[^long] of a note. ${'Some words of the text. '.repeat(400)}\n\n[^long]: It begins.\n\n${note}\n`

const publication: SmallPublication = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
  ...Object.fromEntries(
    ALIKE.flatMap((name) => [
      [`content/${name}/document.md`, frontOf(name) + text],
      ...HEIGHTS.map((height) => [`content/${name}/bar-${height}.png`, png(90, height)] as const),
    ]),
  ),
})
afterAll(() => publication.remove())

test('a note with pictures that is parted is laid out alike each time, with all its pictures', async () => {
  const { said } = publication.run('build', '--format', 'pdf', '--edition', 'en')
  expect(said).not.toMatch(/\[print]/)
  const all = await Promise.all(ALIKE.map(async (name) => publication.pdf('en', name)))
  const lines = await Promise.all(all.map(linesOf))
  for (const each of lines) expect(each).toEqual(lines[0])
})
