/** Why a whole address may lead a reader nowhere, or not where it seems to lead. */
export interface AddressDoubt {
  readonly message: string
  readonly expected: string
  readonly remedy: string
  /** Absent where it surely leads nowhere. */
  readonly severity?: 'warning'
}

/** Signs without a width or a shape, which a reader’s browser sends as part of the address. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/u
/** Hosts of one machine or one network (RFC 6761; RFC 1918; RFC 6762). */
const LOCAL =
  /^(?:localhost|(?:[\w-]+\.)+(?:local|localhost|internal|lan)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})$/i
/** Hosts that check or count who follows a link, and the parameter in which they carry where it leads. */
const WRAPPERS: readonly (readonly [address: RegExp, parameter: string])[] = [
  [/^[\w-]+\.safelinks\.protection\.outlook\.com\//i, 'url'],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url\?/i, 'q'],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url\?/i, 'url'],
  [/^l\.(?:facebook|instagram)\.com\/l\.php\?/i, 'u'],
  [/^(?:www\.)?linkedin\.com\/safety\/go\?/i, 'url'],
]

/** The doubt about an address on the web. @param isShown true if the address is all that the reader sees of the link */
export function addressDoubt(url: string, isShown: boolean): AddressDoubt | undefined {
  const web = /^https?:\/\/(?:[^\s/@]*@)?(([^\s/?#:]+).*)$/isu.exec(url)
  if (INVISIBLE.test(decodedSigns(url)))
    return {
      message: 'A sign that nobody sees stands in this address, so that it leads to a page that is not there.',
      expected: url.replaceAll(new RegExp(INVISIBLE, 'gu'), '').replaceAll(/%C2%AD|%E2%80%8B|%EF%BB%BF/gi, ''),
      remedy: 'Delete the address, and type it or copy it anew.',
    }
  if (!web) return undefined
  const [, rest, host] = web as unknown as [string, string, string]
  // An address that is shown by itself may be an example for the reader’s own machine.
  if (!isShown && LOCAL.test(host))
    return {
      message: 'This address leads to the machine or the network of whoever wrote it: no reader is there.',
      expected: 'an address on the web, such as https://example.org',
      remedy: 'Give the address under which readers find it, or put ` before and after it where it is meant as an example.',
      severity: 'warning',
    }
  const [, parameter] = WRAPPERS.find(([address, name]) => address.test(rest) && parameterOf(rest, name) !== undefined) ?? []
  if (parameter)
    return {
      message: 'This address leads through a service that checks or counts who follows it.',
      expected: parameterOf(rest, parameter)!,
      remedy: 'Write the address that it leads to.',
      severity: 'warning',
    }
  const mixed = host.split('.').find((label) => /[A-Za-z]/.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label))
  if (mixed)
    return {
      message: `Letters of two scripts stand in one name of this address (${mixed}), which looks like another.`,
      expected: 'letters of one script',
      remedy: 'Delete the address, and type it or copy it anew.',
      severity: 'warning',
    }
  return undefined
}

/** The address that a parameter carries. */
function parameterOf(rest: string, name: string): string | undefined {
  const value = new URLSearchParams(rest.slice(rest.indexOf('?') + 1)).get(name)
  return value && /^https?:\/\//i.test(value) ? value : undefined
}

function decodedSigns(url: string): string {
  return url.replaceAll(/(?:%[\da-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs)
    } catch {
      return signs
    }
  })
}
