/** An address as office programs leave it: they write a slash after a bare host, which no text of ours has, and blanks as they are. */
export function addressOf(written: string): string {
  return written.replace(/^(https?:\/\/[^/?#]+)\/$/i, '$1').replaceAll(' ', '%20')
}

/**
 * True for an address that comes back from office programs as it is. They take a relative one for a file on the disk, and write signs
 * instead of their codes.
 */
export function isShowable(address: string): boolean {
  const isPlain = /^(?:https?:\/\/[a-z\d.-]+(?::\d+)?(?:[/?#][\w\-.~!$&*+,;=:@/?#]*)?|mailto:[\w.+-]+@[\w.-]+)$/.test(address)
  return isPlain && addressOf(address) === address && address.indexOf('#') === address.lastIndexOf('#')
}
