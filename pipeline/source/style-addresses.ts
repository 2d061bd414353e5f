import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer'

/** An address that a style sheet loads, as written. `offset` is in UTF-16 units. */
export interface StyleAddress {
  readonly text: string
  readonly offset: number
}

/**
 * Functions whose texts are addresses (CSS Values 5, 4; CSS Images 4, 2.1, 2.4 and 4). `type()` in them names a format.
 */
const FETCHING: ReadonlySet<string> = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade'])
/** Functions that stand for a text that is written elsewhere, and so may be an address (CSS Values 5, 7 to 10); `--name()` is one too. */
const SUBSTITUTING: ReadonlySet<string> = new Set(['var', 'attr', 'env', 'if', 'inherit'])

/** Signs of an address. A style without them, or a backslash that could hide them, loads nothing. */
const SUSPECT = /\\|(?:url|src|image|image-set|cross-fade)\(|@import|<\/style/i

/**
 * External addresses in a style sheet or a single value. An address composed from other values counts as external, because it
 * cannot be known. So does the end of a page’s style element.
 * @param staysHere tells whether an address is internal; by default one that begins with `data:` or `#`
 */
export function addressesOf(css: string, staysHere: (address: string) => boolean = isDataOrPlace): StyleAddress[] {
  if (!SUSPECT.test(css)) return []
  const ends = [...css.matchAll(/<\/style/gi)].map(({ 0: text, index }) => ({ text, offset: index }))
  return [...outward(tokenize({ css }), staysHere), ...ends].sort((a, b) => a.offset - b.offset)
}

function outward(tokens: readonly CSSToken[], staysHere: (address: string) => boolean): StyleAddress[] {
  const found: StyleAddress[] = []
  /** Open functions, and `(` for other brackets. */
  const open: string[] = []
  const add = (token: CSSToken, before?: CSSToken): void => {
    const text = `${before?.[1] ?? ''}${token[1]}`
    found.push({ text, offset: (before ?? token)[2] })
  }
  let opening: CSSToken | undefined
  for (const token of tokens) {
    const within = open.at(-1) ?? ''
    switch (token[0]) {
      case TokenType.Function: {
        const name = token[4].value.toLowerCase()
        if (open.some((each) => FETCHING.has(each)) && (SUBSTITUTING.has(name) || name.startsWith('--'))) add(token, opening)
        open.push(name)
        opening = token
        continue
      }
      case TokenType.OpenParen:
        open.push('(')
        break
      case TokenType.CloseParen:
        open.pop()
        break
      case TokenType.String:
        if (FETCHING.has(within) && !staysHere(token[4].value)) add(token, opening)
        break
      case TokenType.URL:
        if (!staysHere(token[4].value)) add(token)
        break
      case TokenType.BadURL:
      case TokenType.BadString:
        add(token)
        break
      case TokenType.AtKeyword:
        if (token[4].value.toLowerCase() === 'import') add(token)
        break
      default:
        // Only what stands right after its function is shown with it.
        if (token[0] === TokenType.Whitespace || token[0] === TokenType.Comment) continue
    }
    opening = undefined
  }
  return found
}

function isDataOrPlace(address: string): boolean {
  return /^\s*(?:data:|#)/i.test(address)
}
