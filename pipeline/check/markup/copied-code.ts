import { lookAlike, scriptOf } from '../../language/alphabets.ts'
import { distanceOf } from './distance.ts'

/** A slip changes so many letters of a piece of code at most. */
const SLIP = 2

/** A name that only programs have: config.inc.php, get_text, copyFile, run(). */
const IDENTIFIER = /\p{L}[._/\\]\p{L}|_\p{L}|\p{L}\(|\p{Ll}\p{Lu}/u

/** A path or an address, which no space may part: /srv/git, ~/.config, git:// */
const PATH = /^(?:[~.]?\/|[a-z]+:\/\/)\S*$/iu

/** copyFile, PostScript */
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u

/** A word of letters that nothing joins to another: a translator may put one of the language in its place. */
const FREE_WORD = /(?<![\p{L}\d._/\\@-])\p{L}+(?![\p{L}\d._/\\@-])/gu

/**
 * True if a translator surely did not mean the code of a translation to be another: a name was mistyped, or is gone. Keys,
 * examples and what stands for a value are often translated, and nobody can know from a piece what it is.
 */
export function isSlipInCode(lost: readonly string[], added: readonly string[], visible: string): boolean {
  if (lost.some((piece, at) => isMistyped(plain(piece), plain(added[at] ?? '')))) return true
  return added.length === 0 && lost.some((piece) => IDENTIFIER.test(piece) && !visible.toLowerCase().includes(piece.toLowerCase()))
}

function isMistyped(piece: string, own: string): boolean {
  if (own === '' || bare(own) === bare(piece) || hasLettersOfOther(piece, own)) return false
  if (PATH.test(piece) && own.replaceAll(/\s+/g, '') === piece) return true
  const distance = distanceOf(piece, own, SLIP)
  return distance <= SLIP && distance * 3 <= piece.length && withoutFreeWords(piece, own) !== withoutFreeWords(own, piece)
}

/** Spaces that mean nothing to a program: pow(a, b), pow(a,b). */
const SPACES = /(?<=[([{,;:=])\s+(?!\/\/)|\s+(?=[)\]},;=])/g

/** The decimals of a formula, which programs take as a language writes them: ROUND(13,5), ROUND(13.5). */
const DECIMAL_COMMA = /(?<=\d),(?=\d)/g

/** Code without spaces and decimal commas that mean nothing else to a program, and without spaces around it. */
export function asProgramsRead(piece: string): string {
  return piece.trim().replaceAll(SPACES, '').replaceAll(DECIMAL_COMMA, '.')
}

/** Code without what a program, or a translator for print, may set otherwise: a–b, a - b, „x“, 13,5 */
function plain(piece: string): string {
  const typed = piece.replaceAll(/[–—]/g, '-').replaceAll(/[‘’]/g, "'").replaceAll(/[“”„]/g, '"')
  return asProgramsRead(typed.replaceAll(/\s+([-+*=<>&|])\s+/g, '$1'))
}

/** A value with its quotation marks or without them, 'mysqli', mysqli, and a variable with its sign or without it, $EDITOR, EDITOR. */
function bare(piece: string): string {
  return piece.replace(/^(['"])(.+)\1$/u, '$2').replace(/^\$(?=[\p{L}_]+$)/u, '')
}

/** True for letters of another script that the source does not have and that look like none of its own: F9 → Ф9. */
function hasLettersOfOther(piece: string, own: string): boolean {
  return Array.from(own).some(
    (letter) => scriptOf(letter) === 'Cyrillic' && !piece.includes(letter) && lookAlike(letter, 'Latin') === undefined,
  )
}

/** A name with a capital inside is one of a program's, unless the other text has none: PostScript, „Postskript“. */
function withoutFreeWords(piece: string, other: string): string {
  return piece.replaceAll(FREE_WORD, (word) => (CAPITAL_INSIDE.test(word) && CAPITAL_INSIDE.test(other) ? word : 'x'))
}
