import type { LearntLayout } from './page-layout.ts'
import type { LastLines } from './beginnings.ts'
import { placesIn, type Places } from './destinations.ts'
import { goingOn } from './labels-again.ts'
import { LAST_FOOT, placeOfFoot } from './last-foot.ts'
import { endsShort, fillingFor, footOf, notesAtFoot, shortPages, turnedBelow } from './last-pages.ts'
import { fitTables, isSmaller, tooWide } from './overflow.ts'
import type { NotesPlaced } from './notes/asked.ts'
import { pageBeginnings } from './page-beginnings.ts'
import { blocksAtPageEnds, type Block } from './page-ends.ts'
import type { TextEnds } from './text-ends.ts'
import { flowText } from './flow-text.ts'
import { hasNotes, layOutNotes, apartIn, type LaidOutNotes } from './notes-layout.ts'
import { leadsTurnedBack } from './turned-leads.ts'
import type { BrowserPage } from './browser-page.ts'

/** Words that are not parted move others to the ends of pages; after so many rounds they stay there. */
const MOST_ROUNDS = 6
/** Text that stands before a table or figure moves those after it; so often it is looked which does. Several wide tables take turns. */
const MOST_FLOWS = 8
/** What is moved to a last page may leave another with little; so often last pages are filled. */
const MOST_FILLINGS = 2

/**
 * Lays the page out, with its notes in their places, and again without the words that would be parted at a page's end, until
 * there are none; with text before a table or figure that follows it, where that fills a page; and where a text's last page holds too
 * little, with more of the text on it.
 * @param flows how often text has been put before others
 */
export async function learnLayout(browserPage: BrowserPage, flows = 0): Promise<LearntLayout> {
  const { blocks, ends: textEnds } = await browserPage.beginLayout()
  const layOut = async (): Promise<Places> => placesIn(await browserPage.printLayout())
  const ends: number[] = []
  let notes: LaidOutNotes | undefined
  let [areLeadsTurned, fillings] = [false, 0]
  /** Puts the notes in their places. @returns nothing where the page has none */
  const placeNotes = async (beginning: number, moved?: readonly number[]): Promise<Places | undefined> => {
    notes = hasNotes(browserPage) ? await layOutNotes(browserPage, beginning, moved, notes) : undefined
    ends.push(...(notes?.ends ?? []))
    return notes?.places
  }
  // Where its text begins is all that is told to those who place the notes: where that is known, a long page is spared a print.
  const isKnown = textEnds !== undefined && textEnds.beginsPage && !textEnds.areBlocksLinked
  const unnoted = isKnown && hasNotes(browserPage) ? undefined : await fitted(browserPage, layOut)
  const beginning = unnoted ? (unnoted.heights.get('text') ?? 0) : textEnds!.paper
  let places = unnoted
    ? ((await placeNotes(beginning)) ?? unnoted)
    : await fitted(browserPage, async () => (await placeNotes(beginning)) ?? layOut())
  for (let rounds = 1; ; rounds++) {
    const { pages, destinations: headings } = places
    const more = rounds > MOST_ROUNDS ? [] : blocksAtPageEnds(blocks, headings, [...ends, ...(notes?.settled ?? [])])
    if (more.length > 0) {
      await browserPage.keepWordsWhole(more)
      ends.push(...more)
      places = await layOut()
      continue
    }
    const { pairs: noted = [] } = notes ?? {}
    const atFoot = noted.map(([note]) => note)
    if (!areLeadsTurned && textEnds?.areBlocksLinked) {
      areLeadsTurned = true
      if (await turnLeadsBack(browserPage, blocks, textEnds, atFoot, places)) {
        places = (await placeNotes(beginning)) ?? (await layOut())
        continue
      }
    }
    const mayFlow = fillings === 0 && flows < MOST_FLOWS && textEnds?.areBlocksLinked
    const flow = mayFlow ? await flowText(browserPage, blocks, textEnds, atFoot, places) : undefined
    if (flow === 'flowed') {
      await browserPage.endLayout()
      return learnLayout(browserPage, flows + 1)
    }
    if (flow === 'looked') places = (await placeNotes(beginning)) ?? places
    const moved = fillings === MOST_FILLINGS || !textEnds ? [] : await fillLastPages(browserPage, blocks, textEnds, noted, places)
    fillings++
    if (moved.length > 0) {
      places = (await placeNotes(beginning, textEnds!.areBlocksLinked ? undefined : moved)) ?? (await layOut())
      continue
    }
    const { paragraphs = 0, below = [], pairs = [] } = notes ?? {}
    const all = hasNotes(browserPage) ? await browserPage.anchorsOfNotes() : []
    const anchors = all.filter(({ kind }) => kind !== 'source line')
    const apart = apartIn(anchors, places)
    const isFootCrowded = headings.has(LAST_FOOT) && !(await fillFoot(browserPage, blocks, textEnds, pairs, places))
    const isEndShort = textEnds !== undefined && endsShort(textEnds, places)
    await browserPage.endLayout()
    const beginnings = pageBeginnings(blocks, headings)
    const inside = goingOn(blocks, headings)
    return { pages, headings, beginnings, inside, paragraphs, anchors, below, apart, isFootCrowded, isEndShort }
  }
}

/**
 * Lays a page out, and once more with its tables set narrower where something is wider than the page.
 * @throws Unprintable where something is wider all the same
 */
async function fitted(browserPage: BrowserPage, layOut: () => Promise<Places>): Promise<Places> {
  const places = await layOut()
  if (!isSmaller(places.scale)) return places
  const farthest = await fitTables(browserPage)
  const narrower = await layOut()
  if (isSmaller(narrower.scale)) throw tooWide(farthest)
  return narrower
}

/**
 * Has pages begin earlier, where the last of a text holds too little, or what it holds stand on the page before.
 * @param pairs the notes that stand on the page of their call
 * @returns the numbers of the blocks that were moved
 */
async function fillLastPages(
  browserPage: BrowserPage,
  blocks: readonly Block[],
  ends: TextEnds,
  pairs: NotesPlaced['pairs'],
  laidOut: Places,
): Promise<number[]> {
  let places = laidOut
  let all = shortPages(blocks, ends, places)
  if (all.length === 0) return []
  if (!ends.areBlocksLinked) {
    await browserPage.linkBefore(all.map(({ last }) => last))
    places = await lookInto(browserPage, [...new Set(all.flatMap(({ before }) => [before, before + 1]))], places)
    all = shortPages(blocks, ends, places)
  }
  const begun: number[] = []
  const turned: number[] = []
  const parted: LastLines[] = []
  const found = await browserPage.beginningsAmong(all.map((short) => short.blocks))
  for (const [index, short] of all.entries()) {
    const beginnings = found[index]!
    const foot = footOf(
      short,
      pairs.map(([note]) => note),
      ends,
      places,
    )
    const filling = fillingFor(short, beginnings, blocks, { ...ends, foot, notes: notesAtFoot(short, pairs, ends, places) }, places)
    if (filling?.kind === 'block') begun.push(filling.number)
    else if (filling) parted.push(filling)
    else turned.push(...turnedBelow(short, beginnings, blocks, ends, places))
  }
  if (begun.length > 0) await browserPage.beginPages(begun)
  if (turned.length > 0) await browserPage.turnPages(turned)
  if (parted.length > 0) await browserPage.keepLinesTogether(parted)
  return [...begun, ...turned, ...parted.flatMap(({ number, held }) => [number, ...held])]
}

/** Has what leads to turned tables stand on the pages before them, where these have room for it. @returns whether there was any */
async function turnLeadsBack(
  browserPage: BrowserPage,
  blocks: readonly Block[],
  ends: TextEnds,
  notes: readonly string[],
  places: Places,
): Promise<boolean> {
  const leads = await browserPage.turnedLeads()
  const back = leadsTurnedBack(leads, blocks, ends, places, (page) => footOf({ before: page }, notes, ends, places))
  if (back.length > 0) await browserPage.turnLeadsBack(back)
  return back.length > 0
}

/** Puts what is to stand at the foot of the last page there. @returns whether there is room */
async function fillFoot(
  browserPage: BrowserPage,
  blocks: readonly Block[],
  ends: TextEnds | undefined,
  notes: NotesPlaced['pairs'],
  places: Places,
): Promise<boolean> {
  const foot = ends && (await browserPage.lastFoot())
  const names = notes.map(([note]) => note)
  const place = foot && placeOfFoot(foot, blocks, ends, names, places)
  if (place) await browserPage.putAtFoot(place)
  return place !== undefined
}

/** What is told of a layout anew by some of its pages, for what has been linked since. */
async function lookInto(
  browserPage: BrowserPage,
  pages: readonly number[],
  { destinations, heights, lefts, ...rest }: Places,
): Promise<Places> {
  // Of the pages alone the first tells how large it is printed.
  const inOrder = [...new Set([1, ...pages])].sort((a, b) => a - b)
  const found = placesIn(await browserPage.printLayout(inOrder))
  const numbered = [...found.destinations].map(([id, index]) => [id, inOrder[index - 1]!] as const)
  return {
    ...rest,
    destinations: new Map([...destinations, ...numbered]),
    heights: new Map([...heights, ...found.heights]),
    lefts: new Map([...lefts, ...found.lefts]),
  }
}
