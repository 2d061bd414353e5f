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
const NAME_ALONE = /^[\p{L}\p{N}-]+$/u
/** Hosts that check or count who follows a link, and the parameter in which they carry where it leads. */
const WRAPPERS: readonly (readonly [address: RegExp, parameter: string])[] = [
  [/^[\w-]+\.safelinks\.protection\.outlook\.com\//i, 'url'],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url\?/i, 'q'],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url\?/i, 'url'],
  [/^l\.(?:facebook|instagram)\.com\/l\.php\?/i, 'u'],
  [/^(?:www\.)?linkedin\.com\/safety\/go\?/i, 'url'],
]

/** Signs that a program writes before others where an address is a text, and names of signs that only HTML reads. */
const ESCAPES = /\\(?=[!-/:-@[-`{-~])/gu
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
const ENTITY = /&(?:amp|lt|gt|quot|#\d{2,4});/giu

const EXAMPLE = 'or put ` before and after it where it is meant as an example.'

/** An address, and its parts where it is one on the web. */
interface Address {
  readonly url: string
  /** What follows the scheme and a user. */
  readonly rest: string
  readonly host: string
  /** True if the address is all that the reader sees of the link: then it may be an example. */
  readonly isShown: boolean
}

/** A row gives what an address is expected to be, or `true` where that is the same for all; nothing for one that it does not doubt. */
interface Row extends Omit<AddressDoubt, 'expected' | 'message'> {
  readonly find: (address: Address) => string | boolean | undefined
  readonly message: string | ((address: Address) => string)
  readonly expected?: string
}

/** Doubts about any address. */
const ANY: readonly Row[] = [
  {
    find: ({ url }) =>
      INVISIBLE.test(decodedSigns(url)) && url.replaceAll(new RegExp(INVISIBLE, 'gu'), '').replaceAll(/%C2%AD|%E2%80%8B|%EF%BB%BF/gi, ''),
    message: 'A sign that nobody sees stands in this address, so that it leads to a page that is not there.',
    remedy: 'Delete the address, and type it or copy it anew.',
  },
  {
    find: ({ url }) => /^mailto:[^?]*@[^.\s@?,;]+(?:[?,;]|$)/i.test(url),
    message: 'The part of this e-mail address after the @ has no full stop: no letter arrives there.',
    expected: 'mailto:name@example.org',
    remedy: 'Write the whole address.',
    severity: 'warning',
  },
]

/** An address, and an ending of the sentence’s language after it: example.org’da, example.org-та. Where the link shows more than the address, its writer gave it whole. */
const ENDED = /^(https?:\/\/[^\s’'‘]+?[\p{L}\p{N}/%])([’'‘]\p{L}{1,6}|(?<=[a-z])-\p{Script=Cyrillic}{1,5})$/iu

/** Doubts about an address on the web, of which the first counts. */
const WEB: readonly Row[] = [
  {
    find: ({ url }) => {
      const right = url.replaceAll(ESCAPES, '').replaceAll(ENTITY, (name) => ENTITIES[name.toLowerCase()] ?? name)
      return right !== url || url.search(ENTITY) >= 0 ? right : undefined
    },
    message: 'A program wrote this address for a text and not for a link (\\_ or &amp;): it leads to a page that is not there.',
    remedy: 'Copy the address anew from where the page is shown.',
  },
  {
    find: ({ url }) => url.includes('…'),
    message: 'This address is shortened: a part of it was left out where it was copied.',
    expected: 'the whole address',
    remedy: 'Open the page, and copy the address from there.',
    severity: 'warning',
  },
  {
    find: ({ host, isShown }) => !isShown && LOCAL.test(host),
    message: 'This address leads to the machine or the network of whoever wrote it: no reader is there.',
    expected: 'an address on the web, such as https://example.org',
    remedy: `Give the address under which readers find it, ${EXAMPLE}`,
    severity: 'warning',
  },
  {
    find: ({ url, isShown }) => (isShown ? endedAddress(url) : undefined),
    message: 'An ending stands after this address without a space, and is taken into it.',
    remedy: 'Write < before the address and > after it, and the ending after the >; or put a space between the two.',
  },
  {
    // Names of sites are in small letters: “example.org.The”.
    find: ({ host, isShown }) => isShown && /^[^\p{Lu}]+\.[^\p{Lu}]+\.\p{Lu}\p{Ll}+$/u.test(host),
    message: 'A sentence begins right after this address, and its first word is taken into it.',
    expected: 'https://example.org. And a new sentence',
    remedy: 'Put a space after the full stop.',
    severity: 'warning',
  },
  {
    find: ({ host }) => NO_HOST.test(host),
    message: 'A sign stands in the name of this site that no name of a site has.',
    expected: 'letters, digits, hyphens and full stops, such as https://example.org',
    remedy: 'Correct the address; where a sentence goes on after it, put a space between the two.',
  },
  {
    find: ({ host, isShown }) => !isShown && /[{}<>$*]/.test(host),
    message: 'The name of this site is one to be filled in: nobody who follows the link arrives anywhere.',
    expected: 'a whole name, such as https://example.org',
    remedy: `Write the whole address, ${EXAMPLE}`,
    severity: 'warning',
  },
  ...([true, false] as const).map((isExample): Row => ({
    find: ({ host, isShown }) => isShown === isExample && NAME_ALONE.test(host) && !LOCAL.test(host),
    message: 'The name of this site has no full stop: on the web there is no such site.',
    expected: 'a whole name, such as https://example.org',
    remedy: `Write the whole address, ${EXAMPLE}`,
    severity: isExample ? 'info' : 'warning',
  })),
  {
    find: ({ url, isShown }) => !isShown && /^https?:\/\/[^\s/?#@:]+:[^\s/?#@]+@/i.test(url),
    message: 'A name and a password stand in this address: everyone who reads the edition has them.',
    expected: 'the address alone',
    remedy: 'Remove what stands before the @, and the @; change the password if it was a real one.',
    severity: 'warning',
  },
  {
    find: ({ rest }) => WRAPPERS.flatMap(([address, name]) => (address.test(rest) ? (parameterOf(rest, name) ?? []) : []))[0],
    message: 'This address leads through a service that checks or counts who follows it.',
    remedy: 'Write the address that it leads to.',
    severity: 'warning',
  },
  {
    find: ({ host }) => mixedLabel(host) !== undefined,
    message: ({ host }) => `Letters of two scripts stand in one name of this address (${mixedLabel(host)!}), which looks like another.`,
    expected: 'letters of one script',
    remedy: 'Delete the address, and type it or copy it anew.',
    severity: 'warning',
  },
]

/** The doubt about an address. @param isShown true if the address is all that the reader sees of the link */
export function addressDoubt(url: string, isShown: boolean): AddressDoubt | undefined {
  const [, rest = '', host = ''] = /^https?:\/\/(?:[^\s/@]*@)?(([^\s/?#:]+).*)$/isu.exec(url) ?? []
  const address: Address = { url, rest, host, isShown }
  for (const { find, message, expected, ...saying } of host === '' ? ANY : [...ANY, ...WEB]) {
    const found = find(address)
    if (found === undefined || found === false) continue
    return { ...saying, message: typeof message === 'string' ? message : message(address), expected: expected ?? String(found) }
  }
  return undefined
}

/** An address that an ending follows, as both are told apart: in the path a sign of a name may stand, and tells nothing where it is no curled one. */
function endedAddress(url: string): string | undefined {
  const [, address, ending] = ENDED.exec(url) ?? []
  if (address === undefined || ending === undefined) return undefined
  return `<${address.replace(/^http:\/\/(?=www\.)/i, 'https://')}>${ending}`
}

/** A part of a host’s name in which letters of two scripts stand. */
function mixedLabel(host: string): string | undefined {
  return host.split('.').find((label) => /[A-Za-z]/.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label))
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
