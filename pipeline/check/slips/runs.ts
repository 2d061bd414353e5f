import { BULLETS } from './line-rows.ts'
import { slip, type Line, type LineSlip } from './line.ts'

const DASHES = {
  message: 'These lines begin with a dash, but are no list: they run together in one paragraph.',
  expected: '- item, with a hyphen, each on a line of its own',
  remedy: 'Write - and a space in place of each dash, and an empty line before the first.',
}

/** The slips of lines that are meant as a list by the dashes, numbers or letters before them. */
export function* runSlips(lines: readonly Line[]): Generator<LineSlip> {
  yield* dashedRun(lines)
  const numbered = numberedRun(lines, NUMBER) ?? numberedRun(lines, SMALL_ROMAN)
  const loose = numbered ? undefined : numberedRun(lines, LOOSE_NUMBER)
  const odd = numbered || loose ? undefined : (numberedRun(lines, ODD_NUMBER) ?? numberedRun(lines, SIGN_NUMBER))
  if (odd === lines[0] && odd) yield slip([odd], { ...BULLETS, sure: false })
  if (numbered) yield slip([numbered], { ...BULLETS, sure: true })
  else if (loose === lines[0] && loose) yield slip([loose], { ...BULLETS, sure: false })
}

/** Lines with a dash before each, from the first of a paragraph on, or after a colon; elsewhere a line may begin with a dash by chance. */
function* dashedRun(lines: readonly Line[]): Generator<LineSlip> {
  const dashed = lines.filter(({ text }) => /^[–—―‐‑−][ \t\u00A0]+\S/u.test(text))
  const at = lines.indexOf(dashed[0]!)
  if (dashed.length < 2 || (at > 0 && !/:[ \t]*$/u.test(lines[at - 1]!.text))) return
  const isSure = dashed.length === lines.length - at && dashed.slice(1).some(({ isOwn }) => !isOwn)
  yield slip(dashed, { ...DASHES, sure: isSure })
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Numbers or letters in order: 2. 3., a) b), a.) b.), (1) (2), I. II. */
const NUMBER = /^\(?(\d{1,3}|[a-zа-ш]|[IVX]{1,5}|[A-HА-Ш](?=\)))(?:\.?\)|\.)[ \t]+\S/u
/** Roman numbers in small letters: i) ii), (i) (ii). One letter by itself may be of the alphabet. */
const SMALL_ROMAN = /^\(?([ivx]{1,5})[.)][ \t]+\S/u
/** Numbers that stand in order for a list too, but seldom: 1.1 1.2, [1] [2], 1° 2°, #1 #2, A. B. */
const ODD_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*\.(?=\d)|[#№[])?(\d{1,3}|(?<!.)[A-H](?=\.))[\].°º/)]*[ \t]+\S/u

/** Numbers that are one sign each, such as those of notes: ① ②, ¹ ². */
const SIGN_NUMBER = /^([①-⑳¹²³⁴-⁹])[.)]?[ \t]*\S/u
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The same with another sign, or none: 1 - 2 -, 1: 2:, 1 2. */
const LOOSE_NUMBER = /^(\d{1,3}|[a-z])(?:[ \t]*[-–—:][ \t]+|[ \t]+)\S/u

function numberedRun(lines: readonly Line[], mark: RegExp): Line | undefined {
  const ordinals = lines.map(({ text }) => mark.exec(text)?.[1])
  const place = (ordinal: string): number => {
    if (/\d/.test(ordinal)) return Number(ordinal)
    if (/[IVX]/.test(ordinal) || mark === SMALL_ROMAN) return ROMAN.indexOf(ordinal.toUpperCase()) + 1
    return RAISED.includes(ordinal) ? RAISED.indexOf(ordinal) : ordinal.codePointAt(0)!
  }
  const numbered = lines.flatMap((line, index) => (ordinals[index] === undefined ? [] : [{ line, place: place(ordinals[index]) }]))
  const next = numbered.findIndex(({ place: own, line }, index) => index > 0 && !line.isOwn && own === numbered[index - 1]!.place + 1)
  return next > 0 ? numbered[next - 1]!.line : undefined
}
