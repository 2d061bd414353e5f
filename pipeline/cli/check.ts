import { Option, type Command } from 'commander'
import type { TextCollection } from '../catalog/text-collection.ts'
import { check, type Checked } from '../check/check.ts'
import { fix } from '../check/fix.ts'
import { readGlossary, type Glossary } from '../check/glossary.ts'
import type { Mended } from '../check/mend.ts'
import { RULES } from '../check/registry.ts'
import type { Examinable } from '../check/rule.ts'
import { remedyOf } from '../check/remedy.ts'
import { originOf } from '../language/registry.ts'
import { derivationOf } from '../language/derive.ts'
import { loadSpeller, type Speller } from '../language/spelling.ts'
import type { Tag } from '../model/language.ts'
import type { Project } from '../project/project.ts'
import { failure, type Problem, type Severity } from '../problem.ts'
import { selectEditions } from '../publication/publication.ts'
import { differenceOf, differenceText } from '../compare/difference.ts'
import { nearestName } from '../files/slips.ts'
import { visible } from '../files/visible.ts'
import { commaList, openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { problemData, problemText, visibleSpaces } from './report.ts'
import { sarif } from './sarif.ts'
import { say, sayCommands, sayData } from './terminal.ts'
import { findVanished } from './vanished.ts'

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
const FORMATS = ['text', 'json', 'sarif', 'github'] as const

interface CheckOptions {
  readonly edition: string[]
  readonly rule: string[]
  readonly severity: Severity
  readonly format: (typeof FORMATS)[number]
  readonly fix?: true
}

/** The command `editions check`: lists problems with their places and remedies. */
export function addCheck(program: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('check')
    .description('list what is missing or wrong in texts and translations')
    .addOption(new Option('--edition <tags>', 'languages, such as sq,mk').argParser(commaList).default([], 'all'))
    .addOption(new Option('--rule <rules>', 'these rules alone, such as quotes,numbers').argParser(commaList).default([], 'all'))
    .addOption(new Option('--severity <severity>', 'findings of this weight and above').choices(SEVERITIES).default('info'))
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('text'))
    .option('--fix', 'mend what needs no judgement, and show the difference')
    .action((options: CheckOptions, command: Command) => run(runCheck(options, command.optsWithGlobals())))
}

async function runCheck({ edition, rule, severity, format, fix: mending }: CheckOptions, global: GlobalOptions): Promise<ExitCode> {
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const editions = selectEditions(publication, edition)
  const rules = selectRules(rule, severity)
  const glossary = await readGlossary(publication)
  const spellers = await loadSpellers(rules.includes('spelling') ? editions : [], glossary)
  const look = (collection: Examinable): Checked => check({ publication, collection, editions }, { glossary, spellers, rules })

  const { texts, collection, checked } = mending
    ? await fix(publication, () => project.texts(), look)
    : { texts: [], ...(await read(project, look)) }
  if (mending && format === 'text') say(mendedText(texts))
  const failures = [...collection.failures.flatMap((each) => each.problems), ...checked.failures]
  const problems = checked.problems.filter((each) => isAtLeast(each.severity, severity))
  report([...failures, ...problems], format, editions)
  if (failures.length > 0) return 2
  return problems.some((each) => each.severity !== 'info') ? 1 : 0
}

/**
 * Selects rules by id and severity.
 * @throws Failure for an unknown id
 */
function selectRules(ids: readonly string[], severity: Severity): string[] {
  const known = RULES.map(({ id }) => id)
  const unknown = ids.filter((id) => !known.includes(id))
  if (unknown.length > 0) {
    const near = unknown.map((id) => nearestName(id, known))
    throw failure({
      rule: 'unknown-rule',
      file: 'the command line',
      message: 'There is no rule of this name.',
      found: unknown.join(', '),
      expected: near.includes(undefined) ? `of ${known.join(', ')}` : `perhaps ${near.join(', ')}`,
      remedy: 'Correct the name. Each finding names its rule in brackets.',
    })
  }
  return RULES.filter((rule) => (ids.length === 0 || ids.includes(rule.id)) && isAtLeast(rule.severity, severity)).map(({ id }) => id)
}

function isAtLeast(severity: Severity | undefined, least: Severity): boolean {
  return SEVERITIES.indexOf(severity ?? 'error') <= SEVERITIES.indexOf(least)
}

async function loadSpellers(editions: readonly Tag[], { words }: Glossary): Promise<ReadonlyMap<Tag, Speller | undefined>> {
  const spellers = new Map<Tag, Speller | undefined>()
  // Authors write the English themselves, and an English dictionary is seldom installed.
  for (const tag of editions.filter((each) => each !== 'en')) spellers.set(tag, await loadSpeller(tag, wordsOf(words, tag)))
  return spellers
}

/** The glossary’s accepted words of a language, and those of its origin in derived spelling. */
function wordsOf(words: Glossary['words'], tag: Tag): readonly string[] {
  const derivedFrom = originOf(tag)
  return [...(words[tag] ?? []), ...(derivedFrom ? (words[derivedFrom] ?? []).map(derivationOf(tag).write) : [])]
}

async function read(
  project: Project,
  look: (collection: Examinable) => Checked,
): Promise<{ collection: TextCollection; checked: Checked }> {
  const [publication, collection] = await Promise.all([project.publication(), project.texts()])
  return { collection, checked: look({ ...collection, vanished: await findVanished(publication, collection) }) }
}

function mendedText(texts: readonly Mended[]): string {
  if (texts.length === 0) return 'Nothing could be mended without judgement.\n'
  const lines = texts.map(
    ({ file, key, before, after }) => `${file}  ${visible(key)}\n    ${visibleSpaces(differenceText(differenceOf(before, after)))}`,
  )
  return `${lines.join('\n')}\n\n${texts.length} ${texts.length === 1 ? 'text' : 'texts'} mended.\n`
}

function report(problems: readonly Problem[], format: CheckOptions['format'], editions: readonly Tag[]): void {
  if (format === 'json') return sayData(problems.map(problemData))
  if (format === 'sarif') return sayData(sarif(problems))
  if (format === 'github') return sayCommands(problems.map(annotation))
  if (problems.length === 0) return say(`No problems in ${editions.join(', ')}.`)
  return say(`${problems.map(problemText).join('\n\n')}\n\n${summary(problems)}`)
}

function summary(problems: readonly Problem[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: problems.filter((each) => (each.severity ?? 'error') === severity).length,
  }))
  return `${counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity === 'info' ? 'note' : severity}${count === 1 ? '' : 's'}`)
    .join(', ')}.`
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** A workflow command of GitHub Actions, which shows the finding at its line. */
function annotation(problem: Problem): string {
  const { severity, file, line, column, ruleId, reason, actual, expected } = problem
  const properties = [
    `file=${property(file ?? '')}`,
    line ? `line=${line}` : '',
    column ? `col=${column}` : '',
    `title=${property(ruleId ?? 'failure')}`,
  ]
  const text = [reason, actual ? `Found: ${actual}` : '', expected?.[0] ? `Expected: ${expected[0]}` : '', remedyOf(problem) ?? '']
  return `::${COMMANDS[severity ?? 'error']} ${properties.filter((each) => each !== '').join(',')}::${escaped(text.filter((each) => each !== '').join('\n'))}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
