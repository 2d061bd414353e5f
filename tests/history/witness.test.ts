import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ALBANIAN, ENGLISH, LEDGER, Repository } from './repository.ts'

const BEFORE = 'The ministry pays for the training of teachers in the north.'
const AFTER = 'The ministry does not pay for the training of teachers in the south.'
const OTHER = 'Nobody had foreseen how quickly the river would rise.'
const LAST = 'Schools reopened within a fortnight.'
const KEY = 'start.the-ministry-pays-for-the'

const places: Repository[] = []
afterEach(() => places.splice(0).forEach((place) => place.remove()))

/** A document of three paragraphs, translated, synced and committed on `main`; `author` has edited the English of one and synced. */
async function published({ translated = true, below = '.' } = {}): Promise<Repository> {
  const place = new Repository(below)
  places.push(place)
  place.paragraphs = [BEFORE, OTHER, LAST]
  await place.sync()
  if (translated) {
    for (const [key, english] of Object.entries(place.texts(ENGLISH))) place.translate(key, `sq: ${english}`)
    await place.sync()
  }
  place.commit('first')
  place.git('checkout', '--quiet', '-b', 'author')
  place.paragraphs = [AFTER, OTHER, LAST]
  await place.sync()
  place.commit('edited')
  place.git('checkout', '--quiet', '-b', 'translator', 'main')
  return place
}

async function stateOf(place: Repository): Promise<string> {
  const { state } = (await place.states()).get(AFTER)!
  return state.state === 'stale' ? `stale: ${state.doubt ?? state.change.before}` : state.state
}

const STALE = `stale: ${BEFORE}`

/** What a translator does on a branch that lacks the author’s edit, and how it comes together. */
const UNSEEN: Readonly<Record<string, (place: Repository) => Promise<void> | void>> = {
  merged: (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.git('merge', '--quiet', '--no-edit', 'author')
  },
  'merged the other way about': (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.git('checkout', '--quiet', 'author')
    place.git('merge', '--quiet', '--no-edit', 'translator')
  },
  'merged, and not committed yet': (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.git('merge', '--quiet', '--no-commit', 'author')
  },
  'a sync on both sides, the ledger of the author': async (place) => {
    place.translate(KEY, 'e re')
    await place.sync()
    place.commit('retouched')
    place.tryGit('merge', '--quiet', '--no-edit', 'author')
    place.git('checkout', '--theirs', LEDGER)
    place.commit('merged')
  },
  'a sync on both sides, the ledger of the translator': async (place) => {
    place.translate(KEY, 'e re')
    await place.sync()
    place.commit('retouched')
    place.tryGit('merge', '--quiet', '--no-edit', 'author')
    place.git('checkout', '--ours', LEDGER)
    place.commit('merged')
  },
  rebased: (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.clock += 60
    place.git('rebase', '--quiet', 'author')
  },
  'rebased within a second': (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.git('rebase', '--quiet', 'author')
  },
  'picked, and its branch gone': (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.git('checkout', '--quiet', 'author')
    place.clock += 60
    place.git('cherry-pick', 'translator')
    place.git('branch', '--quiet', '-D', 'translator')
  },
  'squashed into one commit': (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.git('checkout', '--quiet', 'author')
    place.git('merge', '--quiet', '--squash', 'translator')
    place.commit('squashed')
  },
  'the file taken from the other branch': (place) => {
    place.translate(KEY, 'e re')
    place.commit('retouched')
    place.git('checkout', '--quiet', 'author')
    place.git('checkout', 'translator', '--', ALBANIAN)
    place.commit('restored')
  },
  'stashed, and taken out over newer English': (place) => {
    place.translate(KEY, 'e re')
    place.git('stash', '--quiet')
    place.git('merge', '--quiet', '--no-edit', 'author')
    place.git('stash', 'pop', '--quiet')
  },
  'stashed, taken out over newer English, and committed': (place) => {
    place.translate(KEY, 'e re')
    place.git('add', '--all')
    place.git('stash', '--quiet')
    place.git('checkout', '--quiet', 'author')
    place.git('stash', 'pop', '--quiet', '--index')
    place.commit('retouched')
  },
  'taken over by hand while it is stashed': (place) => {
    place.translate(KEY, 'e re')
    place.git('stash', '--quiet')
    place.git('checkout', '--quiet', 'author')
    place.git('stash', 'apply', '--quiet')
  },
  'reverted to after it was adapted': async (place) => {
    place.translate(KEY, 'e re')
    await place.sync()
    place.commit('retouched')
    place.tryGit('merge', '--quiet', '--no-edit', 'author')
    place.git('checkout', '--ours', LEDGER)
    place.commit('merged')
    place.translate(KEY, 'e përshtatur')
    await place.sync()
    place.commit('adapted')
    place.git('revert', '--no-edit', 'HEAD')
    place.git('checkout', 'HEAD~1', '--', LEDGER)
    place.commit('but the ledger')
  },
}

describe('a translation of English that the author was editing meanwhile is stale', () => {
  describe.each([true, false])('translated before: %s', (translated) => {
    test.each(Object.entries(UNSEEN))('%s', async (_, happens) => {
      for (const below of ['.', 'a folder/of it']) {
        const place = await published({ translated, below })
        await happens(place)
        expect(await stateOf(place)).toBe(STALE)
        await place.sync()
        expect(await stateOf(place)).toBe(STALE)
      }
    })
  })
})

/** What a translator does who has the edited English before them. */
const SEEN: Readonly<Record<string, (place: Repository) => Promise<void> | void>> = {
  'not committed yet': () => undefined,
  committed: (place) => void place.commit('adapted'),
  'committed and merged with more': (place) => {
    place.commit('adapted')
    place.git('checkout', '--quiet', 'main')
    place.write('README.md', 'More.')
    place.commit('more')
    place.git('merge', '--quiet', '--no-edit', 'translator')
  },
  'committed and rebased over other things': (place) => {
    place.commit('adapted')
    place.git('checkout', '--quiet', 'author')
    place.write('README.md', 'More.')
    place.commit('more')
    place.git('checkout', '--quiet', 'translator')
    place.git('rebase', '--quiet', 'author')
  },
  'committed, and amended in the text': (place) => {
    place.translate(KEY, 'e gabuar')
    place.commit('adapted')
    place.translate(KEY, 'e re')
    place.clock += 60
    place.git('commit', '--quiet', '--all', '--amend', '--no-edit')
  },
  'committed beside a second edit of the English': async (place) => {
    place.commit('adapted')
    place.paragraphs = [AFTER, OTHER.replace('river', 'lake'), LAST]
    await place.sync()
    place.commit('edited')
  },
  'synced, and the ledger lost': async (place) => {
    await place.sync()
    place.commit('adapted')
    rmSync(join(place.root, LEDGER))
  },
  'in a document that was renamed': (place) => {
    place.commit('adapted')
    place.git('mv', 'content/paper', 'content/brief')
    place.commit('renamed')
  },
  'in a document that was renamed and synced since': async (place) => {
    place.commit('adapted')
    place.git('mv', 'content/paper', 'content/brief')
    await place.sync()
    rmSync(join(place.root, LEDGER.replace('paper', 'brief')))
    place.commit('renamed, and the ledger lost')
  },
  'in a file of another layout': (place) => {
    place.write(ALBANIAN, JSON.stringify(place.texts(ALBANIAN)).replaceAll('ë', '\\u00eb'))
    place.commit('adapted')
  },
}

describe('a translation of English that stood before its writer answers it', () => {
  describe.each([true, false])('translated before: %s', (translated) => {
    test.each(Object.entries(SEEN))('%s', async (_, happens) => {
      const place = await published({ translated })
      place.git('merge', '--quiet', 'author')
      place.translate(KEY, 'e përshtatur')
      await happens(place)
      expect(await stateOf(place)).toBe('translated')
    })
  })
})

/** Where nobody knows, and why. */
const UNKNOWN: Readonly<Record<string, (place: Repository) => Promise<void> | void>> = {
  'no-repository': (place) => rmSync(join(place.top, '.git'), { recursive: true }),
  'not-installed': (place) => {
    place.commit('adapted')
    vi.stubEnv('PATH', place.top)
  },
  refused: (place) => {
    place.commit('adapted')
    place.write('.git/config', '[core\n')
  },
  untracked: (place) => {
    rmSync(join(place.top, '.git'), { recursive: true })
    place.git('init', '--quiet')
    place.write('README.md', 'Only this is in git.')
    place.git('add', 'README.md')
    place.git('commit', '--quiet', '-m', 'first')
  },
  shallow: (place) => {
    place.commit('adapted')
    clone(place, '--depth', '1')
  },
  moved: (place) => {
    place.commit('adapted')
    place.git('checkout', '--quiet', 'author')
    place.write('README.md', 'More.')
    place.commit('more')
    place.git('cherry-pick', 'translator')
    clone(place, '--single-branch')
  },
  imported: (place) => {
    rmSync(join(place.top, '.git'), { recursive: true })
    place.git('init', '--quiet')
    place.commit('all at once')
  },
}

/** The repository is from now on a clone of what it was. */
function clone(place: Repository, ...options: readonly string[]): void {
  place.git('clone', '--quiet', ...options, `file://${place.top}`, 'clone')
  rmSync(join(place.top, '.git'), { recursive: true })
  renameSync(join(place.top, 'clone/.git'), join(place.top, '.git'))
  rmSync(join(place.top, 'clone'), { recursive: true })
}

describe('where nobody knows what a translator saw, the text is in doubt, and why', () => {
  afterEach(() => vi.unstubAllEnvs())

  test.each(Object.entries(UNKNOWN))('%s', async (doubt, happens) => {
    const place = await published()
    place.git('merge', '--quiet', 'author')
    place.translate(KEY, 'e re')
    await happens(place)
    expect(await stateOf(place)).toBe(`stale: ${doubt}`)
    await place.sync()
    expect(await stateOf(place)).toBe(STALE)
    await place.accept(KEY)
    expect(await stateOf(place)).toBe('translated')
  })

  test.each(['shallow', 'moved'])('a first translation: %s', async (doubt) => {
    const place = await published({ translated: false })
    place.git('merge', '--quiet', 'author')
    place.translate(KEY, 'e re')
    await UNKNOWN[doubt]!(place)
    expect(await stateOf(place)).toBe(`stale: ${doubt}`)
    await place.sync()
    expect(await stateOf(place)).toBe('stale: ')
    vi.stubEnv('PATH', place.top)
    expect(await stateOf(place)).toBe('stale: ')
    vi.unstubAllEnvs()
    await place.accept(KEY)
    expect(await stateOf(place)).toBe('translated')
  })

  test('what a sync did not know in a shallow clone, the whole history tells', async () => {
    const place = await published({ translated: false })
    place.git('merge', '--quiet', 'author')
    place.translate(KEY, 'e re')
    place.commit('translated')
    place.git('clone', '--quiet', '--bare', `file://${place.top}`, join(place.top, 'whole'))
    clone(place, '--depth', '1')
    await place.sync()
    expect(await stateOf(place)).toBe('stale: ')
    place.git('fetch', '--quiet', '--unshallow', join(place.top, 'whole'))
    expect(await stateOf(place)).toBe('translated')
  })
})

describe('of a branch that was squashed into one commit, a clone has no more', () => {
  test.each([undefined, 'Albanian (#12)', 'Albanian (!12)', 'Merged PR 12: Albanian', 'Merged in albanian (pull request #12)'])(
    'under the subject %s',
    async (subject) => {
      const place = await published()
      place.translate(KEY, 'e re')
      place.commit('adapted')
      place.git('checkout', '--quiet', 'author')
      place.git('merge', '--quiet', '--squash', 'translator')
      place.git('commit', '--quiet', ...(subject === undefined ? ['--no-edit'] : ['-m', subject]))
      clone(place, '--single-branch')
      expect(await stateOf(place)).toBe('stale: moved')
      await place.accept(KEY)
      expect(await stateOf(place)).toBe('translated')
    },
  )

  test('and what a sync on the branch recorded is known', async () => {
    const place = await published()
    place.git('merge', '--quiet', 'author')
    place.translate(KEY, 'e re')
    await place.sync()
    place.commit('adapted')
    place.git('checkout', '--quiet', 'author')
    place.git('merge', '--quiet', '--squash', 'translator')
    place.git('commit', '--quiet', '--no-edit')
    clone(place, '--single-branch')
    expect(await stateOf(place)).toBe('translated')
  })
})

test('a worktree of git knows what its repository knows', async () => {
  const place = await published()
  place.translate(KEY, 'e re')
  place.commit('retouched')
  const beside = new Repository()
  places.push(beside)
  place.git('worktree', 'add', '--quiet', '--force', join(beside.top, 'tree'), '-b', 'merged')
  const tree = Object.assign(Object.create(Repository.prototype) as Repository, { top: beside.top, root: join(beside.top, 'tree'), clock: place.clock }) // prettier-ignore
  tree.git('merge', '--quiet', '--no-edit', 'author')
  expect(await stateOf(tree)).toBe(STALE)
})

test('nothing that a repository names is run, and nothing in it is changed', async () => {
  const place = await published()
  place.translate(KEY, 'e re')
  place.commit('retouched')
  place.git('merge', '--quiet', '--no-edit', 'author')
  const trap = join(place.top, 'trap')
  writeFileSync(trap, `#!/bin/sh\necho ran >>'${place.top}/ran'\n`, { mode: 0o755 })
  for (const setting of [
    'core.fsmonitor',
    'core.pager',
    'pager.log',
    'diff.external',
    'diff.trap.textconv',
    'diff.trap.command',
    'gpg.program',
    'core.sshCommand',
    'filter.trap.clean',
    'filter.trap.smudge',
    'core.editor',
    'core.askPass',
  ])
    // prettier-ignore
    place.git('config', setting, trap)
  place.git('config', 'log.showSignature', 'true')
  place.git('config', 'core.hooksPath', place.top)
  place.git('config', 'diff.renames', 'false')
  place.git('config', 'diff.relative', 'false')
  place.git('config', 'log.showRoot', 'false')
  place.write('.gitattributes', '*.json diff=trap filter=trap\n')
  // Others that may run where an index is refreshed, a reference moves or objects are packed.
  for (const hook of ['post-index-change', 'reference-transaction', 'pre-auto-gc'])
    writeFileSync(join(place.top, hook), readFileSync(trap), { mode: 0o755 })
  rmSync(join(place.top, 'ran'), { force: true })
  const before = spawnSync('find', ['.git', '-type', 'f', '-exec', 'sha256sum', '{}', '+'], { cwd: place.top, encoding: 'utf8' }).stdout
  expect(await stateOf(place)).toBe(STALE)
  expect(existsSync(join(place.top, 'ran'))).toBe(false)
  expect(spawnSync('find', ['.git', '-type', 'f', '-exec', 'sha256sum', '{}', '+'], { cwd: place.top, encoding: 'utf8' }).stdout).toBe(
    before,
  )
})

test('no process is started where the ledger knows every text', async () => {
  const place = await published()
  place.git('merge', '--quiet', 'author')
  vi.stubEnv('PATH', place.top)
  writeFileSync(join(place.top, 'git'), `#!/bin/sh\necho ran >'${place.top}/ran'\n`, { mode: 0o755 })
  await place.collection()
  expect(existsSync(join(place.top, 'ran'))).toBe(false)
  place.translate(KEY, 'e re')
  await place.collection()
  expect(existsSync(join(place.top, 'ran'))).toBe(true)
  vi.unstubAllEnvs()
})
