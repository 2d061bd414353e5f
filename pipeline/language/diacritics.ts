import type { Tag } from '../model/language.ts'

/** What a language’s words look like when their diacritics were not typed. */
interface Diacritics {
  /** Letters with a diacritic, to their base. */
  readonly base: Readonly<Record<string, string>>
  /** Frequent words whose bare form is no word of the language: bare → right. (Not që, gjuhë, vođa, među: qe, gjuhe, voda and medu are words.) */
  readonly words: ReadonlyMap<string, string>
  /** Bare forms that are words too, where the English has what they mean. */
  readonly unless: Readonly<Record<string, RegExp>>
  /** A text of so many letters without a single such letter is suspect: one of its words has them elsewhere in the document. */
  readonly expectedWithin: number
  /** A text of so many letters without a single such letter is not written with the right keyboard. */
  readonly certainWithin: number
}

function bare(words: string, base: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    words
      .trim()
      .split(/\s+/)
      .map((word) => [bareForm(word, base), word]),
  )
}

/** A word without its diacritics, in lower case. */
export function bareForm(word: string, base: Readonly<Record<string, string>>): string {
  return Array.from(word, (letter) => base[letter] ?? letter).join('')
}

const ALBANIAN = { ë: 'e', ç: 'c' }
const SERBIAN = { č: 'c', ć: 'c', š: 's', ž: 'z', đ: 'd' }

/** Words of which neither the bare form nor the right one is a matter of judgement. In Albanian every ninth letter or so is ë. */
export const DIACRITICS: Readonly<Partial<Record<Tag, Diacritics>>> = {
  sq: {
    base: ALBANIAN,
    words: bare(
      `është për një gjithë shumë këtë kështu nëse bëhet bërë bëjnë janë kanë ndërmjet jetën shtetëror shqipëri
      gjuhën përmes përmbajtje përmbajtjet përdorin përbashkët përgjithshëm gjatë ndërsa këshilli dhunshëm ekstremizëm çdo
      çfarë çështje çështjen çështjet dytë tretë katër pesë gjashtë shtatë tetë nëntë dhjetë drejtën mënyrë mënyrën njëjtë
      vetëm tjetër veçantë pjesëmarrës pjesëmarrësit konferencën konferencës shoqëri shoqëria shoqërisë bashkëpunim
      bashkëpunimi përfaqësues përfaqësuesit qëllim qëllimi`,
      ALBANIAN,
    ),
    unless: {},
    expectedWithin: 90,
    certainWithin: 90,
  },
  'sr-Latn': {
    base: SERBIAN,
    words: bare(
      `što šta može mogućnost takođe već zašto još čovek kaže preduzeće preduzeća društvo društva društvene društvenih mreža
      mreže mreži mrežama država države državi državama učesnik učesnici učesnika sprečavanje sprečavanja sprečavanju sprečiti
      stručnjak stručnjaci stručnjaka sadržaj sadržaja sadržaje opšti opšte izveštaj izveštaja zaključak zaključci rešenje
      rešenja način načina načinom više između čini čine činili veći većina većine početak početka održana održan
      održano žena žene ženu ženama muškarac muškarci muškaraca biće bića svešću suđenja suđenju suđenje krivično krivični
      krivičnog krivične krivična ograničenja ograničenje ograničenju učestvuje učestvovati učestvuju učešće učešća uživa uživati
      uživaju naučni naučnom naučnog naučne zaštita zaštite zaštitu zaštiti odlučuje odlučivanje mišljenje mišljenja obezbeđene
      obezbeđen obezbeđuje čovečanstva član članovi članova članak člana stručno stručna stručni rešiti sledeći sledeća sledeće
      postići značaj značajno značajan uključujući uključuje pomoću obaveštenja obaveštava izveštaji izveštaju`,
      SERBIAN,
    ),
    unless: { sto: /hundred|100|\btables?\b|\bdesks?\b|cent(?:ur|enar)/i, vise: /\bhang/i },
    expectedWithin: 100,
    certainWithin: 220,
  },
}
