import { defaultSchema, type Schema } from 'hast-util-sanitize'
import { KINDS } from '../source/targets.ts'
import { CAPTION } from './captions.ts'

/** The class of a line that says where the table or picture before it is from. */
export const SOURCE_LINE = 'source-line'
/** A picture that is shown over text and margin, where its page has one. */
export const BROAD = 'broad'
/** The class of a heading of key points, and of what stands under it. */
export const KEY_POINT = 'key-point'

/** What texts may become: GitHub's list, with languages and the marks of a draft. Ids keep their names: they come from keys, never from texts. */
export const SCHEMA: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'abbr', 'figure', 'figcaption'],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []),
      'lang',
      ['translate', 'no'],
      [
        'className',
        'fallback',
        'stale',
        'draft-mark',
        'missing-picture',
        'caption-label',
        KEY_POINT,
        'footnotes',
        'sr-only',
        CAPTION,
        SOURCE_LINE,
        'row',
        'cell',
        /^alert/,
      ],
    ],
    // What the list says of an element by its name goes before what it says of all.
    ul: [['className', 'contains-task-list', KEY_POINT]],
    ol: [['className', 'contains-task-list', KEY_POINT]],
    div: [['role', 'note']],
    img: ['alt', 'src', ['dataShape', BROAD]],
    h2: [],
  },
  protocols: { ...defaultSchema.protocols, href: [...KINDS], src: ['data'] },
}
