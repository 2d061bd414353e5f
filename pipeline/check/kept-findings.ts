import { createHash } from 'node:crypto'
import type { Problem } from '../problem.ts'
import { linkDefinitions } from '../source/links.ts'
import type { Examinable, Observation, Text, TextRule, Translation, TranslationRule } from './rule.ts'

/** A text that rules look at: a translation with its English, or a text by itself. */
export interface Looked {
  readonly text: Text
  readonly translation: Translation | undefined
  readonly rules: readonly TextRule[]
}

/** What rules find in the texts of a document in one language. */
export interface Findings {
  /** `at` counts the texts. */
  readonly observed: readonly { readonly rule: TextRule | TranslationRule; readonly at: number; readonly observation: Observation }[]
  /** Rules that threw. */
  readonly failures: readonly Problem[]
}

/**
 * Findings of former checks by the same rules with the same glossary. A language is looked at again if a text of it, or of its
 * English, is another.
 */
export interface KeptFindings {
  recall(name: string, seen: Seen): Findings | undefined
  keep(name: string, seen: Seen, findings: Findings): void
}

/** What rules saw. Its digest is made when it is compared: a build that ends does not need it. */
export class Seen {
  readonly #texts: readonly Looked[]
  readonly #collection: Examinable
  #digest: string | undefined

  constructor(texts: readonly Looked[], collection: Examinable) {
    this.#texts = texts
    this.#collection = collection
  }

  equals(other: Seen): boolean {
    return this.#name === other.#name
  }

  get #name(): string {
    return (this.#digest ??= digestOfTexts(this.#texts, this.#collection))
  }
}

/** Limit of languages of documents. A person works on one document in all its languages. */
const MOST = 64

export function keepFindings(): KeptFindings {
  const kept = new Map<string, { readonly seen: Seen; readonly findings: Findings }>()
  return {
    recall: (name, seen) => {
      const known = kept.get(name)
      return known?.seen.equals(seen) ? known.findings : undefined
    },
    keep: (name, seen, findings) => {
      kept.delete(name)
      kept.set(name, { seen, findings })
      const [oldest] = kept.keys()
      if (kept.size > MOST) kept.delete(oldest!)
    },
  }
}

/** Digest of all that rules see of texts. Places are none of it: findings are placed anew. */
function digestOfTexts(texts: readonly Looked[], { documents }: Examinable): string {
  const digest = createHash('sha256')
  const ids = new Set(texts.map(({ text }) => text.document))
  for (const { document } of documents) if (ids.has(document.id)) digest.update(JSON.stringify([...linkDefinitions(document.tree)]))
  for (const { text, translation, rules } of texts) {
    const { key, kind, prose } = text
    const english = translation?.english
    digest.update(
      JSON.stringify([key, kind, prose.raw, prose.visible, english?.raw, english?.visible, rules.length, translation?.sourceTag]),
    )
  }
  return digest.digest('hex')
}
