import type { KindName } from '../model/document.ts'

/**
 * The kinds of text for which every language has words of its own, by their names in front matter; and how a kind in other
 * words, “Regional conference · Summary”, is known as one of them.
 */
const KINDS: Readonly<Record<KindName, RegExp>> = {
  'press release': /\b(?:press release|media (?:advisory|statement|release)|statement|communiqu[ée]|(?:open )?letter|invitation)\b/iu,
  summary: /\bsummary\b/iu,
  minutes: /\bminutes\b/iu,
  'policy brief': /\bpolicy (?:brief|paper|note)\b/iu,
  guidelines: /\bguidelines?\b/iu,
  report: /\breport\b/iu,
}

/** Whether a kind is one of the names: its words are those of the interface, and no document has to translate them. */
export const isKindName = (kind: string): kind is KindName => Object.hasOwn(KINDS, kind)

/** Which kind it is, by its name or by its words; nothing for one that has neither. */
export function kindNameOf(kind: string): KindName | undefined {
  return isKindName(kind) ? kind : (Object.keys(KINDS) as KindName[]).find((name) => KINDS[name].test(kind))
}
