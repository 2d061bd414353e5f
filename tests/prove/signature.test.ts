import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { createPublication } from '../small-publication.ts'

const small = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq]\n',
  'content/paper/document.md': '---\ntitle: T\nkind: report\ndescription: D\ndate: 2026-05-31\n---\n\nText.\n',
})
afterAll(() => small.remove())

test('minisign accepts the signature of what was published, by a key that it made, and sha256sum the digests', () => {
  const [secret, own] = [join(small.root, 'secret.key'), join(small.root, 'own.pub')]
  execFileSync('minisign', ['-G', '-W', '-s', secret, '-p', own])
  vi.stubEnv('EDITIONS_SIGNING_KEY', readFileSync(secret, 'utf8'))
  small.run('build', '--format', 'html')
  vi.unstubAllEnvs()
  const cwd = join(small.root, 'output')
  const accepts = (): string => execFileSync('minisign', ['-V', '-p', own, '-m', 'SHA256SUMS'], { cwd, encoding: 'utf8', stdio: 'pipe' })
  expect(accepts()).toMatch(/Signature and comment signature verified\nTrusted comment: file:SHA256SUMS/)
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd })
  const key = readFileSync(own, 'utf8').trim().split('\n').at(-1)!
  expect(small.run('verify', '--key', key)).toMatchObject({
    status: 0,
    said: expect.stringContaining(`Signed with the key ${key}`) as string,
  })
  // A build without the key leaves no signature behind.
  small.run('build', '--format', 'html')
  expect(accepts).toThrow('SHA256SUMS.minisig')
  expect(small.run('verify').said).toContain('No problems')
})
