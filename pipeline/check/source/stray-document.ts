import { asCalled } from '../../files/called.ts'
import { shown } from '../../files/identifier.ts'
import { problem, type Finding, type Problem } from '../../problem.ts'
import { isNested } from '../../source/unread-files.ts'
import type { WholeRule } from '../rule.ts'

/** Texts in `content/` that are in no folder of their own: documents are its folders, so no edition is made of them. */
export const strayDocument: WholeRule = {
  id: 'stray-document',
  looksAt: 'whole',
  severity: 'warning',
  meaning:
    'a text lies beside the folders of documents, or beside document.md or in a folder within one, and is in no edition: a document has a folder of its own',
  example: { bad: 'content/report.md', good: 'content/report/document.md' },
  // Told with the interface, which belongs to no document either: once, however many documents there are.
  find: ({ publication: { strays = [] }, collection: { site, unread = [] } }) => (site === undefined ? [] : strayProblems(strays, unread)),
}

/**
 * The problems of texts that are in no edition.
 * @param strays names of those in `content/` itself
 * @param unread paths of those in the folders of documents, below `content/`
 */
export function strayProblems(strays: readonly string[], unread: readonly string[]): Problem[] {
  return [...strays.map(beside), ...unread.map((path) => (isNested(path.slice(path.indexOf('/') + 1)) ? nested(path) : within(path)))].map(
    (each) => problem({ rule: 'stray-document', ...each, severity: 'warning' }),
  )
}

type Told = Pick<Finding, 'file' | 'message' | 'found' | 'expected' | 'remedy'>

function beside(name: string): Told {
  return {
    file: `content/${name}`,
    message: 'This text is in no edition: it lies beside the folders of documents.',
    found: `content/${name}`,
    expected: 'a folder for each document, with its text as document.md in it',
    remedy: /\.(?:docx|html?)$/i.test(name)
      ? `Move the file out of content/; where it is to be published, this command makes a document of it, under a name that you choose: ${asCalled(`new its-name --from "${name}"`)}`
      : 'Make a folder in content/, named as the document is to be called, and move the file into it as document.md. A text that is not to be published belongs outside content/.',
  }
}

function nested(path: string): Told {
  return {
    file: `content/${shown(path)}`,
    message: 'This document is in no edition: its folder lies within the folder of another document.',
    found: `content/${shown(path)}`,
    expected: `content/${shown(path.split('/').at(-2)!)}/document.md`,
    remedy:
      'Move its folder into content/ itself, under a name of small letters, digits and hyphens. What belongs to the other document is written into that one’s document.md.',
  }
}

function within(path: string): Told {
  const place = { file: `content/${shown(path)}`, found: `content/${shown(path)}` }
  const own = path.split('/', 1)[0]!
  return /\.ya?ml$/i.test(path)
    ? {
        ...place,
        message: 'This file is in no edition: only its name keeps it from being the programme of the document.',
        expected: `content/${own}/programme.yaml`,
        remedy: 'Rename the file to programme.yaml. What is no programme belongs outside content/.',
      }
    : {
        ...place,
        message: 'This text is in no edition: of a document’s folder, document.md alone is read.',
        expected: `its words in content/${own}/document.md; or a folder of its own in content/, with the text as document.md`,
        remedy:
          'Write what belongs to the document into its document.md, or make a folder in content/ for it, and move the file into it as document.md. A text that is not to be published belongs outside content/.',
      }
}
