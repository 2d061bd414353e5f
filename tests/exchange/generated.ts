import fc from 'fast-check'
import { digestOf } from '../../pipeline/catalog/ledger.ts'
import type { ExchangedTexts, Unit } from '../../pipeline/model/exchange.ts'

const PIECES = ['“”', '"', "'", '\\', '\\n', '[a](https://e.org/?a=1&b=2)', '[^1]', '*x*', '**y**', '***z***', '`c`', '{n, plural, one {#} other {#}}', '{name}', '<br>', '<b>b</b>', '</x', '&amp;', '&', ']]>', '-->', '\n', '\t', ' ', '  ', '😀', '👩‍👩‍👧', 'Ђорђе', 'ќе', 'Çështje', 'é', '\u00A0', '\u00AD', '\u200D', '#', '%s', '# ', 'msgid ""', '_u_', '~~s~~', '![p](p.png)', '1. '] // prettier-ignore
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 5 }).map(printable)), { maxLength: 8 }).map((parts) => parts.join('')) // prettier-ignore
/** A text that is not empty. */
export const filled = text.map((each) => `${each}.`)
const KINDS = ['heading', 'paragraph', 'cell', 'alternative', undefined] as const

/** Control characters are refused by an export, see below. */
function printable(each: string): string {
  // oxlint-disable-next-line no-control-regex
  return each.replaceAll(/[\0-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, 'x')
}

const unit = fc.record({ source: filled, text, isStale: fc.boolean(), basis: fc.option(filled, { nil: undefined }), remark: text, kind: fc.constantFrom(...KINDS) }) // prettier-ignore
/** Units of every kind and state. */
export const units = fc.array(unit, { maxLength: 6 }).map((all) =>
  all.map(({ isStale, basis, remark, ...rest }, at): Unit => ({
    ...rest,
    key: `key.${at}-${rest.kind}`,
    state: rest.text === '' ? 'missing' : isStale ? 'stale' : 'translated',
    basis: isStale && rest.text !== '' ? basis : undefined,
    exported: digestOf(rest.text),
    remarks: remark === '' ? [] : [{ by: 'Ana', text: remark }],
    place: { file: 'content/paper/document.md', line: at + 1, column: 1 },
  })),
)
/** The texts of a document. */
export const textsOf = (all: readonly Unit[]): ExchangedTexts => ({ document: 'paper', title: 'A <b>"paper"</b> & more', source: 'en', target: 'sq', units: all }) // prettier-ignore
/** What comes back of a unit. */
export const facts = ({ key, source, text: own, state, basis, exported }: Unit) => ({ key, source, text: own, state, basis, exported })
