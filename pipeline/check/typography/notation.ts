/** Signs of commands, programs and synopses that prose lacks. */
const TEXTS_OF_CODE = [
  // Synopses: [-v], --name=VALUE, [FILE...], [FILE]...
  String.raw`\[ ?--?[\p{L}\uFFFC]|(?<!\S)\[?--?\p{L}[\p{L}\d-]*=[\p{Lu}[\uFFFC]|\[[\p{Lu}_]+(?:\.{3}\]|\]\.{3})`,
  // Commands at a prompt: $ git add, ./configure.
  String.raw`(?:^|\s)[\w~]*\$ [a-z]|(?:^|\s)\./[a-z]`,
  // Programs: &&, ||, !=, =>, $(x), "$1", ; then, #include, /* … */, f() {, {{ x }}, f(1,2), x = (y).
  String.raw`&&|\|\||!=|=>|=~|\$[({]|"\$\w|;\s?(?:then|do|fi|done|esac)\b|(?:^|\s)#\s?(?:if|ifdef|include|define|endif)\b|/\*|\*/|\) \{|\{[{%]|\w\(\w+(?:,\w+)+\)|\w = \(|\bthen\b.{0,200}\bfi\b`,
  // Patterns: /^x, (?:x), [^x], (.+), (x)?$/.
  String.raw`/\^|\(\?[:=!<]|\[\^[^\]]+\]|\(\.[+*]\)|\$/(?:\s|$)`,
]
const CODE_IN_TEXT = new RegExp(TEXTS_OF_CODE.join('|'), 'u')

/** True for a command, a program or a synopsis without code marks. Its signs and spaces are no punctuation. */
export function isCode(visible: string): boolean {
  return CODE_IN_TEXT.test(visible)
}

/** Signs that prose lacks within a word: name=value, a/b, snake_case, <tag>, {name}, C:\x, a::b, file:line:column. */
const CODE = /[=_/\\<>{}|@#$]|::|:[^\s:]+:|\(\)/u

/** True if the characters around a place, from blank to blank, are code or an address. */
export function isWithinCode(visible: string, index: number): boolean {
  const before = /\S*$/u.exec(visible.slice(Math.max(0, index - NEAR), index))![0]
  const after = /^\S*/u.exec(visible.slice(index, index + NEAR))![0]
  return CODE.test(before + after)
}

/** As far as a run of signs is looked at, so that no text takes longer than its length. */
const NEAR = 60
