import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FAMILIES } from '../../pipeline/check/registry.ts'

/** After a rule was added or changed: `npx vitest run tests/check/rules-page.test.ts --update`. */
test('the page of rules is that of the registry', async () => {
  const rows = Object.entries(FAMILIES).flatMap(([family, rules]) =>
    rules.map(({ id, severity, meaning, example }, index) =>
      [index === 0 ? family : '', `\`${id}\``, severity, meaning, code(example.bad), code(example.good)].join(' | '),
    ),
  )
  const table = [
    '| family | rule | severity | what it finds | bad | good |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ]
  const file = resolve('pipeline/check/rules.md')
  const page = readFileSync(file, 'utf8')
  const expected = page.replace(
    /<!-- rules -->[\s\S]*<!-- \/rules -->/,
    () => `<!-- rules -->\n<!-- prettier-ignore-start -->\n${table.join('\n')}\n<!-- prettier-ignore-end -->\n<!-- /rules -->`,
  )
  expect(expected).toContain(table[2])
  await expect(expected).toMatchFileSnapshot(file)
})

/** As code, so that no mark of Markdown acts in the table. */
function code(text: string): string {
  return (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``).replaceAll('|', String.raw`\|`)
}
