import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '../pipeline/cli/commands.ts'

const readme = readFileSync('README.md', 'utf8')
const journey = readFileSync('pipeline/README.md', 'utf8')

/** Whether something stands in the table of a page that begins so. */
function hasLine(page: string, beginning: string, what: string): boolean {
  return page.slice(page.indexOf(beginning)).split('\n\n', 1)[0]!.includes(what)
}

test('every dependency has its line in the table', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const absent = Object.keys({ ...dependencies, ...devDependencies }).filter(
    // A family’s name stands once: “@fontsource/noto-serif, noto-sans”, “@types/…”.
    (name) => !hasLine(journey, '| dependency |', name.replace(/^@fontsource\//, '').replace(/^@types\/.*/, '@types/')),
  )
  expect(absent).toEqual([])
})

test('the table names no package that is not used', () => {
  const rows = journey.slice(journey.indexOf('| dependency |')).trim().split('\n\n', 1)[0]!.split('\n').slice(2)
  const names = rows.flatMap((row) =>
    row
      .split('|')[1]!
      .split(',')
      .map((name) => name.trim()),
  )
  const manifest = readFileSync('package.json', 'utf8')
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => !manifest.includes(name.replace('…', '')))).toEqual([])
})

test.each(['README.md', 'pipeline/README.md'])('every link of %s leads to a file of the project', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, path]) => path!)
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((path) => !existsSync(join(dirname(page), path)))).toEqual([])
})

test('every command stands in the table of commands', () => {
  const commands = Object.keys(COMMANDS)
  expect(commands.length).toBeGreaterThan(5)
  expect(commands.filter((name) => !hasLine(readme, '| command |', `| \`${name}`))).toEqual([])
})
