/** What a file is whose first bytes are known, and how to come to the picture that was meant. */
export interface FileKind {
  readonly name: string
  /** The ending of a picture’s name, if it is a picture that is taken. */
  readonly ending?: string
  readonly remedy?: string
}

const CONVERT = 'Save the picture anew as PNG or JPEG.'

/** Kinds of files by their first bytes, read as Latin-1. */
const KINDS: readonly (readonly [beginning: RegExp, kind: FileKind])[] = [
  [/^$/, { name: 'an empty file', remedy: 'Copy the picture anew: its file has nothing in it.' }],
  [/^version https:\/\/git-lfs\.github\.com\//, { name: 'a note of Git LFS that stands for the picture', remedy: 'Fetch the picture itself: git lfs pull.' }],
  [/^\s*(?:<!doctype html|<html|<head)/i, { name: 'a web page', remedy: 'Download the picture itself, not the page that shows it.' }],
  [/^\u0089PNG/, { name: 'a PNG picture', ending: 'png' }],
  [/^\u00FF\u00D8\u00FF/, { name: 'a JPEG picture', ending: 'jpg' }],
  [/^RIFF.{4}WEBP/s, { name: 'a WebP picture', ending: 'webp' }],
  [/^GIF8/, { name: 'a GIF picture', ending: 'gif' }],
  [/^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^>]*-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg/, { name: 'an SVG drawing', ending: 'svg' }],
  [/^.{4}ftyp(?:hei|hev|mif|msf)/s, { name: 'a HEIC picture, as telephones take them', remedy: CONVERT }],
  [/^.{4}ftypavi/s, { name: 'an AVIF picture', remedy: CONVERT }],
  [/^(?:II\*\0|MM\0\*)/, { name: 'a TIFF picture', remedy: CONVERT }],
  [/^BM/, { name: 'a BMP picture', remedy: CONVERT }],
  [/^%PDF/, { name: 'a PDF', remedy: 'Save the page that is meant as PNG, or link to the PDF: [words](file.pdf).' }],
] // prettier-ignore

/** The kind of a file, by its first bytes. Absent if it is not known here. */
export function kindOfFile(bytes: Uint8Array): FileKind | undefined {
  const beginning = Buffer.from(bytes.subarray(0, 1000)).toString('latin1')
  return KINDS.find(([pattern]) => pattern.test(beginning))?.[1]
}
