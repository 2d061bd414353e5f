import { placeOfText } from '../edition/place-of-text.ts'
import type { Edition } from '../model/edition.ts'
import { BrowserFault } from '../pdf/guard.ts'
import { ThreadFault } from '../pdf/thread.ts'
import { REMEDY, Unprintable } from '../pdf/unprintable.ts'
import { failure, Failure } from '../problem.ts'

/**
 * Returns a failure that concerns one edition alone, such as a malformed interface text. The other editions are made.
 * @throws any other error
 */
export function ownFailure(error: unknown, { tag }: Pick<Edition, 'tag'>): Failure {
  if (error instanceof Failure && error.problems.every(({ edition }) => edition !== undefined && tag.split('+').includes(edition)))
    return error
  throw error
}

/**
 * The failure of an edition in printing. It names a line of the document if the error includes a text of it.
 * @param name of the edition; of a parallel edition that of all its columns
 * @throws Failure if no browser starts, which concerns all editions
 */
export function unprinted(edition: Edition, name: string, error: Error): Failure {
  if (error instanceof Failure) return ownFailure(error, { tag: name })
  const { tag, document } = edition
  const { texts, remedy } = error instanceof Unprintable ? error : { texts: [], remedy: REMEDY }
  return failure({
    rule: 'print',
    file: `content/${document}/document.md`,
    position: texts.map((text) => placeOfText(edition, text)).find((place) => place !== undefined),
    edition: tag,
    document,
    message: `The edition ${name} of this document cannot be printed; what was published of it before stays.`,
    found: error.message,
    expected: 'a page that the browser prints whole',
    remedy: error instanceof BrowserFault || error instanceof ThreadFault ? `${AGAIN} ${elseOf(error)}` : remedy,
  })
}

const AGAIN = 'Build again, with fewer other programs at work.'

function elseOf(error: Error): string {
  const isBlind = error instanceof BrowserFault && error.kind === 'blind'
  return isBlind ? 'Where it stays so, replace what is named here.' : 'Where it stays so, divide the document.'
}
