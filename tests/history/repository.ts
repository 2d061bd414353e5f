import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { confirm } from '../../pipeline/catalog/confirm.ts'
import { readTextCollection, type TextCollection } from '../../pipeline/catalog/text-collection.ts'
import { statesOf } from '../../pipeline/catalog/states.ts'
import { writePending } from '../../pipeline/catalog/sync.ts'
import type { SegmentState } from '../../pipeline/model/catalog.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { usualShell } from '../shell.ts'

const FRONT = '---\ntitle: Paper\nkind: Report\ndescription: One sentence.\ndate: 2026-05-31\n---\n\n'
export const DOCUMENT = 'content/paper/document.md'
export const ENGLISH = 'locales/en/paper.json'
export const ALBANIAN = 'locales/sq/paper.json'
export const LEDGER = 'locales/ledger/sq/paper.json'

/** A publication in a git repository, and what its authors and translators do. Its clock stands still unless it is moved. */
export class Repository {
  readonly top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'editions-git-'))
  readonly root: string
  /** Seconds since 1970. */
  clock = 1_780_000_000

  /** @param below the publication’s folder in the repository */
  constructor(below = '.') {
    this.root = join(this.top, below)
    this.write('content/publication.yaml', 'title: T\npublisher: P\neditions: [sq, en]\n')
    this.git('init', '--quiet', '--initial-branch=main', this.top)
  }

  /** Runs git and says whether it succeeded. */
  tryGit(...command: readonly string[]): { readonly ok: boolean; readonly said: string } {
    const date = `${this.clock} +0000`
    const own = ['-c', 'core.editor=true', '-c', 'advice.detachedHead=false', '-C', this.root]
    const { status, said } = usualShell().run(['git', ...own, ...command], {
      HOME: this.top,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    })
    return { ok: status === 0, said }
  }

  git(...command: readonly string[]): string {
    const { ok, said } = this.tryGit(...command)
    if (!ok) throw new Error(`git ${command.join(' ')}: ${said}`)
    return said
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true })
    writeFileSync(join(this.root, path), content)
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8')
  }

  texts(path: string): Record<string, string> {
    return existsSync(join(this.root, path)) ? (JSON.parse(this.read(path)) as Record<string, string>) : {}
  }

  /** The paragraphs of the document. */
  get paragraphs(): string[] {
    return this.read(DOCUMENT).slice(FRONT.length).split('\n\n')
  }

  set paragraphs(paragraphs: readonly string[]) {
    this.write(DOCUMENT, FRONT + paragraphs.join('\n\n'))
  }

  /** Writes a translation over what stands at a key. */
  translate(key: string, text: string): void {
    this.write(ALBANIAN, layOut({ ...this.texts(ALBANIAN), [key]: text }))
  }

  async collection(): Promise<TextCollection> {
    const publication = await readPublication(this.root)
    return readTextCollection(publication, publication.documents)
  }

  async sync(): Promise<void> {
    await writePending(await readPublication(this.root), (await this.collection()).pending)
  }

  async accept(key: string): Promise<void> {
    const collection = await this.collection()
    const { ledgers } = confirm(collection, { tag: 'sq', document: 'paper', keys: [key], review: undefined })
    const publication = await readPublication(this.root)
    await writePending(publication, collection.pending, { catalogs: [], ledgers, moved: [] })
  }

  /** English → the Albanian text and its state. */
  async states(): Promise<Map<string, { readonly key: string; readonly text: string; readonly state: SegmentState }>> {
    const [texts] = (await this.collection()).documents
    const states = statesOf('sq', texts!.document.segments, texts!)
    const { entries } = texts!.translations.find(({ tag }) => tag === 'sq')!
    return new Map(
      texts!.document.segments.map(({ key, text: english }) => [
        english,
        { key, text: entries.get(key)?.text ?? '', state: states.get(key)! },
      ]),
    )
  }

  /** Commits all that changed; says whether anything had. */
  commit(subject: string): boolean {
    this.clock += 60
    this.git('add', '--all')
    return this.tryGit('commit', '--quiet', '-m', subject).ok
  }

  remove(): void {
    rmSync(this.top, { recursive: true })
  }
}

/** As the tool lays out a locale file. */
function layOut(texts: Readonly<Record<string, string>>): string {
  return `{\n${Object.entries(texts)
    .map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)}`)
    .join(',\n\n')}\n}\n`
}
