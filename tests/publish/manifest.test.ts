import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { inspectOutput } from '../../pipeline/publish/output.ts'
import { openPublishing } from '../../pipeline/publish/publishing.ts'
import { createPublication } from '../small-publication.ts'

interface Written {
  files: Record<string, { bytes: number; sha256: string }>
}

describe('a manifest that somebody else changed leads to nothing outside its folder', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'editions-elsewhere-'))
  const precious = join(elsewhere, 'precious.txt')
  const publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
    'content/paper/document.md': '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nText.\n',
  })
  const manifest = join(publication.root, 'output/manifest.json')
  let published = ''

  beforeAll(() => {
    publication.run('build', '--format', 'html')
    published = readFileSync(manifest, 'utf8')
  })
  afterAll(() => {
    publication.remove()
    rmSync(elsewhere, { recursive: true })
  })

  const claim = (path: string): void => {
    writeFileSync(precious, 'precious')
    const { files, ...rest } = JSON.parse(published) as Written
    writeFileSync(manifest, JSON.stringify({ ...rest, files: { ...files, [path]: { bytes: 8, sha256: '0'.repeat(64) } } }, null, 2))
  }

  test.each([
    '../content/paper/document.md',
    'en/../../content/publication.yaml',
    'en/./paper/index.html',
    'en//paper',
    '/etc/hostname',
    precious,
    '..\\content\\paper\\document.md',
    'C:/Windows/win.ini',
    'a\0b',
    'a\nb',
    '',
    '.',
    '..',
    'en/..',
    '.git/config',
    'en/.htaccess',
    'manifest.json',
    'SHA256SUMS',
  ])('%j', (path) => {
    claim(path)
    const sources = publication.read('content/paper/document.md')
    for (const command of [['build', '--format', 'html'], ['build'], ['verify']]) {
      const { status, said } = publication.run(...command)
      expect(said).toContain('The manifest of this folder names a file that no build writes; nothing was touched.')
      expect(said).toMatch(/^manifest\.json:\d+:\d+ {2}/m)
      // Damage to what was published is a finding of `verify`.
      expect(status).toBe(command[0] === 'verify' ? 1 : 2)
    }
    expect(publication.read('content/paper/document.md')).toBe(sources)
    expect(readFileSync(precious, 'utf8')).toBe('precious')
  })

  test('a link in the folder is not followed', () => {
    claim('linked/precious.txt')
    symlinkSync(elsewhere, join(publication.root, 'output/linked'))
    expect(publication.run('build', '--format', 'html')).toMatchObject({
      status: 2,
      said: expect.stringContaining('nothing was touched') as string,
    })
    const { said } = publication.run('verify')
    expect(said).toContain('linked/precious.txt  This file is missing.')
    expect(readFileSync(precious, 'utf8')).toBe('precious')
    rmSync(join(publication.root, 'output/linked'))
  })

  test('names that the manifest only seems to have are foreign files', () => {
    writeFileSync(manifest, published)
    mkdirSync(join(publication.root, 'output/en/paper/sub'))
    writeFileSync(join(publication.root, 'output/en/paper/sub/mine.txt'), '')
    expect(publication.run('build', '--format', 'html').said).toContain('holds files that this tool did not write')
    rmSync(join(publication.root, 'output/en/paper/sub'), { recursive: true })
    expect(publication.run('build', '--format', 'html').status).toBe(0)
  })
})

test('a folder that a build wrote nothing else into, since nothing could be made, is one that the next build knows', async () => {
  const small = createPublication({ 'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n' })
  const publication = await readPublication(small.root)
  await openPublishing(await inspectOutput(publication, 'output')).finish(() => true)
  const made = { path: 'en/index.html', bytes: new Uint8Array() }
  const publishing = openPublishing(await inspectOutput(publication, 'output'))
  await publishing.add([made])
  expect((await publishing.finish(() => true)).written).toEqual(['en/index.html'])
  small.remove()
})
