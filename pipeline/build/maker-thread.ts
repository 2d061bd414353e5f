/** The thread that makes documents, beside the main one. It reads what they are made from, and writes nothing. */
import { openInputs } from '../files/inputs.ts'
import { useOwnPacks } from '../language/registry.ts'
import type { PrintingHost } from '../jobs/printing-host.ts'
import type { SharedPrinting } from '../jobs/shared-printing.ts'
import { serveThread } from '../pdf/thread.ts'
import { openView, type View } from '../project/project.ts'
import { readOwnPacks } from '../publication/own-packs.ts'
import { KEY_VARIABLE, openSigner } from '../publish/signature.ts'
import { openMaker, type DocumentMaker, type MakerOrder, type NewDocument } from './document-maker.ts'
import type { BuildRecord } from './record.ts'
import { findStanding, type Asked } from './standing.ts'
import { openVersions } from './versions.ts'

/** Functions of a thread that makes documents. */
export interface MakerFunctions {
  /** @throws Failure as `openMaker` and `openThreadPrinter` do */
  begin(told: ToldToThread): Promise<void>
  /** @throws Failure as a DocumentMaker does */
  make(id: string): Promise<NewDocument>
}

/** What a thread is told, as plain data. It sees the publication as the main thread read it. */
export interface ToldToThread
  extends
    Pick<View, 'publication' | 'history'>,
    Pick<MakerOrder, 'tags' | 'formats' | 'hasPages'>,
    Pick<Asked, 'output' | 'versions' | 'publicKey'> {
  readonly record: BuildRecord
  readonly toMake: ReadonlySet<string>
  /** Absent if nothing is printed. */
  readonly printing: SharedPrinting | undefined
}

let maker: DocumentMaker | undefined

const functions: MakerFunctions = {
  begin: async (told) => void (maker = await begin(told)),
  make: async (id) => maker!(id),
}

async function begin({ publication, history, record, toMake, hasPages, printing, ...asked }: ToldToThread): Promise<DocumentMaker> {
  useOwnPacks(await readOwnPacks(publication.root))
  const view = openView({ publication, history }, openInputs(), (open) => open())
  const standing = findStanding({ view, documents: [], ...asked }, record)
  const { tags, formats, output } = asked
  const order = {
    publication,
    tags,
    formats,
    hasPages,
    standing,
    isPublished: (path: string) => output.published.has(path),
    versionsOf: openVersions(publication, output),
    rowOf: (id: string) => (toMake.has(id) ? undefined : standing.rowOf(id)),
  }
  const printer = printing && (await (await import('../jobs/shared-printing.ts')).openThreadPrinter(printing, host))
  const means = { printer, signer: openSigner(process.env[KEY_VARIABLE]) }
  return openMaker(order, await view.queries(), means, () => undefined)
}

const host = serveThread<PrintingHost>(functions)
