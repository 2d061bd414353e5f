/** What `theme:` says: how a publisher’s documents look. */
import * as v from 'valibot'
import type { Look } from '../model/publication.ts'
import { failure, type Position } from '../problem.ts'
import { accentOf, colour } from './accent.ts'
import { filled, group, yesOrNo } from './schema.ts'

const picture = filled('the name of a picture beside publication.yaml')
const alternative = filled('what the logo says, for those who do not see it')

/** A logo’s file; with its words where they are not the publisher’s name alone. */
const logo = v.lazy((value) => (typeof value === 'object' && value !== null ? group({ picture, alternative }) : picture))

/** The fields of `theme:`. */
export const look = group({
  logo: v.optional(logo),
  accent: v.optional(colour),
  band: v.optional(yesOrNo, false),
  text: v.optional(v.picklist(['serif', 'sans'], 'serif or sans'), 'serif'),
})

/** What a logo says, where it is told. */
export function logoWordsOf({ logo: given }: v.InferOutput<typeof look>): string | undefined {
  return typeof given === 'object' ? given.alternative : undefined
}

/** `logo:` beside `theme:`, where it stood before there was a theme, is taken as well. */
export const formerLogo = v.optional(picture)

/**
 * How documents look.
 * @param position where the file says something
 * @throws Failure for an accent that cannot be read, and where two logos are named
 */
export async function lookOf(
  { theme, logo: former }: { readonly theme: v.InferOutput<typeof look>; readonly logo: string | undefined },
  file: string,
  position: (path: readonly PropertyKey[]) => Position,
): Promise<Look> {
  const { logo: given, accent, band, text } = theme
  if (given !== undefined && former !== undefined) {
    throw failure({
      rule: 'schema',
      file,
      position: position(['logo']),
      message: 'A logo is named twice: here, and under “theme”.',
      found: `“${former}”`,
      expected: 'one logo, under “theme”',
      remedy: 'Remove this line.',
    })
  }
  const named = given === undefined ? former && { picture: former } : typeof given === 'string' ? { picture: given } : given
  const path = given === undefined ? ['logo'] : ['theme', 'logo', ...(typeof given === 'string' ? [] : ['picture'])]
  return {
    ...(named && { logo: { file: named.picture, position: position(path) } }),
    ...(accent !== undefined && { accent: await accentOf(accent, file, position(['theme', 'accent'])) }),
    band,
    text,
  }
}
