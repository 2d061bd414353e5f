import { afterEach, describe, expect, test } from 'vitest'
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
