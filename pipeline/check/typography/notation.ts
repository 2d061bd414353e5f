/** An option in brackets, [-v], one with its value, --name=VALUE, or what may be repeated, [FILE...] and [FILE]... */
const SYNOPSIS = /\[ ?--?\p{L}|(?<!\S)\[?--?\p{L}[\p{L}\d-]*=[\p{Lu}[]|\[[\p{Lu}_]+(?:\.{3}\]|\]\.{3})/u

/** Whether a text is the synopsis of a command, as manuals have it: its signs and spaces are no punctuation. */
export function isSynopsis(visible: string): boolean {
  return SYNOPSIS.test(visible)
}

/** What no prose has within a word: name=value, a/b, snake_case, <tag>, {name}, C:\x, a::b, file:line:column. */
const CODE = /[=_/\\<>{}|@#$]|::|:[^\s:]+:|\(\)/u

/** Whether a place stands within a run of signs, from blank to blank, that is code or an address rather than a word. */
export function isWithinCode(visible: string, index: number): boolean {
  const before = /\S*$/u.exec(visible.slice(Math.max(0, index - NEAR), index))![0]
  const after = /^\S*/u.exec(visible.slice(index, index + NEAR))![0]
  return CODE.test(before + after)
}

/** As far as a run of signs is looked at, so that no text takes longer than its length. */
const NEAR = 60
