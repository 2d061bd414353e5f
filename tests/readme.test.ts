import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')

/** Whether something stands in the table that begins so. */
function hasLine(beginning: string, what: string): boolean {
  return readme.slice(readme.indexOf(beginning)).split('\n\n', 1)[0]!.includes(what)
}

test('every dependency has its line in the table', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const absent = Object.keys({ ...dependencies, ...devDependencies }).filter(
    // A family’s name stands once: “@fontsource/noto-serif, noto-sans”, “@types/…”.
    (name) => !hasLine('| dependency |', name.replace(/^@fontsource\//, '').replace(/^@types\/.*/, '@types/')),
  )
  expect(absent).toEqual([])
})

test('the table names no package that is not used', () => {
  const rows = readme.slice(readme.indexOf('| dependency |')).split('\n\n', 1)[0]!.split('\n').slice(2)
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

test('every link leads to a file of the project', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, path]) => path!)
  expect(links.length).toBeGreaterThan(20)
  // Links in the table of rules are examples.
  expect(links.filter((path) => !existsSync(path) && !/^(?:raport|report|harta|map)\./.test(path))).toEqual([])
})

test('every command stands in the table of commands', () => {
  const commands = [...readFileSync('pipeline/cli/program.ts', 'utf8').matchAll(/^ {2}(\w+): async \(\) => \(await import/gm)].map(
    ([, name]) => name!,
  )
  expect(commands.length).toBeGreaterThan(5)
  expect(commands.filter((name) => !hasLine('| command |', `| \`${name}`))).toEqual([])
})
