/**
 * Makes `.github/pages.png`, README’s picture of pages: those of the first publication, and of the examples in another publisher’s
 * look. Made anew after the look of pages has changed, with poppler-utils and imagemagick: node .ci/pages.ts
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Each by its example, nothing for the first publication; document, edition, page. */
const PAGES = [
  ['', 'conference-summary', 'sq', 1],
  ['', 'conference-summary', 'mk', 3],
  ['', 'conference-summary', 'sq', 2],
  ['', 'conference-summary', 'sr-Cyrl', 7],
  ['letter', 'letter', 'sq', 1],
  ['brief', 'brief', 'hr', 2],
  ['report', 'report', 'sr-Latn', 1],
  ['report', 'report', 'en', 4],
] as const

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 34" fill="none" stroke="#1f5c4d" stroke-width="4">
${[6, 17, 28].map((y) => `<path d="M2 ${y}c6 -6 12 -6 18 0s12 6 18 0"/>`).join('\n')}
</svg>
`
/** Who publishes the examples: their texts speak of it so. A name that is missing would make them drafts. */
const PUBLISHER: Readonly<Record<string, string>> = { en: 'The municipality', sq: 'Komuna', hr: 'Općina', 'sr-Cyrl': 'Општина' }
const THEME = '\ntheme:\n  logo: logo.svg\n  accent: "#1f5c4d"\n'
const [COLUMNS, WIDTH, GAP, GROUND] = [4, 500, 12, '#d9d4c7']

function run(command: string, ...given: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, given, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${given.join(' ')}: ${error?.message ?? stderr}`)
}

const folder = mkdtempSync(join(tmpdir(), 'editions-pages-'))
try {
  for (const [example, document] of new Map(PAGES.map((page) => [page[0], page[1]]))) {
    const [root, out] = [example === '' ? '.' : join(folder, example), join(folder, `output-${example}`)]
    const editions = PAGES.flatMap(([of, , edition]) => (of === example ? [edition] : []))
    if (example !== '') {
      mkdirSync(root)
      run('npm', 'run', '-s', 'editions', '--', 'init', root, '--example', example)
      writeFileSync(join(root, 'content/logo.svg'), LOGO)
      const publication = join(root, 'content/publication.yaml')
      const written = readFileSync(publication, 'utf8')
        .replace(/^editions: .*$/m, `editions: [${editions.join(', ')}]`)
        .replace(/^publisher: .*$/m, `publisher: ${PUBLISHER['en']}`)
      writeFileSync(publication, written + THEME)
      // What its translations answer is known before they are there.
      run('npm', 'run', '-s', 'editions', '--', '--root', root, 'sync')
      for (const [tag, publisher] of Object.entries(PUBLISHER).slice(1)) {
        mkdirSync(join(root, 'locales', tag), { recursive: true })
        writeFileSync(join(root, 'locales', tag, 'site.json'), JSON.stringify({ publisher }))
      }
    }
    run('npm', 'run', '-s', 'editions', '--', '--root', root, 'build', document, '--edition', editions.join(','), '--out', out)
  }
  const pictures = PAGES.map(([example, document, edition, page], index) => {
    const picture = join(folder, `${index}`)
    const pdf = join(folder, `output-${example}`, edition, document, `${document}.${edition}.pdf`)
    run('pdftoppm', '-png', '-singlefile', '-f', `${page}`, '-scale-to-x', `${WIDTH}`, '-scale-to-y', '-1', pdf, picture)
    return `${picture}.png`
  })
  const gaps = ['-tile', `${COLUMNS}x`, '-geometry', `+${GAP}+${GAP}`, '-background', GROUND]
  run(
    'montage',
    ...pictures,
    ...gaps,
    '+dither',
    '-colors',
    '220',
    '-define',
    'png:exclude-chunks=date,time',
    '-strip',
    'png8:.github/pages.png',
  )
} finally {
  rmSync(folder, { recursive: true })
}
