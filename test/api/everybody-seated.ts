import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'

const kinds = ['now', 'ended'] as const

/** Who holds or held a role for the tests of what each role sees. */
export const personOf = (role: Role, kind: (typeof kinds)[number] = 'now') => `v-${role.toLowerCase()}-${kind}`

/** People who are named by their ids and read English. */
const saveNamed = async (db: Kysely<Database>, people: readonly string[]): Promise<void> => {
  await savePeople(db, {
    organisations: [],
    people: people.map((one) => ({
      id: one,
      name: { en: one, local: one },
      email: `${one}@x.example`,
      language: 'en',
    })),
  })
}

/** People with one seat each in force; a role of a place is held for the base. */
export const seatPeople = async (
  db: Kysely<Database>,
  { people, base }: { readonly people: readonly (readonly [person: string, role: Role])[]; readonly base: string },
): Promise<void> => {
  await saveNamed(
    db,
    people.map(([one]) => one),
  )
  await saveBootstrapMandates(db, {
    programme: 'gasme',
    mandates: people.map(([person, role]) => ({
      id: `m-${person}`,
      person,
      organisation: 'o-office',
      role,
      from: '2026-01-01T00:00:00.000Z',
      ...defined({ base: roles[role].perBase ? base : undefined }),
    })),
  })
}

/** One person with a seat of each role in force, and one whose seat has ended. */
export const seatEverybody = async (db: Kysely<Database>, id: string): Promise<void> => {
  const people = roleCodes.flatMap((role) => kinds.map((kind) => personOf(role, kind)))
  await saveNamed(db, people)
  await saveBootstrapMandates(db, {
    programme: 'gasme',
    mandates: roleCodes.flatMap((role) =>
      kinds.map((kind) => ({
        id: `m-${personOf(role, kind)}`,
        person: personOf(role, kind),
        organisation: 'o-office',
        role,
        from: '2026-01-01T00:00:00.000Z',
        ...defined({
          base: roles[role].perBase ? id : undefined,
          until: kind === 'ended' ? '2026-02-01T00:00:00.000Z' : undefined,
        }),
      })),
    ),
  })
}

/** The roles of the place. */
export const place: readonly Role[] = ['LG', 'HG', 'LX', 'SA', 'CLO', 'EN', 'AL']
/** What says that a match was found, or that one is looked for: the steps that examine, their titles, and the verdict. */
export const ofMatch = /(?:^|[^0-9.])1\.6[bce]|open_hit|A match is|Examine the match|疑似匹配|"option":"match"|,match,/
/** Of them, and of the programme, who must not read of it anywhere. */
export const untold: readonly Role[] = [...place, 'EX', 'FO', 'SP', 'AD']
/** By hand: roles of the programme that hear of no verdict both before and after the decision (1.6, 8.12). */
export const tellsNoVerdict: readonly Role[] = ['SO', 'FO', 'EX', 'SP', 'SV', 'AS', 'TR', 'RV', 'AP', 'AD']

/** Seats somebody beside them, in a role of the programme. */
export const seatOneMore = async (
  db: Kysely<Database>,
  { person, role }: { readonly person: string; readonly role: Role },
): Promise<void> => {
  const name = { en: person, local: person }
  await savePeople(db, {
    organisations: [],
    people: [{ id: person, name, email: `${person}@x.example`, language: 'en' }],
  })
  const seat = { id: `m-${person}`, person, organisation: 'o-office', role } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...seat, from: '2026-01-01T00:00:00.000Z' }] })
}
