import { afterEach, expect, test, vi } from 'vitest'

/** Messages show a command as a person types it. */
const argv = process.argv
afterEach(() => {
  process.argv = argv
  vi.unstubAllEnvs()
})
const { asCalled } = await import('../../pipeline/files/called.ts')

const call = (...options: string[]): void => void (process.argv = ['node', 'pipeline/cli/main.js', ...options])

test.each([
  [['sync'], 'check --fix', 'npm run editions -- check --fix'],
  [['build'], 'build', 'npm start'],
  [['build'], 'build --format html', 'npm start -- --format html'],
  [['--root', '../ours', 'build'], 'sync', 'npm run editions -- --root ../ours sync'],
  [['build', '--root=../ours'], 'sync', 'npm run editions -- --root ../ours sync'],
  [['build', '--root', 'Our papers'], 'build --format html', 'npm start -- --root "Our papers" --format html'],
  [['build', '--root', 'a"$b'], 'sync', 'npm run editions -- --root "a\\"\\$b" sync'],
])('called with %j, “%s” is told as %s', (options, command, told) => {
  call(...options)
  expect(asCalled(command)).toBe(told)
})
