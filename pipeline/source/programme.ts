import * as v from 'valibot'
import { IDENTIFIER_FORM, isIdentifier } from '../files/identifier.ts'
import type { CutText, UnkeyedSegment } from '../model/document.ts'
import type { Person, Programme } from '../model/programme.ts'
import { Failure, problem, type Problem } from '../problem.ts'
import { byName, filled, group, isoDate } from '../publication/schema.ts'
import { parseCutYaml, type Parsed } from '../files/yaml.ts'

const filledText = filled('a text', 'a text that is not empty')
const id = v.pipe(v.string(`an id: ${IDENTIFIER_FORM}`), v.check(isIdentifier, `an id: ${IDENTIFIER_FORM}`))

const CALLED = 'either kind: opening, panel or closing, or label: what else the session is called, such as “BuildContext”'

const schema = group({
  place: filledText,
  organisers: v.array(id, 'a list of ids of organisations'),
  framework: v.optional(filledText),
  organisations: byName(filledText, 'organisations by id', id),
  people: byName(
    group({
      name: filledText,
      gender: v.picklist(['female', 'male'], 'female or male'),
      language: v.optional(v.pipe(filledText, v.check(isLanguage, 'a language tag such as sq'))),
      role: v.optional(filledText),
      organisation: v.optional(id),
    }),
    'people by id',
    id,
  ),
  days: v.pipe(
    v.array(
      group({
        date: isoDate,
        sessions: v.array(
          v.pipe(
            group({
              id,
              kind: v.optional(
                v.picklist(['opening', 'panel', 'closing'], 'opening, panel or closing; a session of another kind has a label'),
              ),
              label: v.optional(filledText),
              subject: v.optional(filledText),
              chair: v.optional(id),
              speakers: v.optional(v.array(id, 'a list of ids of people'), []),
            }),
            v.check(({ kind, label }) => (kind === undefined) !== (label === undefined), CALLED),
          ),
          'a list of sessions',
        ),
      }),
      'a list of days',
    ),
    v.minLength(1, 'at least one day'),
  ),
})

type Written = v.InferOutput<typeof schema>

/**
 * Parses a `programme.yaml`.
 * @throws Failure with every malformed place, unknown person and repeated id
 */
export function parseProgramme(
  source: string,
  file: string,
): { programme: Programme; passages: UnkeyedSegment[]; cuts: readonly CutText[] } {
  const parsed = parseCutYaml(source, file, schema)
  const problems = [...unknownReferences(parsed, file), ...repeatedSessions(parsed, file), ...daysOutOfOrder(parsed, file)]
  if (problems.length > 0) throw new Failure(...problems)
  const { value } = parsed
  const programme: Programme = {
    ...value,
    people: new Map([...value.people].map(([key, person]): [string, Person] => [key, { id: key, ...person }])),
  }
  return { programme, passages: passagesOf(parsed, file), cuts: parsed.cuts }
}

/** Keys of the programme’s texts: their paths, by id. */
export const programmeKeys = {
  place: 'programme.place',
  framework: 'programme.framework',
  organisation: (organisation: string) => `programme.organisations.${organisation}`,
  name: (person: string) => `programme.people.${person}.name`,
  role: (person: string) => `programme.people.${person}.role`,
  label: (session: string) => `programme.sessions.${session}.label`,
  subject: (session: string) => `programme.sessions.${session}.subject`,
} as const

function passagesOf({ value, position }: Parsed<Written>, file: string): UnkeyedSegment[] {
  const passage = (fixedKey: string, text: string | undefined, path: readonly PropertyKey[]): UnkeyedSegment[] =>
    text === undefined ? [] : [{ kind: 'programme', fixedKey, text, place: { file, ...position(path) }, section: '' }]
  return [
    ...passage(programmeKeys.place, value.place, ['place']),
    ...passage(programmeKeys.framework, value.framework, ['framework']),
    ...[...value.organisations].flatMap(([key, name]) => passage(programmeKeys.organisation(key), name, ['organisations', key])),
    ...[...value.people].flatMap(([key, person]) => [
      ...passage(programmeKeys.name(key), person.name, ['people', key, 'name']),
      ...passage(programmeKeys.role(key), person.role, ['people', key, 'role']),
    ]),
    ...value.days.flatMap((day, dayIndex) =>
      day.sessions.flatMap((session, index) =>
        (['label', 'subject'] as const).flatMap((name) =>
          passage(programmeKeys[name](session.id), session[name], ['days', dayIndex, 'sessions', index, name]),
        ),
      ),
    ),
  ]
}

function unknownReferences({ value, position }: Parsed<Written>, file: string): Problem[] {
  const among =
    (known: ReadonlyMap<string, unknown>, what: string) =>
    (reference: string | undefined, ...path: PropertyKey[]): Problem[] =>
      reference === undefined || known.has(reference)
        ? []
        : [
            problem({
              rule: 'unknown-reference',
              file,
              position: position(path),
              message: `The programme has no ${what} with this id.`,
              found: reference,
              expected: `one of the ids under “${what === 'person' ? 'people' : 'organisations'}”: ${[...known.keys()].join(', ')}`,
              remedy: `Correct the id, or add the ${what}.`,
            }),
          ]
  const person = among(value.people, 'person')
  const organisation = among(value.organisations, 'organisation')
  return [
    ...value.organisers.flatMap((reference, index) => organisation(reference, 'organisers', index)),
    ...[...value.people].flatMap(([key, each]) => organisation(each.organisation, 'people', key, 'organisation')),
    ...value.days.flatMap((day, dayIndex) =>
      day.sessions.flatMap((session, index) => {
        const path = ['days', dayIndex, 'sessions', index]
        return [
          ...person(session.chair, ...path, 'chair'),
          ...session.speakers.flatMap((reference, speaker) => person(reference, ...path, 'speakers', speaker)),
        ]
      }),
    ),
  ]
}

function repeatedSessions({ value, position }: Parsed<Written>, file: string): Problem[] {
  const seen = new Map<string, number>()
  return value.days.flatMap((day, dayIndex) =>
    day.sessions.flatMap((session, index) => {
      const place = position(['days', dayIndex, 'sessions', index, 'id'])
      const first = seen.get(session.id)
      seen.set(session.id, first ?? place.line)
      if (first === undefined) return []
      return [
        problem({
          rule: 'repeated-id',
          file,
          position: place,
          message: `Two sessions have the same id; the first is on line ${first}.`,
          found: session.id,
          expected: 'an id that no other session has',
          remedy: 'Give this session an id of its own.',
        }),
      ]
    }),
  )
}

function daysOutOfOrder({ value, position }: Parsed<Written>, file: string): Problem[] {
  return value.days.flatMap((day, index) => {
    const before = value.days[index - 1]?.date
    if (before === undefined || before < day.date) return []
    return [
      problem({
        rule: 'day-order',
        file,
        position: position(['days', index, 'date']),
        message: 'The days of a programme follow each other.',
        found: day.date,
        expected: `a date after ${before}`,
        remedy: 'Correct the date, or put the days in order.',
      }),
    ]
  })
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
