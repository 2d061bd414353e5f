import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { readBytes, readText, realPath, removeFolder } from '../files/disk.ts'
import { fileSize } from '../files/sighting.ts'
import { isPrivateFolder, makePrivateFolder, unpackTar, writeProgram } from '../files/programs.ts'
import { writeIfChanged } from '../files/write.ts'
import { cacheFolder, openCache } from '../files/cache.js'
import { notUnpacked } from './not-unpacked.ts'
import type { BrowserProgram } from './browser-program.ts'
import { isIntact, sealFolder } from './seal.ts'

const run = promisify(execFile)
const inflate = promisify(brotliDecompress)

const PROGRAM = 'chromium'
/**
 * Fontconfig's settings. Without a single font of its own, Chromium loads no web font either; with the system's, a missing
 * glyph would differ from machine to machine. Fontconfig reads a relative `cachedir` from the working directory, whatever
 * its prefix says, and would leave its cache among the user's files.
 */
const FONTS =
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">editions/fontconfig</cachedir></fontconfig>\n'
const ARCHIVES = { program: 'chromium.br', libraries: 'al2023.tar.br', fonts: 'fonts.tar.br' } as const

/** Whose libnss3 and the like the program starts with. */
type Libraries = 'system' | 'shipped'

/**
 * The browser inside the npm package @sparticuz/chromium (Linux, x64), unpacked once into a folder of the user's own.
 * The package's own unpacking goes to a shared temporary path, where another user could plant a program.
 * What was damaged since is unpacked again.
 * Nothing on other systems, or where the package is not installed.
 * @param tried whether every byte is compared, and it is tried with which libraries the program starts; else they are taken
 * to be the system's
 * @returns the program, and whether it starts, as far as that was tried
 * @throws Failure where the program cannot be unpacked
 */
export async function pinnedBrowser(tried: boolean): Promise<{ program: BrowserProgram; starts: boolean } | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packed = await findPackage()
  if (!packed) return undefined
  const { folder: cache, refused } = openCache()
  if (cache === undefined) throw notUnpacked(cacheFolder(), refused)
  const folder = join(cache, `chromium-${packed.digest}`)
  try {
    if (!(await isPrivateFolder(folder)) || !(await isIntact(folder, tried))) {
      await removeFolder(folder)
      await makePrivateFolder(folder, (beside) => unpack(packed.folder, beside))
    }
  } catch (error) {
    throw notUnpacked(folder, (error as Error).message)
  }
  const libraries = tried ? await findLibraries(folder) : 'system'
  const environment = environmentOf(folder, libraries ?? 'system')
  return { program: { executable: join(folder, PROGRAM), origin: 'pinned', environment }, starts: libraries !== undefined }
}

/** Where the package keeps its archives, and a digest of which they are and how they are laid out. Its version and their sizes tell: the lock file vouches for the bytes, and reading 65 MB at each start would take longer than printing. */
async function findPackage(): Promise<{ folder: string; digest: string } | undefined> {
  const located = locatePackage('@sparticuz/chromium')
  if (located === undefined) return undefined
  // A package may be a link to where packages are kept.
  const description = await realPath(located)
  const { version } = JSON.parse((await readText(description)) ?? '{}') as { version?: string }
  const folder = join(dirname(description), 'bin')
  const sizes = Object.values(ARCHIVES).map((name) => fileSize(join(folder, name)))
  if (sizes.includes(undefined)) return undefined
  const digest = createHash('sha256')
    .update([version, ...sizes, FONTS].join('\n'))
    .digest('hex')
    .slice(0, 16)
  return { folder, digest }
}

/** The path of a package's description; nothing where the package is not installed. */
function locatePackage(name: string): string | undefined {
  try {
    return findPackageJSON(name, import.meta.url)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

async function unpack(archives: string, folder: string): Promise<void> {
  const read = async (name: string): Promise<Uint8Array> => inflate((await readBytes(join(archives, name)))!)
  const [program, libraries, fonts] = await Promise.all([read(ARCHIVES.program), read(ARCHIVES.libraries), read(ARCHIVES.fonts)])
  await Promise.all([writeProgram(join(folder, PROGRAM), program), unpackTar(libraries, folder), unpackTar(fonts, folder)])
  await writeIfChanged(join(folder, 'fonts.conf'), FONTS)
  await sealFolder(folder)
}

/**
 * Tries the program with the system's libraries, then with those that the package ships for machines without libnss3.
 * What was found once is not kept: machines may share a cache, and lose libraries.
 */
async function findLibraries(folder: string): Promise<Libraries | undefined> {
  for (const libraries of ['system', 'shipped'] as const) {
    const starts = await run(join(folder, PROGRAM), ['--version'], { env: { ...process.env, ...environmentOf(folder, libraries) } }).then(
      () => true,
      () => false,
    )
    if (starts) return libraries
  }
  return undefined
}

function environmentOf(folder: string, libraries: Libraries): Record<string, string> {
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  return libraries === 'system' ? fonts : { ...fonts, LD_LIBRARY_PATH: join(folder, 'lib') }
}
