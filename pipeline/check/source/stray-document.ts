import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** A text in `content/` itself: documents are folders, so no edition is made of it. */
export const strayDocument: WholeRule = {
  id: 'stray-document',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a text lies beside the folders of documents, and is in no edition: a document has a folder of its own',
  example: { bad: 'content/report.md', good: 'content/report/document.md' },
  // Told with the interface, which belongs to no document either: once, however many documents there are.
  find: ({ publication: { strays = [] }, collection }) =>
    collection.site === undefined
      ? []
      : strays.map((name) =>
          problem({
            rule: 'stray-document',
            file: `content/${name}`,
            message: 'This text is in no edition: it lies beside the folders of documents.',
            found: `content/${name}`,
            expected: 'a folder for each document, with its text as document.md in it',
            remedy:
              'Make a folder in content/, named as the document is to be called, and move the file into it as document.md. A text that is not to be published belongs outside content/.',
          }),
        ),
}
