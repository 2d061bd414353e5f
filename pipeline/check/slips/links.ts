import type { Link, Paragraph, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Slip } from './slip.ts'

/** Slips that show between a link and what stands around it, or between its words and its address. */
export function* linkSlips({ children }: Pick<Paragraph, 'children'>, source: string): Generator<Slip> {
  for (const [index, node] of children.entries()) {
    const [before, after] = [children[index - 1], children[index + 1]]
    if (
      node.type === 'linkReference' &&
      node.referenceType === 'shortcut' &&
      /(?<!\\)\[[^[\]\n]*\p{L}[^[\]\n]*\][ \t]$/u.test(written(before, source))
    )
      yield {
        offset: node.position!.start.offset!,
        sure: false,
        message: 'A space parts these brackets from the ones before, so that only the second are a link, with the name as its words.',
        found: `${written(before, source).slice(-40)}${written(node, source)}`,
        expected: '[words][name]',
        remedy: 'Remove the space between the brackets.',
      }
    if (node.type !== 'link') continue
    if (/\.(?:png|jpe?g|gif|svg|webp)$/i.test(node.url) && /(?:^|\s)![ \t]$/.test(written(before, source)))
      yield {
        offset: node.position!.start.offset!,
        sure: true,
        message: 'This is meant as a picture, but a space stands after the !: the reader would see the sign and a link.',
        found: `! ${written(node, source)}`.slice(0, 60),
        expected: '![what the picture shows](file.png)',
        remedy: 'Remove the space after the !.',
      }
    const isBare = !written(node, source).startsWith('[')
    if (isBare && node.url.startsWith('mailto:') && /(?:^|[\s(“„"])@$/u.test(written(before, source))) {
      const [name, host] = node.url.slice('mailto:'.length).split('@')
      yield {
        offset: node.position!.start.offset! - 1,
        sure: false,
        message: 'This is the name of a person in a network such as Mastodon, and is taken for an e-mail address.',
        found: `@${name}@${host}`,
        expected: `[@${name}@${host}](https://${host}/@${name})`,
        remedy: 'Write it as a link to the person’s page, as shown.',
      }
    }
    const rest = after?.type === 'text' ? /^\n[ \t>]*([\p{Ll}\d][\w./%-]*)/u.exec(after.value)?.[1] : undefined
    if (isBare && /[-_/=&?%]$/.test(node.url) && rest !== undefined && /[./-]\w|\d/.test(rest))
      yield {
        offset: node.position!.start.offset!,
        sure: false,
        message: 'This address is parted by the end of the line, and leads to its first part alone.',
        found: `${node.url} ${rest}`,
        expected: `${node.url}${rest}`,
        remedy: 'Write the address on one line, without a space in it.',
      }
    const next =
      after?.type === 'text'
        ? /^ (?:[\p{L}\d_-]+\/[\p{L}\d ./_-]*|[\p{L}\d_-]+)\.(?:pdf|docx?|xlsx?|pptx?|zip)(?!\w)/u.exec(after.value)?.[0]
        : undefined
    if (isBare && next !== undefined && /\/\/[^/]+\/(?:.*\/)?[^/.]+$/.test(node.url))
      yield {
        offset: node.position!.start.offset!,
        sure: false,
        message: 'A space stands in this address, so that it leads to its first part alone.',
        found: `${node.url}${next}`,
        expected: `${node.url}${next}`.replaceAll(' ', '%20'),
        remedy: 'Write %20 in the place of each space.',
      }
    const [own, shown] = [hostOf(node.url), isBare ? undefined : hostOf(shownAddress(node))]
    if (own !== undefined && shown !== undefined && !own.endsWith(shown) && !shown.endsWith(own))
      yield {
        offset: node.position!.start.offset!,
        sure: false,
        message: 'The words of this link are an address, and it leads to another one.',
        found: `[${toString(node)}](${node.url})`,
        expected: 'the same address in both',
        remedy: 'Correct the one that is wrong, or write in words where the link leads.',
      }
  }
}

/** The words of a link if they are an address on the web. */
function shownAddress(link: Link): string {
  const words = toString(link).trim()
  return /^(?:https?:\/\/|www\.)\S+$/i.test(words) ? words : ''
}

/** The host of an address, without www. */
function hostOf(address: string): string | undefined {
  return /^(?:https?:\/\/)?(?:www\.)?([^\s/?#:]+\.[\p{L}\d-]{2,})(?:[/?#:]|$)/iu
    .exec(/^(?:https?:|www\.)/i.test(address) ? address : '')?.[1]
    ?.toLowerCase()
}

function written(node: PhrasingContent | undefined, source: string): string {
  return node?.position ? source.slice(node.position.start.offset, node.position.end.offset) : ''
}
