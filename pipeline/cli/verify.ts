import { resolve } from 'node:path'
import type { Command } from 'commander'
import { realPath } from '../files/disk.ts'
import type { Problem } from '../problem.ts'
import type { Verdict } from '../verify/verify.ts'
import type { ExitCode, GlobalOptions } from './context.ts'
import { problemText } from './problem-text.ts'
import { complain, say } from './terminal.ts'

interface VerifyOptions {
  readonly manifest?: string
  readonly key?: string
}

/** The command `editions verify`: checks that what was published is whole and genuine, and that the PDFs conform. */
export function addVerify(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  added
    .argument('[place]', 'the folder that was published, or an offline package or another file from it', 'output')
    .option('--manifest <file>', 'of a file or a package: the manifest of the site that it is from')
    .option('--key <key>', 'the public key that the publisher signs with, as minisign writes it')
    .action((place: string, options: VerifyOptions, command: Command) => run(runVerify(place, options, command.optsWithGlobals())))
}

async function runVerify(place: string, { manifest, key }: VerifyOptions, { root }: GlobalOptions): Promise<ExitCode> {
  const { verify } = await import('../verify/verify.ts')
  const named = manifest === undefined ? undefined : await realPath(resolve(root, manifest))
  const verdict = await verify({ target: await realPath(resolve(root, place)), manifest: named, key })
  for (const problem of verdict.problems) complain(`${problemText(problem)}\n`)
  say(verdictText(verdict))
  return problemsAmong(verdict).length > 0 ? 1 : 0
}

/** Problems other than advice. */
function problemsAmong({ problems }: Verdict): Problem[] {
  return problems.filter(({ severity }) => severity !== 'info')
}

function verdictText(verdict: Verdict): string {
  const { files, pdfs, verapdf, signedBy, published } = verdict
  const { length } = problemsAmong(verdict)
  const by = verapdf ? 'by our checks and by veraPDF' : 'by our own structural checks; veraPDF is not on the path'
  const counted = `${files} ${files === 1 ? 'file is' : 'files are'} as the manifest says`
  const held =
    pdfs === 0 ? `${counted}.` : `${counted}; ${pdfs} ${pdfs === 1 ? 'PDF was' : 'PDFs were'} held against PDF/UA-1 and PDF/A-2a, ${by}.`
  return [
    published && length === 0 ? publishedText(published) : undefined,
    `${held} ${length === 0 ? 'No problems.' : `${length} ${length === 1 ? 'problem' : 'problems'}.`}`,
    signedBy === undefined ? undefined : `Signed with the key ${signedBy}: compare it with the one that the publisher has made known.`,
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}

/** Says what a file is, in words. */
function publishedText({ path, facts, isFormer }: NonNullable<Verdict['published']>): string {
  const former = isFormer ? ' It is a former version: there is another by now.' : ''
  if (!facts) return `This is ${path}, as it was published.${former}`
  return `This is ${path}, as it was published: “${facts.title.text}”, ${facts.date}, in ${facts.language}, ${facts.state}.${former}`
}
