import type { Page } from './browser.ts'
import { fitPage, NARROWER, type Fit } from './fit.ts'
import { breakHyphenLadders, LADDERS_TOOLS } from './hyphen-ladders.ts'
import { inspect } from './inspect.ts'
import { anchorsOfNotes, loosenTables, markTableEnds, type Anchored } from './notes/anchors.ts'
import { gatherNotes } from './notes/gather.ts'
import { takeAllHome } from './notes/homes.ts'
import { placeNotes } from './notes/place.ts'
import { wordsOf } from './notes/words-of.ts'
import { NOTES_TOOLS } from './notes/tools.ts'
import type { NotesAsked, NotesPlaced } from './notes/asked.ts'
import { repeatLabels } from './labels-again.ts'
import { lastFootOf, putAtFoot, type FootPlace, type LastFoot } from './last-foot.ts'
import { beginningsAmong, beginPages, keepLinesTogether, turnPages, type Beginning, type LastLines } from './beginnings.ts'
import { turnedLeads, turnLeadsBack, type TurnedLead } from './turned-leads.ts'
import { displaysIn, type Display } from './displays.ts'
import { flowText, flowingTables, type FlowedText, type FlowingTables } from './flowing-tables.ts'
import { linkBefore, markEnds, PAGE_OF_TEXT, type TextEnds } from './text-ends.ts'
import { CONTINUED, MARK, type Preparation } from './preparation.ts'
import { preparePage } from './prepare-page.ts'
import { keepFromScreen, PAPER_ALONE } from './paper-alone.ts'
import { BLOCKS, hidePage, keepWordsWhole, MOST_CHARACTERS, showPage, WORDS_TOOLS, type Block } from './page-ends.ts'
import type { PageLayout } from './page-layout.ts'
import { OVERLONG } from '../language/hyphenation.ts'
import { BrowserFault, type Guard } from './guard.ts'
import { Unprintable } from './unprintable.ts'
import { collapseWhiteSpace } from './white-space.ts'
import { writeLayout } from './write-layout.ts'

/** A page in the browser. */
export interface BrowserPage {
  /** What the page says of itself, and what is left to be done in its PDF. */
  readonly preparation: Preparation
  /**
   * Prints on the paper that the style names, as tagged PDF with bookmarks.
   * @throws Error as `loadPage` does, for what the page asks for only when it is printed
   */
  print(): Promise<Uint8Array>
  /** Hides the page, which keeps its places, and has links lead to its blocks and the ends of its texts; of a long page to these alone, to what follows them, and to the ends of tables with notes. */
  beginLayout(): Promise<{ readonly blocks: readonly Block[]; readonly ends: TextEnds | undefined }>
  /**
   * Prints a hidden page, without tags: so only its layout is learnt, in half the time.
   * @param pages the numbers of those that are printed; all, where none are given
   */
  printLayout(pages?: readonly number[]): Promise<Uint8Array>
  /**
   * Puts the notes of the page where they stand in print, and settles the ends of its pages.
   * @param beginning where on its page the text begins, in points from the foot of the paper
   * @param strayed the names of notes that must stand below what calls them
   * @param moved the numbers of the blocks that were moved since notes were placed before; without them all are placed
   * @returns nothing where the page has none, or does not say how large it is
   */
  placeNotes(beginning: number, strayed: readonly string[], moved?: readonly number[]): Promise<NotesPlaced | undefined>
  /** What each note is to stand with on a page, and what says where a table with notes is from, while the page is hidden. */
  anchorsOfNotes(): Promise<readonly Anchored[]>
  /** Lets tables be parted where they usually are not, by the ids of what stands apart from them. @returns whether any may be parted more than before */
  loosenTables(ids: readonly string[]): Promise<boolean>
  /** What some notes say, by their names. */
  wordsOf(notes: readonly string[]): Promise<readonly string[]>
  /** Has links lead to the blocks before some ends of texts, which are told by the last of each. */
  linkBefore(lasts: readonly number[]): Promise<void>
  /** Before which of the blocks near the ends of some texts a page may begin. */
  beginningsAmong(ends: readonly (readonly number[])[]): Promise<readonly (readonly Beginning[])[]>
  /** Has pages begin with some blocks, which are told by their numbers. */
  beginPages(numbers: readonly number[]): Promise<void>
  /** Sets tables narrower that are wider than the page, and tells what is wider all the same. */
  fit(): Promise<Fit>
  /** Has some blocks stand on turned pages. */
  turnPages(numbers: readonly number[]): Promise<void>
  /** What leads to each table on a turned page, and was turned with it. */
  turnedLeads(): Promise<readonly TurnedLead[]>
  /** Has some of them stand on upright pages again. */
  turnLeadsBack(leads: readonly TurnedLead[]): Promise<void>
  /** The tables and figures on upright pages that have captions. */
  displays(): Promise<readonly Display[]>
  /** The tables on turned pages and some others, by the numbers of their first blocks, and the text after them. Where there are any, notes are to be placed anew. */
  flowingTables(others: readonly number[]): Promise<readonly FlowingTables[]>
  /** Has text stand before tables that come before it in the document, or below them; the page says it there too. */
  flowText(text: FlowedText): Promise<void>
  /** Has the last lines of some blocks stand on one page. */
  keepLinesTogether(lines: readonly LastLines[]): Promise<void>
  /** What is to stand at the foot of the last page, if there is anything. */
  lastFoot(): Promise<LastFoot | undefined>
  /** Puts it there. */
  putAtFoot(place: FootPlace): Promise<void>
  /** Repeats the labels of sessions beside blocks that go on with them overleaf. @returns what they say */
  repeatLabels(numbers: readonly number[]): Promise<readonly string[]>
  /** Shows the page again as it was. */
  endLayout(): Promise<void>
  /** Has no word of some blocks parted, which are told by their numbers. */
  keepWordsWhole(numbers: readonly number[]): Promise<void>
  /**
   * Writes what is known of the layout: the number of a heading’s page as the text of the elements with `data-page-of`
   * its id; and as counter styles, for the head of each page the section that begins or goes on there (`section`), for
   * its foot its number (`folio`) and the last of those that are counted with it (`last-folio`).
   * @throws Error where such an element’s heading is on no page
   */
  writeLayout(layout: Pick<PageLayout, 'pages' | 'headings'>): Promise<void>
}

// The guard has the deadline; faces are waited for before and looked at after.
const PAPER = { preferCSSPageSize: true, printBackground: true, waitForFonts: false, timeout: 0 } as const

/**
 * Loads a page that holds all that it shows.
 * @throws Error naming what it asks for elsewhere
 * @throws BrowserFault where the browser fails, or does not read a face or picture
 */
export async function loadPage(page: Page, html: string, guard: Guard): Promise<BrowserPage> {
  const requested: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data|about):/.test(request.url())) requested.push(request.url())
  })
  /** Does a step and looks at what came of it. */
  const examined = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      const result = await guard(step())
      const { outward, unread } = await guard(inspect(page))
      if (requested.length + outward.length > 0) throw refusal([...requested, ...outward])
      // A browser on a busy machine now and then reads no face at all; another does.
      if (unread.length > 0) throw new BrowserFault('blind', refusal(unread))
      return result
    } catch (error) {
      // A page that leads elsewhere is gone in the middle of a step: say where to, not that it is gone.
      throw requested.length > 0 ? refusal(requested) : error
    }
  }
  // Loaded as for print, so that what only the print shows is loaded before, and looked at.
  await guard(Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true), page.emulateMediaType('print')]))
  const { units, ...prepared } = await examined(async () => {
    await page.setContent(html.replace(/<head\b[^>]*>/i, `$&${PAPER_ALONE}`), { waitUntil: 'load', timeout: 0 })
    const [, , result] = await Promise.all([
      page.evaluate(keepFromScreen, false),
      page.evaluate(gatherNotes),
      page.evaluate(preparePage, MARK),
      page.evaluate(collapseWhiteSpace),
      page.evaluate(keepFromScreen, true),
    ])
    return result
  })
  let preparation: Preparation = prepared
  const isLong = preparation.texts.join('').length > MOST_CHARACTERS
  const print = (tagged: boolean, pages: readonly number[] = []): Promise<Uint8Array> =>
    examined(() => page.pdf({ ...PAPER, tagged, outline: tagged, pageRanges: pages.join(',') }))
  return {
    get preparation() {
      return preparation
    },
    print: () => print(true),
    beginLayout: async () => {
      await guard(page.evaluate(callOf(breakHyphenLadders, [], LADDERS_TOOLS)) as Promise<void>)
      const [blocks, ends] = await guard(
        Promise.all([page.evaluate(hidePage, BLOCKS, isLong), page.evaluate(markEnds, BLOCKS, isLong), page.evaluate(markTableEnds)]),
      )
      return { blocks, ends }
    },
    printLayout: (pages) => print(false, pages),
    fit: () => guard(page.evaluate(callOf(takeAllHome, [], NOTES_TOOLS)).then(() => page.evaluate(fitPage, NARROWER))),
    placeNotes: (beginning, strayed, moved) => {
      const asked: NotesAsked = {
        blocks: BLOCKS,
        beginning,
        moved,
        strayed,
        mark: MARK,
        marked: preparation.markers.length,
        overlong: OVERLONG,
        continued: CONTINUED,
        keepsWords: !isLong,
      }
      return guard(page.evaluate(callOf(placeNotes, [asked], NOTES_TOOLS)) as Promise<NotesPlaced | undefined>)
    },
    anchorsOfNotes: () => guard(page.evaluate(anchorsOfNotes)),
    loosenTables: (ids) => guard(page.evaluate(loosenTables, ids)),
    wordsOf: (notes) => guard(page.evaluate(wordsOf, notes)),
    linkBefore: (lasts) => guard(page.evaluate(linkBefore, BLOCKS, lasts, PAGE_OF_TEXT)),
    beginningsAmong: (ends) => guard(page.evaluate(beginningsAmong, BLOCKS, ends)),
    beginPages: (numbers) => guard(page.evaluate(beginPages, BLOCKS, numbers)),
    turnPages: (numbers) => guard(page.evaluate(turnPages, BLOCKS, numbers)),
    turnedLeads: () => guard(page.evaluate(turnedLeads, BLOCKS)),
    turnLeadsBack: (leads) => guard(page.evaluate(turnLeadsBack, BLOCKS, leads)),
    displays: () => guard(page.evaluate(displaysIn, BLOCKS)),
    flowingTables: (others) => guard(page.evaluate(callOf(flowingTables, [BLOCKS, others], NOTES_TOOLS)) as Promise<FlowingTables[]>),
    flowText: async (text) => {
      const [, order] = await guard(Promise.all([page.evaluate(turnPages, BLOCKS, text.below), page.evaluate(flowText, BLOCKS, text)]))
      const placeOf = (unit: number): number => (order.includes(unit) ? order.indexOf(unit) : unit)
      const texts = prepared.texts.map((said, index) => ({ said, place: placeOf(units[index]!) }))
      preparation = { ...prepared, texts: texts.toSorted((a, b) => a.place - b.place).map(({ said }) => said) }
    },
    keepLinesTogether: (lines) => guard(page.evaluate(keepLinesTogether, BLOCKS, lines)),
    lastFoot: () => guard(page.evaluate(lastFootOf, BLOCKS)),
    putAtFoot: (place) => guard(page.evaluate(putAtFoot, place)),
    repeatLabels: (numbers) => guard(page.evaluate(repeatLabels, BLOCKS, numbers)),
    endLayout: () => guard(page.evaluate(showPage)),
    keepWordsWhole: (numbers) => guard(page.evaluate(callOf(keepWordsWhole, [BLOCKS, numbers, OVERLONG], WORDS_TOOLS)) as Promise<void>),
    writeLayout: (layout) => guard(writeLayout(page, layout, preparation)),
  }
}

/** The call of a function in the page. @param tools what it does its work with, its last argument */
function callOf(called: (...given: never[]) => unknown, given: readonly unknown[], tools: Readonly<Record<string, unknown>>): string {
  const brought = Object.entries(tools).map(([name, tool]) => `${name}: ${String(tool)}`)
  return `(${String(called)})(...${JSON.stringify(given)}, { ${brought.join(', ')} })`
}

function refusal(reasons: readonly string[]): Error {
  const named = [...new Set(reasons)].map((reason) => reason.slice(0, 200)).join(', ')
  // A picture is known by its alternative text, which tells its line.
  const texts = reasons.flatMap((reason) => /^the picture (.+)$/s.exec(reason)?.[1] ?? [])
  return new Unprintable(`The page asks for what is not in it, or cannot be shown: ${named}`, texts)
}
