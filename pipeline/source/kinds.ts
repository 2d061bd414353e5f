import type { KindName } from '../model/document.ts'

/**
 * Kinds of document with words in every language, and patterns for kinds in other words, such as “Regional conference · Summary”.
 */
const KINDS: Readonly<Record<KindName, RegExp>> = {
  'press release': /\b(?:press release|media (?:advisory|statement|release)|statement|communiqu[ée]|(?:open )?letter|invitation)\b/iu,
  summary: /\bsummary\b/iu,
  minutes: /\bminutes\b/iu,
  'policy brief': /\bpolicy (?:brief|paper|note)\b/iu,
  guidelines: /\bguidelines?\b/iu,
  report: /\breport\b/iu,
}

/** True for the name of a kind, which the interface translates. */
export const isKindName = (kind: string): kind is KindName => Object.hasOwn(KINDS, kind)

/** The kind of a document, by name or by its words. Absent if neither matches. */
export function kindNameOf(kind: string): KindName | undefined {
  return isKindName(kind) ? kind : (Object.keys(KINDS) as KindName[]).find((name) => KINDS[name].test(kind))
}
