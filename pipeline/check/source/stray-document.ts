import { asCalled } from '../../files/called.ts'
import { shown } from '../../files/identifier.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** Texts in `content/` that are in no folder of their own: documents are its folders, so no edition is made of them. */
export const strayDocument: WholeRule = {
  id: 'stray-document',
  looksAt: 'whole',
  severity: 'warning',
  meaning:
    'a text lies beside the folders of documents, or in a folder within one, and is in no edition: a document has a folder of its own',
  example: { bad: 'content/report.md', good: 'content/report/document.md' },
  // Told with the interface, which belongs to no document either: once, however many documents there are.
  find: ({ publication: { strays = [] }, collection: { site, nested = [] } }) =>
    site === undefined
      ? []
      : [
          ...strays.map((name) =>
            problem({
              rule: 'stray-document',
              file: `content/${name}`,
              message: 'This text is in no edition: it lies beside the folders of documents.',
              found: `content/${name}`,
              expected: 'a folder for each document, with its text as document.md in it',
              remedy: /\.(?:docx|html?)$/i.test(name)
                ? `Move the file out of content/; where it is to be published, this command makes a document of it, under a name that you choose: ${asCalled(`new its-name --from "${name}"`)}`
                : 'Make a folder in content/, named as the document is to be called, and move the file into it as document.md. A text that is not to be published belongs outside content/.',
            }),
          ),
          ...nested.map((path) =>
            problem({
              rule: 'stray-document',
              file: `content/${shown(path)}`,
              message: 'This document is in no edition: its folder lies within the folder of another document.',
              found: `content/${shown(path)}`,
              expected: `content/${shown(path.split('/').at(-2)!)}/document.md`,
              remedy:
                'Move its folder into content/ itself, under a name of small letters, digits and hyphens. What belongs to the other document is written into that one’s document.md.',
            }),
          ),
        ],
}
