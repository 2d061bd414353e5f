import { locate } from '../../source/beside.ts'
import { misplacedPicture } from '../../source/pictures.ts'
import { marksOf } from '../markup/marks.ts'
import { about, type WholeRule } from '../rule.ts'

/** Pictures of a document, or of a translator’s note, that cannot be shown. */
export const picture: WholeRule = {
  id: 'picture',
  looksAt: 'whole',
  severity: 'error',
  meaning:
    'a picture cannot be shown: it is not beside the document, or of a kind that cannot be read; its alternative text stands in its place',
  example: { bad: '![The towns](https://example.org/map.png)', good: '![The towns](map.png)' },
  find: ({ collection, notes }) =>
    collection.documents.flatMap(({ document }) => {
      const added = notes
        .filter((note) => note.document === document.id)
        .flatMap((note) => {
          const { file, position, ...subject } = about(note)
          return marksOf(note.prose)
            .images.filter((url) => !document.pictures.has(url))
            .map((url) => {
              // Pictures that the document does not show were not looked up.
              const nowhere = locate(document.id, url, { files: new Map(), others: [] })
              const fault = nowhere.kind === 'nowhere' ? nowhere.fault : 'missing'
              return Object.assign(
                misplacedPicture(url, { kind: 'nowhere', fault, near: [] }, { file, ...position }, `content/${document.id}`),
                subject,
              )
            })
        })
      return [...[...document.missing.values()].flat(), ...added]
    }),
}
