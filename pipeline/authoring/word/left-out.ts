import type { Element } from 'xast'
import { DRAWINGS, partsOf, wordsDrawn } from './drawings.ts'
import { linear } from './equations.ts'
import { beginning, placeText, type Notice } from '../notice.ts'
import { levelOf, type Outline } from './outline.ts'
import { isElement } from './parts.ts'
import { isHidden, textIn, written, type Paragraph } from './survey.ts'

/** A comment of Word. */
export interface Comment {
  readonly author: string
  readonly text: string
}

/** What a text refers to in other parts of its file. */
export interface Surroundings {
  readonly comments: ReadonlyMap<string, Comment>
  /** A part by the id of its relation. */
  readonly related: (id: string) => Element | undefined
}

type Told = Pick<Notice, 'kind' | 'what' | 'remedy'>

/**
 * Tells what in a text has no place in Markdown, or another form there: text boxes, comments, tracked changes, fields, equations,
 * drawings, hidden text. Everything has its place.
 */
export function noticesOf(paragraphs: readonly Paragraph[], { roles }: Outline, surroundings: Surroundings): Notice[] {
  const notices: Notice[] = []
  let heading = ''
  for (const { element, text } of paragraphs) {
    if (levelOf(roles.get(element)) !== undefined && text.trim() !== '') heading = text
    for (const told of toldIn(element, surroundings))
      notices.push({ ...told, place: placeText(heading, text.trim() === heading.trim() ? '' : text) })
  }
  return counted(notices)
}

/** Of what is said again and again, the first and how many there are. */
function counted(notices: readonly Notice[]): Notice[] {
  const same = Map.groupBy(notices, ({ what }) => what)
  return [...same.values()].map(([first, ...others]) =>
    others.length === 0
      ? first!
      : { ...first!, place: [first!.place, `and ${others.length} more`].filter((part) => part !== undefined).join(', ') },
  )
}

function* toldIn(element: Element, surroundings: Surroundings): Generator<Told> {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    // The text box’s own paragraphs are others of the list.
    if (child.name === 'w:txbxContent' || child.name === 'w:pPr') continue
    const told = TELLERS[child.name]?.(child, surroundings)
    if (told) yield told
    if (DRAWINGS.has(child.name)) yield* drawing(child, surroundings)
    else if (child.name !== 'w:del' && child.name !== 'w:moveFrom' && child.name !== 'm:oMath') yield* toldIn(child, surroundings)
  }
}

type Teller = (element: Element, surroundings: Surroundings) => Told | undefined

const TELLERS: Readonly<Record<string, Teller>> = {
  'w:ins': (element) => change('was added', textIn(element), element),
  'w:moveTo': (element) => change('was moved here', textIn(element), element),
  'w:del': (element) => change('was deleted', textIn(element), element),
  'w:moveFrom': (element) => change('was moved away', textIn(element), element),
  'w:commentReference': (element, { comments }) => {
    const comment = comments.get(element.attributes['w:id'] ?? '')
    return {
      kind: 'lost',
      what: `A comment${comment?.author ? ` by ${comment.author}` : ''} was left out: “${comment?.text ?? ''}”.`,
      remedy: 'Answer it in Word. What translators should know can be asked and answered in the workbench.',
    }
  },
  'm:oMath': (element) => ({
    kind: 'changed',
    what: `An equation became plain text: “${linear(element)}”.`,
    remedy: 'Look whether it can be read so; else put a picture of it in its place.',
  }),
  'w:r': (element) =>
    isHidden(element) && written(element).trim() !== ''
      ? { kind: 'lost', what: `Hidden text was left out: “${beginning(written(element))}”.`, remedy: 'In Word, take away the font’s effect Hidden, if readers are to have it.' }
      : undefined,
  'w:instrText': (element) => field(element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')),
  'w:altChunk': () => ({ kind: 'lost', what: 'A document inside the document was left out.', remedy: 'Open the file in Word and save it: Word writes its text into the document.' }),
  'w:subDoc': () => ({ kind: 'lost', what: 'A subdocument of a master document was left out.', remedy: 'Unlink it in Word (Outline view › Show Document › Unlink), so that its text stands in the document.' }),
} // prettier-ignore

function change(done: string, text: string, element: Element): Told | undefined {
  const author = element.attributes['w:author']
  if (text === '') return undefined
  return { kind: 'note', what: `Tracked change${author ? ` by ${author}` : ''}, taken as accepted: “${beginning(text)}” ${done}.` }
}

/** Fields whose result is a text like any other, or a link. */
const PLAIN_FIELDS =
  /^\s*(?:HYPERLINK|SEQ|TITLE|SUBJECT|AUTHOR|FORM\w+|SYMBOL|QUOTE|TOC|TC|XE|INDEX|MERGEFORMAT|ADDIN|CITATION|BIBLIOGRAPHY|STYLEREF|EQ)\b/i

/** Fields whose text was right on one page alone. */
const OF_PAGES = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/i

function field(instruction: string): Told | undefined {
  const name = /^\s*([A-Z]+)\b/i.exec(instruction)?.[1]?.toUpperCase()
  if (name === undefined || PLAIN_FIELDS.test(instruction)) return undefined
  return {
    kind: 'changed',
    what: `A field (${name}) became the text that it shows now.`,
    remedy: OF_PAGES.test(instruction)
      ? 'Pages have other numbers in each edition: name the section in its place.'
      : 'Look whether the text is right; it no longer changes by itself.',
  }
}

function* drawing(element: Element, surroundings: Surroundings): Generator<Told> {
  const { boxes, others, name } = partsOf(element)
  for (const box of boxes) {
    const text = textIn(box)
    if (text !== '') yield { kind: 'changed', what: `A text box stands in the text now, after its paragraph: “${beginning(text)}”.`, remedy: 'Move its text in document.md where readers should meet it.' } // prettier-ignore
  }
  for (const other of others) {
    const drawn = [...relatedParts(element, surroundings)].map(wordsDrawn).filter((text) => text !== '')
    const words = drawn.length > 0 ? `, with the words “${beginning(drawn.join(', '), 200)}”` : ''
    yield {
      kind: 'lost',
      what: `${/^[aeiou]/.test(other) ? 'An' : 'A'} ${other}${name ? ` (${beginning(name)})` : ''} was left out${words}.`,
      remedy: other === 'drawn shape' ? 'If it says anything, make it a picture (in Word: Cut, then Paste Special › Picture).' : 'Make it a picture in Word (Cut, then Paste Special › Picture), or say in words or a table what it shows.', // prettier-ignore
    }
  }
}

function* relatedParts(element: Element, { related }: Surroundings): Generator<Element> {
  for (const child of element.children) {
    if (!isElement(child)) continue
    for (const id of [child.attributes['r:id'], child.attributes['r:dm']]) {
      const part = id && (child.name === 'c:chart' || child.name === 'dgm:relIds') ? related(id) : undefined
      if (part) yield part
    }
    yield* relatedParts(child, { related, comments: new Map() })
  }
}
