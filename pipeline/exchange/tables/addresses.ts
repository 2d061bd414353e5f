/** An address as office programs leave it: they write a slash after a bare host, which no text of ours has. */
export function addressOf(written: string): string {
  return written.replace(/^(https?:\/\/[^/?#]+)\/$/i, '$1')
}

/**
 * True for an address that comes back from office programs as it is. They take a relative one for a file on the disk, and write signs
 * in another way.
 */
export function isShowable(address: string): boolean {
  return (
    /^(?:https?:\/\/[a-z\d.-]+(?::\d+)?(?:[/?#][\w\-.~!$&*+,;=:@/?%#]*)?|mailto:[\w.+-]+@[\w.-]+)$/.test(address) &&
    addressOf(address) === address
  )
}
