/** Additions to the node types of mdast. */
import type { Parent, PhrasingContent } from 'mdast'
import type { Tag } from './language.ts'
import type { Picture } from './document.ts'
import type { Lead } from './edition.ts'

/** Kinds of GitHub alerts: quotations that begin with `[!NOTE]` or the like. */
export type Alert = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** An inline HTML element with text inside. `title` is the expansion of an abbreviation. */
export interface InlineElement extends Parent {
  type: 'inlineElement'
  name: 'sub' | 'sup' | 'kbd' | 'abbr'
  title?: string | undefined
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineElement: InlineElement
  }

  interface RootContentMap {
    inlineElement: InlineElement
  }

  /** Notes on the nodes of a tree, most of them made when an edition is composed. */
  interface Data {
    /** The block is in English because its translation is missing. */
    fallback?: true
    /** The block’s translation answers former English. */
    stale?: true
    /** The block is not translated: a comment before or in it says “translate: no”. */
    kept?: true
    /** Source offsets of comments and anchor tags in the block’s text or between its blocks. */
    comments?: [start: number, end: number][]
    /** Link targets of the block, from anchors before or in it. */
    anchors?: readonly string[]
    /** The heading is the front matter’s title, and is translated there only. */
    isTitle?: true
    /** The paragraph is the caption or the source line of the table or picture beside it. */
    beside?: 'caption' | 'source'
    /** Automatic number of a caption that the writer left unnumbered. */
    numbered?: { readonly of: 'figure' | 'table'; readonly number: number }
    /** The block is the heading of the key points, or one of the blocks under it. */
    isKeyPoint?: true
    /** Part of a parallel edition: a row of columns, or what one of the languages says in it or in a cell of a table. */
    parallel?: 'row' | 'cell'
    /** The kind of alert, for a quotation. */
    alert?: Alert
    /** Id of the block in the page. */
    id?: string
    /** Key of the block’s segment. */
    key?: string
    /** Language of a quotation, if it is not the edition’s. */
    language?: Tag
    /** Target of the link. */
    lead?: Lead
    /** The image’s picture. Without it, nothing is shown. */
    picture?: Picture
    /** The text replaces a picture that cannot be shown. */
    isMissingPicture?: true
  }
}
