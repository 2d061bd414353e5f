import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'
import { plainSigns } from './signs.ts'
import type { Theme } from './theme.ts'

/** A page that leads to another at once, and says where. @param script address of the web pages’ script */
export function movedPage({ tag, title }: Edition, words: Interface, theme: Theme, address: string, script: string): string {
  const nowhere = { picture: () => '', lead: () => '' }
  return plainSigns(theme.render('moved.hbs', { tag, title, address, script }, words, nowhere))
}
