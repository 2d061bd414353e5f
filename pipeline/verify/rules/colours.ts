import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { inAll } from '../marks.ts'
import { dictionariesIn, objectsIn } from '../objects.ts'
import { readProfile } from '../colour-profile.ts'
import { listOf, name, type Reading } from '../reading.ts'
import type { Rule } from '../rule.ts'

/** Device classes of allowed colour profiles: printers, monitors, scanners and colour spaces (ISO 19005-2, 6.2.4.2). */
const KINDS = new Set(['prtr', 'mntr', 'scnr', 'spac'])
/** Device classes of an output intent’s profile: printers and monitors (6.2.3). */
const OUTPUTS = new Set(['prtr', 'mntr'])
/** Colour spaces that an RGB output intent does not define (6.2.4.3), or that do not exist. */
const UNDEFINED = new Set(['DeviceCMYK', 'CalCMYK'])
/** Colour spaces of printing inks (6.2.4.4). */
const INKS = new Set(['Separation', 'DeviceN'])
/** Greatest nesting of colour spaces: a pattern’s, an indexed one’s, and that of inks. */
const DEPTH = 4

/** Names that make up a colour space. */
function namesIn(context: PDFContext, value: PDFObject | undefined, depth = DEPTH): string[] {
  const space = context.lookup(value)
  if (space instanceof PDFName) return [space.decodeText()]
  return space instanceof PDFArray && depth > 0 ? space.asArray().flatMap((each) => namesIn(context, each, depth - 1)) : []
}

/** Undefined colour spaces in pictures, shadings, groups and resources. */
function undefinedIn(pdf: Reading, spaces: ReadonlySet<string>): string[] {
  return dictionariesIn(pdf).flatMap(({ object, number }) =>
    ['ColorSpace', 'CS'].flatMap((key) => {
      const value = object.lookup(name(key))
      const all = value instanceof PDFDict ? value.values() : [value]
      const found = all.flatMap((each) => namesIn(pdf.context, each)).filter((each) => spaces.has(each))
      return found.map((each) => `${each} in object ${number}`)
    }),
  )
}

const isText = (value: PDFObject | undefined): boolean => value instanceof PDFString || value instanceof PDFHexString

/** Rules on colours: ISO 19005-2, 6.2.3 and 6.2.4. */
export const COLOUR_RULES: readonly Rule[] = [
  {
    id: 'a-6.2.3',
    expected: 'an output intent with a profile of red, green and blue, which says what it is (ISO 32000-1, table 365)',
    check: ({ context, catalog }) => {
      const intents = listOf(context, catalog.get(name('OutputIntents'))).map((each) => context.lookup(each))
      const [intent] = intents
      if (intents.length !== 1 || !(intent instanceof PDFDict) || intent.lookup(name('S')) !== name('GTS_PDFA1')) return ['none']
      const profile = readProfile(intent.lookup(name('DestOutputProfile')))
      const isRegistered = isText(intent.lookup(name('RegistryName')))
      return [
        ...(profile && OUTPUTS.has(profile.kind) && profile.space === 'RGB ' ? [] : ['a profile that is none']),
        ...(isText(intent.lookup(name('OutputConditionIdentifier'))) ? [] : ['a condition without a name']),
        ...(isRegistered || isText(intent.lookup(name('Info'))) ? [] : ['a condition that no register and no text explains']),
      ]
    },
  },
  {
    id: 'a-6.2.4.2',
    expected: 'colours of a profile that is whole, of version 4 or earlier',
    check: (pdf) =>
      objectsIn(pdf).flatMap(({ object, number }) => {
        if (!(object instanceof PDFArray) || object.lookup(0) !== name('ICCBased')) return []
        const profile = readProfile(object.lookup(1))
        return profile && KINDS.has(profile.kind) ? [] : [`object ${number}`]
      }),
  },
  {
    id: 'a-6.2.4.3',
    expected: 'colours that the output intent defines, which is of red, green and blue',
    check: (pdf) => [
      ...inAll(pdf, ({ operators, resources }) => [
        ...['k', 'K'].filter((operator) => operators.has(operator)),
        ...resources.flatMap(([kind, space]) => (kind === 'ColorSpace' && UNDEFINED.has(space) ? [space] : [])),
      ]),
      ...undefinedIn(pdf, UNDEFINED),
    ],
  },
  {
    id: 'a-6.2.4.4',
    expected: 'no colours that are inks of some press',
    check: (pdf) => undefinedIn(pdf, INKS),
  },
]
