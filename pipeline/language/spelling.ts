import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBytes, realPath } from '../files/disk.ts'
import type { Tag } from '../model/language.ts'
import { packOf } from './registry.ts'

/** Knows the words of a language. */
export interface Speller {
  knows(word: string): boolean
  /** Words that may be meant, the likeliest first. */
  suggest(word: string): readonly string[]
}

/** The speller of a language with the words that no dictionary has; nothing where no dictionary is installed. */
export async function loadSpeller(tag: Tag, words: readonly string[]): Promise<Speller | undefined> {
  for (const dictionary of packOf(tag).dictionaries ?? []) {
    const base = dictionary.startsWith('/') ? dictionary : packageBase(dictionary)
    const [affixes, entries] =
      base === undefined ? [] : await Promise.all([`${base}.aff`, `${base}.dic`].map(async (file) => readBytes(await realPath(file))))
    if (affixes && entries) return createSpeller(affixes, entries, words)
  }
  return undefined
}

function packageBase(name: string): string | undefined {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), 'index')
  } catch {
    return undefined
  }
}

async function createSpeller(affixes: Uint8Array, entries: Uint8Array, words: readonly string[]): Promise<Speller> {
  const { createHunspellFromStrings } = await import('hunspell-wasm')
  const [affixText, entryText] = decoded(affixes, entries)
  const hunspell = await createHunspellFromStrings(affixText, entryText)
  for (const word of words) hunspell.addWord(word)
  // Dictionaries have no accents on Cyrillic vowels: „ко̂д“.
  const plain = (word: string): string =>
    word
      .normalize('NFC')
      .replaceAll(/(?<=[аеиоурАЕИОУР])\p{M}/gu, '')
      .replaceAll('’', "'")
  return {
    knows: (word) => hunspell.testSpelling(plain(word)),
    suggest: (word) => hunspell.getSpellingSuggestions(plain(word)),
  }
}

/** Debian’s Albanian dictionary is ISO 8859-1: its words are read as such, and it is told that they are UTF-8 now. */
function decoded(affixes: Uint8Array, entries: Uint8Array): [string, string] {
  const encoding = /^SET\s+(\S+)/m.exec(new TextDecoder('latin1').decode(affixes))?.[1] ?? 'UTF-8'
  const decoder = new TextDecoder(encoding.replace(/^ISO8859/i, 'ISO-8859'))
  return [decoder.decode(affixes).replace(/^SET\s+\S+/m, 'SET UTF-8'), decoder.decode(entries)]
}
