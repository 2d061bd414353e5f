import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'
import { bodyHtml, type Addresses } from './body.ts'

/** HTML of bodies that lead to no other edition. */
const bodies = new WeakMap<Edition['body'], string>()

/** The HTML of an edition’s body for the web. One that leads to no other edition is the same in the site and in an offline package, and made once. */
export function webBody({ body }: Edition, addresses: Addresses, words: Interface): string {
  const known = bodies.get(body)
  if (known !== undefined) return known
  let leadsAway = false
  const lead: Addresses['lead'] = (to) => {
    leadsAway ||= to.kind === 'edition'
    return addresses.lead(to)
  }
  const html = bodyHtml(body, { ...addresses, lead }, words)
  if (!leadsAway) bodies.set(body, html)
  return html
}
