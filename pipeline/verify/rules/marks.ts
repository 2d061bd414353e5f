import { PDFArray } from '@cantoo/pdf-lib'
import { inDrawn } from '../drawings.ts'
import { facesOf, unicodeOf } from '../faces.ts'
import { ARTIFACT, TAG, inAll, parentsOf } from '../marks.ts'
import { dictionariesIn } from '../objects.ts'
import { name } from '../reading.ts'
import type { Rule } from '../rule.ts'

const hasSoftHyphen = (text: string): boolean => text.includes('\u00AD')

const several = (count: number): string[] => (count > 0 ? [`${count} of them`] : [])

/** Rules on marked content. */
export const MARK_RULES: readonly Rule[] = [
  {
    id: 'ua-7.1-1',
    expected: 'no artifact in tagged content',
    check: (pdf) => inDrawn(pdf, ({ artifacts, artifactsInTags }, { around }) => several(around & TAG ? artifacts : artifactsInTags)),
  },
  {
    id: 'ua-7.1-2',
    expected: 'no tagged content in an artifact',
    check: (pdf) => inDrawn(pdf, ({ mcids, tagsInArtifacts }, { around }) => several(around & ARTIFACT ? mcids.length : tagsInArtifacts)),
  },
  {
    id: 'ua-7.1-3',
    expected: 'all that is painted is tagged or an artifact',
    check: (pdf) =>
      inDrawn(pdf, ({ bare }, { around, pictures }) => {
        const all = [...(around ? [] : bare), ...pictures.filter((each) => !each).map(() => 'Do')]
        return all.length > 0 ? [`${all.length} painted outside all marks, first ${all[0]}`] : []
      }),
  },
  {
    id: 'content-balance',
    expected: 'every mark that begins ends',
    check: (pdf) => inAll(pdf, ({ balanced }) => (balanced ? [] : ['marks that do not end'])),
  },
  {
    id: 'content-read',
    expected: 'contents in the forms that these rules can judge',
    check: (pdf) => [
      ...inAll(pdf, ({ unread }) => [...new Set(unread)]),
      // A graphics state can set a font, too (ISO 32000-1, table 58).
      ...dictionariesIn(pdf).flatMap(({ object, number }) =>
        object.lookup(name('Font')) instanceof PDFArray ? [`object ${number}: a font in a state of graphics`] : [],
      ),
    ],
  },
  {
    id: 'content-parents',
    expected: 'content and structure lead to each other',
    check: (pdf) => {
      const owned = new Map(
        pdf.elements.flatMap(({ ref, contents }) => contents.map(({ stream, mcid }) => [`${stream} ${mcid}`, ref] as const)),
      )
      const painted = new Set<string>()
      const found = inDrawn(pdf, ({ mcids }, { stream }) => {
        const parents = mcids.length > 0 ? parentsOf(pdf, stream) : []
        return mcids.flatMap((mcid) => {
          painted.add(`${stream.ref} ${mcid}`)
          const owner = owned.get(`${stream.ref} ${mcid}`)
          if (owner === undefined) return [`the sequence ${mcid} is in no element`]
          return parents[mcid] === owner ? [] : [`the sequence ${mcid} leads to another element than the one that owns it`]
        })
      })
      const absent = [...owned]
        .filter(([key]) => !painted.has(key))
        .map(([key, ref]) => `the element ${ref} owns ${key}, which is not painted`)
      return [...found, ...absent]
    },
  },
  {
    id: 'content-once',
    expected: 'a sequence is painted once and owned once',
    check: (pdf) => {
      const twice = (values: readonly (string | number)[]) => {
        const seen = new Set<string | number>()
        return values.filter((value) => seen.size === seen.add(value).size)
      }
      const owned = twice(pdf.elements.flatMap(({ contents }) => contents.map(({ stream, mcid }) => `${stream} ${mcid}`)))
      return [
        ...inAll(pdf, ({ mcids }) => (new Set(mcids).size < mcids.length ? twice(mcids).map((mcid) => `the sequence ${mcid}`) : [])),
        ...owned.map((key) => `two elements own ${key}`),
      ]
    },
  },
  {
    id: 'text-soft-hyphens',
    expected: 'words are whole: no soft hyphens in the text',
    check: (pdf) => [
      ...inAll(pdf, ({ actualTexts }) => (actualTexts.some(hasSoftHyphen) ? ['soft hyphens'] : [])),
      ...facesOf(pdf).flatMap((face) => {
        const map = unicodeOf(face)
        return [...face.codes].filter((code) => hasSoftHyphen(map.get(code) ?? '')).map((code) => `${face.label}: character ${code}`)
      }),
    ],
  },
]
