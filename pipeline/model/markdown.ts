/** What this program adds to the nodes of Markdown. */
import type { Parent, PhrasingContent } from 'mdast'
import type { Tag } from './language.ts'
import type { Picture } from './document.ts'
import type { Lead } from './edition.ts'

/** GitHub's callouts: a quotation that begins with [!NOTE] or the like. */
export type Alert = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** An element that texts may write as HTML, with words inside. `title` is what an abbreviation stands for. */
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

  /** What composing an edition notes on the nodes of its tree. */
  interface Data {
    /** The block stands in English for want of a translation. */
    fallback?: true
    /** The block answers English that has changed since. */
    stale?: true
    /** The block is not translated: a comment before it, or in it, says “translate: no”. */
    kept?: true
    /** Where comments and tags of anchors stood in the block’s words or between its blocks, as offsets in the source. */
    comments?: [start: number, end: number][]
    /** The names by which links lead to the block, from anchors that stood before it or in it. */
    anchors?: readonly string[]
    /** The heading is the front matter’s title, and stands with it alone. */
    isTitle?: true
    /** The paragraph is the caption of the table beside it, or says where that table or picture is from. */
    beside?: 'caption' | 'source'
    /** The number of a caption that the writer did not number, and what it is of. */
    numbered?: { readonly of: 'figure' | 'table'; readonly number: number }
    /** The block is the heading of key points, or one of what stands under it. */
    isKeyPoint?: true
    /** What a quotation calls out. */
    alert?: Alert
    /** The block's id in the page. */
    id?: string
    /** The language of a quotation, where it is not the edition's. */
    language?: Tag
    /** Where the link leads. */
    lead?: Lead
    /** What the image shows: without it, nothing is shown. */
    picture?: Picture
    /** The words stand in the place of a picture that cannot be shown. */
    isMissingPicture?: true
  }
}
