import { setImmediate as pause } from 'node:timers/promises'
import { SITE } from '../catalog/store.ts'
import { originOf } from '../language/registry.ts'
import type { Speller } from '../language/spelling.ts'
import type { Tag } from '../model/language.ts'
import type { Ignore } from '../model/publication.ts'
import { problem, type Problem } from '../problem.ts'
import { factsFrom } from './facts-of.ts'
import type { Glossary } from '../catalog/glossary.ts'
import { withoutIgnored } from './ignores.ts'
import { Seen, type Findings, type KeptFindings, type Looked } from './kept-findings.ts'
import { located, placesIn } from './located.ts'
import { RULES } from './registry.ts'
import type { Facts, Examined, Observation, Reading, Rule, Text, TextRule, Translation, TranslationRule, WholeRule } from './rule.ts'
import { textsOf } from './translations.ts'
import { wording } from '../wording.ts'

/** The inputs of a check besides the texts. */
export interface Knowledge {
  readonly glossary: Glossary
  /** Spellers by language. A language with an undefined speller has no dictionary; a language without an entry is not checked. */
  readonly spellers: ReadonlyMap<Tag, Speller | undefined>
  /** Ids of the rules to run. */
  readonly rules: readonly string[]
  /** Facts about the documents. Without it they are gathered from the examined texts. */
  readonly factsOf?: FactsOf
  /** Findings of former checks with the same knowledge. */
  readonly kept?: KeptFindings | undefined
}

/** Gives what is known of a text’s document in its language. */
export type FactsOf = (text: Text) => Facts

/** The result of a check. */
export interface Checked {
  /** Problems by file and place. */
  readonly problems: readonly Problem[]
  /** Rules that threw, with the text concerned. */
  readonly failures: readonly Problem[]
}

/** Rules whose findings make the other rules’ findings on a text pointless. */
const DECISIVE: ReadonlySet<string> = new Set(['blank', 'unchanged', 'icu-syntax', 'icu-apostrophe'])

/** Checks all texts by all rules. A rule that throws is reported, and the others still run. */
export function check(examined: Examined, knowledge: Knowledge): Checked {
  const steps = checkStepwise(examined, knowledge)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Time slice, in milliseconds, after which checks let other work run. */
const SLICE = 4

/** Checks all texts by all rules, and lets other work run meanwhile. */
export async function checkInTurns(examined: Examined, knowledge: Knowledge): Promise<Checked> {
  const steps = checkStepwise(examined, knowledge)
  for (let since = performance.now(); ;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - since > SLICE) {
      await pause()
      since = performance.now()
    }
  }
}

/** Checks stepwise, by text or rule. A generator, so that the caller can do other work between steps. */
function* checkStepwise(examined: Examined, knowledge: Knowledge): Generator<undefined, Checked, undefined> {
  const { glossary, spellers, rules, kept } = knowledge
  const { english: source, translations, notes, complex } = textsOf(examined)
  const isAsked = ({ tag }: Text): boolean => examined.editions.includes(tag)
  const english = source.filter(isAsked)
  const sources = new Set(source)
  const places = placesIn(examined.collection)
  const factsOf = knowledge.factsOf ?? createFacts(glossary, translations, source)
  const chosen = RULES.filter(({ id }) => rules.includes(id))
  const problems = complex.map(tooComplex)
  const failures: Problem[] = []
  const attempt = <T>(rule: Rule, text: Text | undefined, find: () => readonly T[]): readonly T[] => {
    try {
      return find()
    } catch (error) {
      failures.push(thrown(rule, text, error))
      return []
    }
  }

  const textRules = chosen.filter((rule): rule is TextRule => rule.looksAt === 'text')
  const translationRules = chosen.filter((rule): rule is TranslationRule => rule.looksAt === 'translation')
  const decisive = [...textRules, ...translationRules].filter(({ id }) => DECISIVE.has(id))
  const further = translationRules.filter((rule) => !decisive.includes(rule))
  const look = (
    { text, translation, rules: looking }: Looked,
    facts: Facts,
    tell: (rule: TextRule | TranslationRule, found: Observation) => void,
  ): void => {
    const isDerived = originOf(text.tag) !== undefined && text.place.file.includes(`/${originOf(text.tag)}/`)
    const run = (rule: TextRule | TranslationRule): boolean => {
      const observed = attempt(rule, text, () => {
        if (rule.looksAt === 'text') return rule.find(text, facts, translation?.english)
        return translation && !isDerived ? rule.find(translation, facts) : []
      })
      for (const each of observed) tell(rule, each)
      return observed.length > 0
    }
    if (decisive.map(run).includes(true)) return
    for (const rule of looking) if (!decisive.includes(rule)) run(rule)
    for (const rule of further) run(rule)
  }
  // An error in the English is an error in every edition, so it is sought whichever editions are requested.
  const grave = textRules.filter(({ severity }) => severity === 'error')
  const looked: Looked[] = [
    ...source.flatMap((text) => (!isAsked(text) && text.document !== SITE ? [{ text, translation: undefined, rules: grave }] : [])),
    ...[...english, ...notes].map((text) => ({ text, translation: undefined, rules: textRules })),
    ...translations.map((translation) => ({ text: translation, translation, rules: textRules })),
  ]
  for (const [name, texts] of Map.groupBy(looked, ({ text }) => `${text.document} ${text.tag}`)) {
    const seen = new Seen(texts, examined.collection)
    const known = kept?.recall(name, seen)
    const observed: Findings['observed'][number][] = []
    const before = failures.length
    if (!known)
      for (const [at, each] of texts.entries()) {
        look(each, factsOf(each.text), (rule, observation) => observed.push({ rule, at, observation }))
        yield
      }
    else failures.push(...known.failures)
    if (!known) kept?.keep(name, seen, { observed, failures: failures.slice(before) })
    for (const { rule, at, observation } of known?.observed ?? observed) {
      const { text, translation } = texts[at]!
      problems.push(located(rule, observation, text, sources.has(text) ? 'source' : translation, places))
    }
  }

  const reading: Reading = { ...examined, english, translations, notes, factsOf, spellers }
  for (const rule of chosen.filter((each): each is WholeRule => each.looksAt === 'whole')) {
    for (const each of attempt(rule, undefined, () => rule.find(reading)))
      problems.push(Object.assign(each, { severity: each.severity ?? rule.severity }))
    yield
  }
  const ran = ({ rule, edition, document }: Ignore): boolean =>
    rules.includes(rule) && examined.editions.includes(edition) && isLookedAt(document, examined)
  const left = withoutIgnored(withoutRepeats(problems), examined.publication.ignores, ran, RULES.map(({ id }) => id)) // prettier-ignore
  return { problems: left.sort(byPlace), failures }
}

/** True if a document is checked. Anything else belongs to the interface. */
function isLookedAt(document: string, { publication, collection }: Examined): boolean {
  const isHere = collection.documents.some((each) => each.document.id === document)
  return isHere || (collection.site !== undefined && !publication.documents.includes(document))
}

/** Gathers the facts from all texts, for a check of a few of them. */
export function gatherFacts(examined: Examined, glossary: Glossary): FactsOf {
  const { english, translations } = textsOf(examined)
  return createFacts(glossary, translations, english)
}

/** Creates a cache of facts by document and language. */
function createFacts(glossary: Glossary, translations: readonly Translation[], english: readonly Text[]): FactsOf {
  const nameOf = ({ tag, document }: Text): string => `${tag} ${document}`
  const byName = Map.groupBy(translations, nameOf)
  const made = new Map<string, Facts>()
  const sources = new Set(english)
  return (text) => {
    const name = nameOf(text)
    const known = made.get(name)
    if (known) return known
    const facts = factsFrom(text.tag, glossary, byName.get(name) ?? [], english, sources.has(text))
    made.set(name, facts)
    return facts
  }
}

/** Removes findings that repeat others: in a derived script those of its origin, and between editions those of the English. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const name = (rule: string | undefined, edition: string | undefined, { document, key }: Problem): string =>
    [rule, edition, document, key].join('\n')
  const found = new Set(problems.map((each) => name(each.ruleId, each.edition, each)))
  return problems.filter((each) => {
    const derivedFrom = each.edition === undefined ? undefined : originOf(each.edition)
    if (derivedFrom !== undefined && found.has(name(each.ruleId, derivedFrom, each))) return false
    return (
      each.ruleId !== 'parity' ||
      !['numbers', 'dates', 'links', 'urls', 'footnotes', 'names'].some((rule) => found.has(name(rule, each.edition, each)))
    )
  })
}

function byPlace(a: Problem, b: Problem): number {
  const order = (x: string | number, y: string | number): number => (x < y ? -1 : x > y ? 1 : 0)
  return (
    order(a.file ?? '', b.file ?? '') ||
    order(a.line ?? 0, b.line ?? 0) ||
    order(a.column ?? 0, b.column ?? 0) ||
    order(a.ruleId ?? '', b.ruleId ?? '')
  )
}

function tooComplex(text: Text): Problem {
  const found = problem({
    rule: 'too-complex',
    edition: text.tag,
    document: text.document,
    key: text.key,
    file: text.place.file,
    position: text.place,
    message: wording`“${{ key: text.key }}” is too long, or has too many marks, for a paragraph; no check has looked at it.`,
    expected: 'at most 20,000 characters, and 1,000 signs such as * [ ] { }',
    remedy: 'Look for runs of brackets or asterisks, and part the text.',
  })
  found.severity = 'error'
  return found
}

function thrown({ id }: Rule, text: Text | undefined, error: unknown): Problem {
  return problem({
    rule: id,
    ...(text && { edition: text.tag, document: text.document, key: text.key, position: text.place }),
    file: text?.place.file ?? 'locales/',
    message: `The rule “${id}” failed${text ? ` at “${text.key}”` : ''}: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'The other rules have run. Please report this with the text.',
  })
}
