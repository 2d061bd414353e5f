import { Option, type Command } from 'commander'
import { strayFiles } from '../catalog/stray-files.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { check, type Checked } from '../check/check.ts'
import { fix } from '../check/fix.ts'
import { readGlossary, type Glossary } from '../catalog/glossary.ts'
import type { Mended } from '../check/mend.ts'
import { RULES } from '../check/registry.ts'
import type { Examinable } from '../check/rule.ts'
import { remedyOf } from '../check/remedy.ts'
import { originOf, packOf } from '../language/registry.ts'
import { derivationOf } from '../language/derive.ts'
import { loadSpeller, type Speller } from '../language/spelling.ts'
import { ENGLISH, worded, type Wordings } from '../language/wordings.ts'
import type { Tag } from '../model/language.ts'
import type { Project } from '../project/project.ts'
import { failure, type Problem, type Severity } from '../problem.ts'
import { selectEditions } from '../publication/publication.ts'
import { differenceOf, differenceText } from '../compare/difference.ts'
import { nearestName } from '../files/slips.ts'
import { wording, type Words } from '../wording.ts'
import { visible } from '../files/visible.ts'
import { commaList, openOwnProject, type ExitCode, type GlobalOptions } from './context.ts'
import { problemData, problemText, visibleSpaces } from './problem-text.ts'
import { sarif } from './sarif.ts'
import { say, sayCommands, sayData } from './terminal.ts'
import { unreadFiles } from '../source/unread-files.ts'
import { findVanished } from './vanished.ts'
import { selectWordings } from './wordings.ts'

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
const FORMATS = ['text', 'json', 'sarif', 'github'] as const

interface CheckOptions {
  readonly edition: string[]
  readonly rule: string[]
  readonly severity: Severity
  readonly format: (typeof FORMATS)[number]
  readonly fix?: true
  readonly lang: string
}

/** The command `editions check`: lists problems with their places and remedies. */
export function addCheck(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  added
    .addOption(new Option('--edition <tags>', 'languages, such as sq,mk').argParser(commaList).default([], 'all'))
    .addOption(new Option('--rule <rules>', 'these rules alone, such as quotes,numbers').argParser(commaList).default([], 'all'))
    .addOption(new Option('--severity <severity>', 'findings of this weight and above').choices(SEVERITIES).default('info'))
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('text'))
    .addOption(new Option('--lang <tag>', 'language of the findings, such as mk').default(ENGLISH.tag))
    .option('--fix', 'mend what needs no judgement, and show the difference')
    .action((options: CheckOptions, command: Command) => run(runCheck(options, command.optsWithGlobals())))
}

async function runCheck({ edition, rule, severity, format, fix: mending, lang }: CheckOptions, global: GlobalOptions): Promise<ExitCode> {
  const project = await openOwnProject(global)
  const publication = await project.publication()
  const editions = selectEditions(publication, edition)
  const rules = selectRules(rule, severity)
  const wordings = await selectWordings(publication.root, lang)
  const glossary = await readGlossary(publication)
  const spellers = await loadSpellers(rules.includes('spelling') ? editions : [], glossary)
  const look = (collection: Examinable): Checked => check({ publication, collection, editions }, { glossary, spellers, rules })

  const { texts, collection, checked } = mending
    ? await fix(publication, () => project.texts(), look)
    : { texts: [], ...(await read(project, look)) }
  if (mending && format === 'text') say(mendedText(texts, wordings))
  const failures = [...collection.failures.flatMap((each) => each.problems), ...checked.failures]
  const problems = checked.problems.filter((each) => isAtLeast(each.severity, severity))
  report([...failures, ...problems], format, editions, wordings)
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
  // What is written from another language without a dictionary of its own is spelled there.
  const spelled = new Set(editions.map((tag) => (packOf(tag).dictionaries ? tag : (originOf(tag) ?? tag))))
  // Authors write the English themselves, and an English dictionary is seldom installed.
  for (const tag of [...spelled].filter((each) => each !== 'en')) spellers.set(tag, await loadSpeller(tag, wordsOf(words, tag)))
  return spellers
}

/** The glossary’s accepted words of a language, and those of its origin in derived spelling. */
function wordsOf(words: Glossary['words'], tag: Tag): readonly string[] {
  const derivedFrom = originOf(tag)
  return [...(words[tag] ?? []), ...(derivedFrom ? (words[derivedFrom] ?? []).map((word) => derivationOf(tag).write(word)) : [])]
}

async function read(
  project: Project,
  look: (collection: Examinable) => Checked,
): Promise<{ collection: TextCollection; checked: Checked }> {
  const [publication, collection] = await Promise.all([project.publication(), project.texts()])
  const [vanished, strays] = await Promise.all([findVanished(publication, collection), strayFiles(publication)])
  return {
    collection,
    checked: look({ ...collection, vanished, strays, unread: unreadFiles(publication.root, publication.documents) }),
  }
}

function mendedText(texts: readonly Mended[], { say: said }: Wordings): string {
  if (texts.length === 0) return `${said(wording`Nothing could be mended without judgement.`)}\n`
  const lines = texts.map(
    ({ file, key, before, after }) => `${file}  ${visible(key)}\n    ${visibleSpaces(differenceText(differenceOf(before, after)))}`,
  )
  const { length: count } = texts
  return `${lines.join('\n')}\n\n${said(count === 1 ? wording`${{ count }} text mended.` : wording`${{ count }} texts mended.`)}\n`
}

function report(found: readonly Problem[], format: CheckOptions['format'], editions: readonly Tag[], wordings: Wordings): void {
  const problems = wordings === ENGLISH ? found : found.map((each) => worded(each, wordings))
  if (format === 'json') return sayData(problems.map(problemData))
  if (format === 'sarif') return sayData(sarif(problems, wordings))
  if (format === 'github') return sayCommands(problems.map((each) => annotation(each, wordings)))
  if (problems.length === 0) return say(wordings.say(wording`No problems in ${{ editions: editions.join(', ') }}.`))
  return say(`${problems.map((each) => problemText(each, wordings)).join('\n\n')}\n\n${summary(problems, wordings)}`)
}

/** Counts of findings: English tells one from several, other languages say the number after the word. */
const COUNTS: Readonly<Record<Severity, (count: number) => Words>> = {
  error: (count) => (count === 1 ? wording`${{ count }} error` : wording`${{ count }} errors`),
  warning: (count) => (count === 1 ? wording`${{ count }} warning` : wording`${{ count }} warnings`),
  info: (count) => (count === 1 ? wording`${{ count }} note` : wording`${{ count }} notes`),
}

function summary(problems: readonly Problem[], { say: said }: Wordings): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: problems.filter((each) => (each.severity ?? 'error') === severity).length,
  }))
  return `${counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => said(COUNTS[severity](count)))
    .join(', ')}.`
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** A workflow command of GitHub Actions, which shows the finding at its line. */
function annotation(problem: Problem, wordings: Wordings): string {
  const { severity, file, line, column, ruleId, reason, actual, expected } = problem
  const properties = [
    `file=${property(file ?? '')}`,
    line ? `line=${line}` : '',
    column ? `col=${column}` : '',
    `title=${property(ruleId ?? 'failure')}`,
  ]
  const text = [
    reason,
    actual ? wordings.say(wording`Found: ${{ text: actual }}`) : '',
    expected?.[0] ? wordings.say(wording`Expected: ${{ text: expected[0] }}`) : '',
    remedyOf(problem, wordings) ?? '',
  ]
  return `::${COMMANDS[severity ?? 'error']} ${properties.filter((each) => each !== '').join(',')}::${escaped(text.filter((each) => each !== '').join('\n'))}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
