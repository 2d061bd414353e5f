import { shown } from '../../files/identifier.ts'
import { problem, type Problem } from '../../problem.ts'
import { about, type Translation, type WholeRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** One English text, several translations. */
export const inconsistent: WholeRule = {
  id: 'inconsistent',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'the same source is translated in two ways',
  example: { bad: 'Kosovo Police → Policia e Kosovës, Policia Kosovare', good: 'Kosovo Police → Policia e Kosovës' },
  find: ({ collection, translations }) => {
    const genders = new Map(
      collection.documents.flatMap(({ document }) =>
        [...(document.programme?.people ?? [])].map(([id, { gender }]) => [`${document.id} ${id}`, gender] as const),
      ),
    )
    const first = new Map<string, Translation>()
    const problems: Problem[] = []
    for (const each of translations) {
      if (each.prose.raw === '') continue
      // A person’s role has a gender in these languages.
      const person = /^programme\.people\.([^.]+)\.role$/.exec(each.key)?.[1]
      const gender = person === undefined ? '' : (genders.get(`${each.document} ${person}`) ?? '')
      const name = [each.tag, each.kind === 'message' ? 'message' : 'prose', gender, each.english.raw].join('\n')
      const other = first.get(name)
      if (!other) first.set(name, each)
      else if (other.prose.raw !== each.prose.raw) problems.push(contradiction(each, other))
    }
    return problems
  },
}

function contradiction(each: Translation, other: Translation): Problem {
  return problem({
    rule: 'inconsistent',
    ...about(each),
    source: each.source,
    message:
      other.document === each.document
        ? wording`The same source is translated otherwise at “${{ key: other.key }}”.`
        : wording`The same source is translated otherwise at “${{ key: other.key }}” of ${{ document: other.document }}.`,
    found: shown(each.prose.raw),
    expected: shown(other.prose.raw),
    remedy: 'Choose one of the two; where the context asks for both, ignore this finding with that reason.',
  })
}
