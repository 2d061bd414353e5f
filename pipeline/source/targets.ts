import type { LinkFault, Target } from '../model/document.ts'
import { decoded, locate, namesNear, pathIn, type Beside } from './beside.ts'

/** Schemes that a reader may follow from a publication. */
export const KINDS = ['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'geo', 'xmpp', 'sip'] as const

/** A host, and what may stand before it: no empty name between two full stops, and none that is the beginning of another address. */
const HOST = /^\/\/(?!https?(?::\/|\/\/))[^\s/.](?:(?!\.\.)[^\s/])*(?=[/]|$)/i

/** Pattern of a complete address, by scheme. */
const WHOLE: Partial<Record<string, RegExp>> = {
  http: HOST,
  https: HOST,
  ftp: /^\/\/[^\s/]/,
  mailto: /^(?:[^\s@?,;]+@[^\s@?,;]*[^\s@?,;.](?:[,;][^\s@?,;]+@[^\s@?,;]*[^\s@?,;.])*(?:\?|$)|\?)/,
  tel: /\d/,
  sms: /\d/,
}

/** An address on the web without what it begins with; the kinds of place that a path’s first part would hardly end in otherwise. */
const DOMAIN =
  /^(?:https?[;:]?\/{0,2})?(?:www\.\S+|(?:[\p{L}\d-]+\.)+(?:com|org|net|edu|gov|int|info|eu|io|dev|app|al|mk|rs|xk|me|ba|hr|si|bg|gr|tr|ro|hu|at|de|ch|fr|it|es|pt|nl|be|uk|ie|us|ca|срб|мкд)(?::\d+)?(?:[/?#]\S*)?)$/iu
const MAILBOX = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/
/** Files that a browser runs or that change how a server answers; they would act in the publisher’s name. */
const ACTIVE = /\.(?:html?|xhtml?|shtml|svgz?|xml|xslt?|m?js|mht(?:ml)?|php|cgi|aspx?|jsp|hta|swf|wasm)$/i

/** The surroundings of a document to which its links may lead. */
export interface Surroundings {
  readonly id: string
  /** Ids of the publication’s documents. */
  readonly documents: readonly string[]
  readonly beside: Beside
}

/** True if an address can be resolved without looking at files beside the document. */
export function isOnTheWeb(address: string): boolean {
  return /^(?:[a-z][\w+.-]+:|\/\/|#)/i.test(address)
}

/** Resolves an address in a document or its translations. */
export function targetOf(address: string, surroundings: Surroundings): Target {
  const target = placeOf(address, surroundings)
  const meant = target.kind === 'nowhere' && BY_NAME.has(target.fault) ? documentNamed(address, surroundings) : undefined
  return meant === undefined || target.kind !== 'nowhere' ? target : { ...target, near: [meant, ...target.near] }
}

/** Faults of addresses that other tools take for those of another document: /annual-report/, annual-report.md. */
const BY_NAME: ReadonlySet<LinkFault> = new Set(['absolute', 'outside', 'missing', 'markdown', 'active'])

/** The address of another document that a path ends with the name of. */
function documentNamed(address: string, { id, documents }: Surroundings): string | undefined {
  const path = decoded(address.split(/[?#]/, 1)[0]!).replace(/(?:\/(?:index|document|readme)(?:\.\w+)?)?\/*$/i, '')
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|mdx|html?)$/i, '')
  return name !== id && documents.includes(name) ? `../${name}/document.md` : undefined
}

function placeOf(address: string, { id, documents, beside }: Surroundings): Target {
  const nowhere = (fault: LinkFault, near: readonly string[] = []): Target => ({ kind: 'nowhere', fault, near })
  const [, scheme, rest] = /^([a-z][\w+.-]+):(.*)$/is.exec(address) ?? []
  const kind = scheme?.toLowerCase()
  if (kind !== undefined && rest !== undefined && (KINDS as readonly string[]).includes(kind)) {
    if (WHOLE[kind]?.test(rest) ?? rest.trim() !== '') return { kind: 'address', url: `${kind}:${rest}` }
    if (DOMAIN.test(address)) return nowhere('scheme', [`https://${address.replace(/^https?:?\/*/i, '')}`])
    return nowhere('incomplete', DOMAIN.test(rest) ? [`https://${rest}`] : [])
  }
  if (address.trim() === '') return nowhere('empty')
  if (DOMAIN.test(address) && !beside.files.has(decoded(address)))
    return nowhere('scheme', [`https://${address.replace(/^https?[;:]?\/*/i, '')}`])
  if (MAILBOX.test(address) && !beside.files.has(decoded(address))) return nowhere('mailbox', [`mailto:${address.replace(/^\w+:/, '')}`])
  if (kind !== undefined && kind !== 'file') return nowhere('kind')
  const [path, fragment = ''] = [address.split('#', 1)[0]!, /#(.*)$/s.exec(address)?.[1]]
  const place = (document: string): Target => ({ kind: 'place', document, fragment: decoded(fragment).toLowerCase() })
  if (path === '') return place(id)
  const file = locate(id, address, beside)
  if (file.kind === 'nowhere' && (file.fault === 'outside' || file.fault === 'folder' || file.fault === 'missing')) {
    const parts = pathIn(id, path)
    if (parts?.length === 0) return nowhere('above')
    const [folder, name, ...others] = parts ?? []
    if (folder !== undefined && (name === undefined || (name === 'document.md' && others.length === 0))) {
      if (documents.includes(folder)) return place(folder)
      return nowhere(
        'document',
        namesNear(
          folder,
          documents.filter((each) => each !== id),
        ).map((near) => `../${near}/document.md`),
      )
    }
    if (folder !== id && documents.includes(folder ?? '')) return nowhere('foreign', [`../${folder}/document.md`])
  }
  if (file.kind === 'nowhere') return file
  if (file.name === 'document.md') return place(id)
  if (/\.(?:md|markdown|mdx)$/i.test(file.name)) return nowhere('markdown')
  return ACTIVE.test(file.name) ? nowhere('active') : file
}

/** Fragment for the beginning of a page, which is the id of an element there. */
export const BEGINNING = 'top'

/** True if a fragment means the beginning of a page (HTML, 7.4.6.4: “indicated part”). */
export function isBeginning(fragment: string): boolean {
  return fragment === '' || fragment === BEGINNING
}
