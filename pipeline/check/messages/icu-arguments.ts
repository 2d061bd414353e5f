import { argumentsOf, type Argument } from '../icu.ts'
import type { TranslationRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** The values that an interface text takes. */
export const icuArguments: TranslationRule = {
  id: 'icu-arguments',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an interface text takes other values than its source, or lacks an option of a choice',
  example: { bad: 'faqja {faqe} nga {pages}', good: 'faqja {page} nga {pages}' },
  find: ({ kind, prose, english }) => {
    if (kind !== 'message') return []
    const [theirs, own] = [shapesOf(english.raw), shapesOf(prose.raw)]
    if (!theirs || !own) return []
    const lost = [...theirs].filter((shape) => !own.has(shape))
    const added = [...own].filter((shape) => !theirs.has(shape))
    if (lost.length + added.length === 0) return []
    return [
      {
        message: 'This text does not take the values of its source.',
        found: added.length > 0 ? added.join('; ') : wording`without ${{ lost: lost.join('; ') }}`,
        expected: lost.length > 0 ? lost.join('; ') : wording`without ${{ lost: added.join('; ') }}`,
        remedy: 'Copy what stands in braces from the source; translate the words around it, and inside the branches of a choice.',
      },
    ]
  },
}

/** The arguments as they must agree: name, kind and, of a selection, the options. */
function shapesOf(message: string): Set<string> | undefined {
  const all = argumentsOf(message)
  return all && new Set(all.map(shapeOf))
}

function shapeOf({ name, type, options }: Argument): string {
  return type === 'select' ? `{${name}, select, ${[...options].sort().join(' | ')}}` : type === 'value' ? `{${name}}` : `{${name}, ${type}}`
}
