import { RULES } from '../check/registry.ts'
import { remedyOf } from '../check/remedy.ts'
import type { Problem, Severity } from '../problem.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' }

/** Problems as a SARIF 2.1.0 log (OASIS), which code hosts and editors show at the line. */
export function sarif(problems: readonly Problem[]): object {
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
        results: problems.map(result),
      },
    ],
  }
}

function result(problem: Problem): object {
  const details = [
    problem.reason,
    problem.actual === undefined || problem.actual === null ? '' : `Found: ${problem.actual}`,
    problem.expected?.[0] === undefined ? '' : `Expected: ${problem.expected[0]}`,
    remedyOf(problem) ?? '',
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
          message: { text: 'The source' },
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
