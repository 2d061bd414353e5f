import type { Tag } from '../model.ts'

/** What a language’s words look like when their diacritics were not typed. */
interface Diacritics {
  /** Letters with a diacritic, to their base. */
  readonly base: Readonly<Record<string, string>>
  /** Frequent words whose bare form is no word of the language: bare → right. */
  readonly words: ReadonlyMap<string, string>
  /** A text of so many letters without a single such letter is not written with the right keyboard. */
  readonly expectedWithin: number
}

function bare(words: string, base: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    words
      .trim()
      .split(/\s+/)
      .map((word) => [
        Array.from(word)
          .map((letter) => base[letter] ?? letter)
          .join(''),
        word,
      ]),
  )
}

const ALBANIAN = { ë: 'e', ç: 'c' }
const SERBIAN = { č: 'c', ć: 'c', š: 's', ž: 'z', đ: 'd' }

/** Words of which neither the bare form nor the right one is a matter of judgement. In Albanian every ninth letter or so is ë. */
export const DIACRITICS: Readonly<Partial<Record<Tag, Diacritics>>> = {
  sq: {
    base: ALBANIAN,
    words: bare(
      `është për një që gjithë shumë këtë kështu nëse bëhet bërë bëjnë janë kanë ndërmjet jetën shtetëror kosovë shqipëri gjuhë
      gjuhën përmes përmbajtje përmbajtjet përdorin përbashkët përgjithshëm gjatë ndërsa këshilli dhunshëm ekstremizëm çdo
      çfarë çështje çështjen çështjet dytë tretë katër pesë gjashtë shtatë tetë nëntë dhjetë drejtën mënyrë mënyrën njëjtë
      vetëm tjetër veçantë pjesëmarrës pjesëmarrësit konferencën konferencës shoqëri shoqëria shoqërisë bashkëpunim
      bashkëpunimi përfaqësues përfaqësuesit qëllim qëllimi`,
      ALBANIAN,
    ),
    expectedWithin: 90,
  },
  'sr-Latn': {
    base: SERBIAN,
    words: bare(
      `što šta može mogućnost takođe već zašto još čovek kaže preduzeće preduzeća društvo društva društvene društvenih mreža
      mreže mreži mrežama država države državi državama učesnik učesnici učesnika sprečavanje sprečavanja sprečavanju sprečiti
      stručnjak stručnjaci stručnjaka sadržaj sadržaja sadržaje opšti opšte izveštaj izveštaja zaključak zaključci rešenje
      rešenja način načina načinom više između među vođa čini čine činili veći većina većine početak početka održana održan
      održano`,
      SERBIAN,
    ),
    expectedWithin: 120,
  },
}
