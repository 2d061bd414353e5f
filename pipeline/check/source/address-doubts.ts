/** Why a whole address may lead a reader nowhere, or not where it seems to lead. */
export interface AddressDoubt {
  readonly message: string
  readonly expected: string
  readonly remedy: string
  /** Absent where it surely leads nowhere. */
  readonly severity?: 'warning' | 'info'
}

/** Signs without a width or a shape, which a reader’s browser sends as part of the address. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/u
/** Hosts of one machine or one network (RFC 6761; RFC 1918; RFC 6762). */
const LOCAL =
  /^(?:localhost|(?:[\w-]+\.)+(?:local|localhost|internal|lan)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})$/i
/** Signs that no name of a host has (RFC 3986, 3.2.2), and that a slip of the hand puts there. */
const NO_HOST = /[,;!"'()|\\“”„‘’«»…]/u
/** A host of one name, such as that of a machine in an office. A name in brackets or braces is filled in by the reader. */
const NAME_ALONE = /^[\p{L}\p{N}-]+(?::\d+)?$/u
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
  if (/^mailto:[^?]*@[^.\s@?,;]+(?:[?,;]|$)/i.test(url))
    return {
      message: 'The part of this e-mail address after the @ has no full stop: no letter arrives there.',
      expected: 'mailto:name@example.org',
      remedy: 'Write the whole address.',
      severity: 'warning',
    }
  if (!web) return undefined
  const [spoilt, right] = [/\\(?=[!-/:-@[-`{-~])|&(?:amp|lt|gt|quot|#\d{2,4});/iu, url.replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '')]
  if (spoilt.test(url))
    return {
      message: 'A program wrote this address for a text and not for a link (\\_ or &amp;): it leads to a page that is not there.',
      expected: right
        .replaceAll(/&amp;/gi, '&')
        .replaceAll(/&lt;/gi, '<')
        .replaceAll(/&gt;/gi, '>')
        .replaceAll(/&quot;/gi, '"'),
      remedy: 'Copy the address anew from where the page is shown.',
    }
  if (url.includes('…'))
    return {
      message: 'This address is shortened: a part of it was left out where it was copied.',
      expected: 'the whole address',
      remedy: 'Open the page, and copy the address from there.',
      severity: 'warning',
    }
  const [, rest, host] = web as unknown as [string, string, string]
  // An address that is shown by itself may be an example for the reader’s own machine.
  if (!isShown && LOCAL.test(host))
    return {
      message: 'This address leads to the machine or the network of whoever wrote it: no reader is there.',
      expected: 'an address on the web, such as https://example.org',
      remedy: 'Give the address under which readers find it, or put ` before and after it where it is meant as an example.',
      severity: 'warning',
    }
  if (NO_HOST.test(host))
    return {
      message: 'A sign stands in the name of this site that no name of a site has.',
      expected: 'letters, digits, hyphens and full stops, such as https://example.org',
      remedy: 'Correct the address; where a sentence goes on after it, put a space between the two.',
    }
  if (!isShown && /[{}<>$*]/.test(host))
    return {
      message: 'The name of this site is one to be filled in: nobody who follows the link arrives anywhere.',
      expected: 'a whole name, such as https://example.org',
      remedy: 'Write the whole address, or put ` before and after it where it is meant as an example.',
      severity: 'warning',
    }
  if (NAME_ALONE.test(host) && !LOCAL.test(host.replace(/:\d+$/, '')))
    return {
      message: 'The name of this site has no full stop: on the web there is no such site.',
      expected: 'a whole name, such as https://example.org',
      remedy: 'Write the whole address, or put ` before and after it where it is meant as an example.',
      severity: isShown ? 'info' : 'warning',
    }
  if (/^https?:\/\/[^\s/?#@:]+:[^\s/?#@]+@/i.test(url) && !isShown)
    return {
      message: 'A name and a password stand in this address: everyone who reads the edition has them.',
      expected: 'the address alone',
      remedy: 'Remove what stands before the @, and the @; change the password if it was a real one.',
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
