import { RULES } from '../check/registry.ts'
import { remedyOf } from '../check/remedy.ts'
import { ENGLISH, type Wordings } from '../language/wordings.ts'
import type { Problem, Severity } from '../problem.ts'
import { wording } from '../wording.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * Problems as a SARIF 2.1.0 log (OASIS), which code hosts and editors show at the line.
 * @param wordings of the language that the problems are worded in
 */
export function sarif(problems: readonly Problem[], wordings = ENGLISH): object {
  const described = RULES.map(({ id, severity, meaning }) => ({
    id,
    shortDescription: { text: meaning },
    defaultConfiguration: { level: LEVELS[severity] },
  }))
  const others = [...new Set(problems.map(({ ruleId }) => ruleId ?? 'failure'))].filter((id) => !RULES.some((rule) => rule.id === id))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'editions', rules: [...described, ...others.map((id) => ({ id }))] } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((each) => result(each, wordings)),
      },
    ],
  }
}

function result(problem: Problem, wordings: Wordings): object {
  const details = [
    problem.reason,
    problem.actual === undefined || problem.actual === null ? '' : wordings.say(wording`Found: ${{ text: problem.actual }}`),
    problem.expected?.[0] === undefined ? '' : wordings.say(wording`Expected: ${{ text: problem.expected[0] }}`),
    remedyOf(problem, wordings) ?? '',
  ]
  return {
    ruleId: problem.ruleId ?? 'failure',
    level: LEVELS[problem.severity ?? 'error'],
    message: { text: details.filter((part) => part !== '').join('\n') },
    locations: [{ physicalLocation: location(problem.file ?? '', problem.line, problem.column) }],
    ...(problem.english && {
      relatedLocations: [
        {
          id: 1,
          message: { text: wordings.say(wording`The source`) },
          physicalLocation: location(problem.english.file, problem.english.line, problem.english.column),
        },
      ],
    }),
    ...(problem.key !== undefined && {
      partialFingerprints: { text: [problem.ruleId, problem.edition, problem.document, problem.key].join('/') },
    }),
  }
}

function location(file: string, line: number | null | undefined, column: number | null | undefined): object {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    ...(typeof line === 'number' && { region: { startLine: line, ...(typeof column === 'number' && { startColumn: column }) } }),
  }
}
