import pLimit from 'p-limit'
import { beginPrint } from '../../formats/pdf.ts'
import { loadHyphenation } from '../../language/hyphenation.ts'
import { originOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import type { Printer } from '../../pdf/printer.ts'
import type { Desk } from './desk.ts'

/** One at a time: a print takes the whole machine for a second. */
const turns = pLimit(1)

/** The PDF of an edition as its texts are now. @throws Failure where it cannot be printed */
export function printEdition({ publication, queries }: Desk, tag: Tag, id: string, printer: Printer): Promise<Uint8Array> {
  return turns(async () => {
    const { shared } = queries
    const { english, translations } = (await queries.document(id)).opened.reconciled
    const composed = await queries.edition(id, tag)
    const textsOf = (of: Tag): string[] =>
      [english, ...translations].flatMap((each) => (each.tag === (originOf(of) ?? of) ? [...each.entries.values()].map(({ text }) => text) : [])) // prettier-ignore
    const tags = [...new Set([tag, english.tag])]
    const hyphenation = new Map(await Promise.all(tags.map(async (of) => [of, await loadHyphenation(of, textsOf(of))] as const)))
    const logo = shared.logo && { picture: shared.logo, address: undefined }
    const buildContext = {
      publication,
      theme: await shared.theme(),
      makers: new Map(),
      printer,
      assets: undefined,
      versionsOf: () => [],
      signer: undefined,
      logo,
    }
    const begun = beginPrint({ tag, document: id }, { siblings: publication.editions, beside: [], hyphenation }, buildContext)
    const rendered = await begun.render(composed)
    const [printed] = await rendered.finish({ artifactsOf: async () => [], layout: undefined })
    return printed!.bytes
  })
}
