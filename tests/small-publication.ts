import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { usualCommands } from './commands.ts'

/** A publication of a few files, with the project’s own publisher, and what commands make of it. */
export interface SmallPublication {
  readonly root: string
  /** Runs a command as a person does. */
  run(...command: readonly string[]): { readonly status: number | null; readonly said: string }
  read(path: string): string
  write(path: string, content: string): void
  /** The PDF of a document, `paper` where none is named, in a language. */
  pdf(tag: string, document?: string): Promise<PDFDocumentProxy>
  remove(): void
}

/** Lays out a publication in a folder of its own. @param files path → content */
export function createPublication(files: Readonly<Record<string, string | Uint8Array>>): SmallPublication {
  const root = mkdtempSync(join(tmpdir(), 'editions-small-'))
  for (const shared of ['sq', 'mk', 'sr-Cyrl'].map((tag) => `locales/${tag}/site.json`)) cpSync(shared, join(root, shared))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return {
    root,
    run: (...command) => {
      const { status, stdout, stderr } = usualCommands().run(['--root', root, ...command], { environment: process.env })
      return { status, said: stdout + stderr }
    },
    write: (path, content) => writeFileSync(join(root, path), content),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    pdf: (tag, document = 'paper') => {
      const data = new Uint8Array(readFileSync(join(root, `output/${tag}/${document}/${document}.${tag}.pdf`)))
      return getDocument({ data, verbosity: 0 }).promise
    },
    remove: () => rmSync(root, { recursive: true }),
  }
}

/** Templates and styles of the project, for a publication that has its own. @param names such as `web.hbs` */
export function ownTemplates(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`templates/${name}`, readFileSync(join('templates', name), 'utf8')]))
}

/** A line of print: its text, and where it begins and ends, in points from the left and from the foot. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
}

/** The lines of each page, from the head to the foot. */
export async function linesOf(pdf: PDFDocumentProxy): Promise<Line[][]> {
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent()
      const printed = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
      const byHeight = Map.groupBy(printed, ({ transform }) => Math.round(transform[5] as number))
      return [...byHeight]
        .sort(([a], [b]) => b - a)
        .map(([y, parts]) => {
          const sorted = parts.toSorted((a, b) => (a.transform[4] as number) - (b.transform[4] as number))
          const last = sorted.at(-1)!
          return {
            text: sorted.map(({ str }, at) => (isApart(sorted[at - 1], sorted[at]!) ? ` ${str}` : str)).join(''),
            left: sorted[0]!.transform[4] as number,
            right: (last.transform[4] as number) + last.width,
            y,
          }
        })
    }),
  )
}

interface Part {
  readonly transform: readonly number[]
  readonly width: number
}

/** Whether a part of a line stands at a distance from the one before. */
function isApart(before: Part | undefined, { transform }: Part): boolean {
  return before !== undefined && transform[4]! - before.transform[4]! - before.width > 1
}

/** A grey picture. */
export function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 0x99)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}
