import { expect, test } from 'vitest'
import { isDeviceName } from '../../pipeline/files/identifier.ts'
import { createPublication } from '../small-publication.ts'

test('names of devices are told from names that begin like one', () => {
  const devices = ['con', 'CON', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'com0', 'com¹', 'nul.txt', 'aux.tar.gz', 'con .x', 'CONIN$']
  const names = ['console', 'co', 'com', 'com10', 'lpt-1', 'null', 'auxiliary', 'a.con', 'con-1', 'prn1', '.con', '']
  expect(devices.filter((name) => !isDeviceName(name))).toEqual([])
  expect(names.filter(isDeviceName)).toEqual([])
})

test('a document cannot have the name of a device', () => {
  // Not a folder of tests/cases/, which nobody could have on Windows.
  const document = '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nA sentence.\n'
  const publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, sq]\n',
    ...Object.fromEntries(['aux', 'com1', 'console'].map((name) => [`content/${name}/document.md`, document])),
  })
  const { status, said } = publication.run('sync')
  publication.remove()
  expect(status).toBe(2)
  expect(said.split('\n').filter((line) => line.includes('[document-id]'))).toEqual([
    expect.stringMatching(/^content\/aux {2}Windows keeps this name for a device/),
    expect.stringMatching(/^content\/com1 /),
  ])
})
