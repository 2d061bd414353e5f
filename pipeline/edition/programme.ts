import type { Person, Programme } from '../model/programme.ts'
import type { LocalizedPerson, LocalizedProgramme, LocalizedSession, Phrase } from '../model/edition.ts'
import { programmeKeys } from '../source/programme.ts'

/**
 * Localizes the programme. The original spelling of a name is given at the person’s first mention.
 * @param phrase gives the edition’s phrase for a key
 */
export function localizeProgramme(programme: Programme, phrase: (key: string) => Phrase): LocalizedProgramme {
  const organisation = (id: string): Phrase => phrase(programmeKeys.organisation(id))
  const introduced = new Set<string>()
  const person = (id: string): LocalizedPerson => {
    const localized = localizePerson(programme.people.get(id)!, phrase)
    if (introduced.has(id)) return { ...localized, original: undefined }
    introduced.add(id)
    return localized
  }
  let panels = 0
  const days = programme.days.map((day) => ({
    date: day.date,
    sessions: day.sessions.map((session): LocalizedSession => ({
      id: session.id,
      kind: session.kind,
      label: session.label === undefined ? undefined : phrase(programmeKeys.label(session.id)),
      number: session.kind === 'panel' ? ++panels : undefined,
      subject: session.subject === undefined ? undefined : phrase(programmeKeys.subject(session.id)),
      // The chair is printed before the speakers, and so is mentioned first.
      chair: session.chair === undefined ? undefined : person(session.chair),
      speakers: session.speakers.map(person),
    })),
  }))
  return {
    place: phrase(programmeKeys.place),
    organisers: programme.organisers.map(organisation),
    framework: programme.framework === undefined ? undefined : phrase(programmeKeys.framework),
    start: programme.days[0]!.date,
    end: programme.days.at(-1)!.date,
    days,
  }
}

function localizePerson(person: Person, phrase: (key: string) => Phrase): LocalizedPerson {
  const name = phrase(programmeKeys.name(person.id))
  // An original spelling of unknown language is at least in Latin script, which helps screen readers.
  const original = name.text === person.name ? undefined : { text: person.name, language: person.language ?? 'und-Latn' }
  return {
    id: person.id,
    gender: person.gender,
    name,
    original,
    role: person.role === undefined ? undefined : phrase(programmeKeys.role(person.id)),
    organisation: person.organisation === undefined ? undefined : phrase(programmeKeys.organisation(person.organisation)),
  }
}
