import type { Kysely } from 'kysely'
import { pino } from 'pino'
import type { LetterKind } from '../../domain/letters/letters.js'
import type { Database } from '../../db/schema.js'
import { seatSeal } from '../../db/seals/seat-seal.js'
import { takeLetters, type OutgoingLetter } from '../../db/writes/letters.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import type { Locale } from '../../domain/locale.js'
import { roles, type Role } from '../../domain/role.js'
import type { RenderedLetter } from '../../mail/letter.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { defined } from '../../domain/values/defined.js'

export type Seat = readonly [Role, number, Locale]

export const inOffice = { organisation: 'o-1', from: '2026-01-01T00:00:00.000Z' } as const

const holders: readonly (readonly [Role, number])[] = [
  ['PM', 2],
  ['CS', 2],
  ['PD', 2],
  ['CH', 2],
  ['SO', 3],
  ['CO', 3],
  ['EX', 7],
  ['CM', 9],
  ['DL', 2],
  ['SP', 7],
  ['SV', 3],
  ['BD', 6],
  ['LC', 4],
  ['RP', 6],
  ['SM', 4],
  ['FO', 2],
  ['RV', 1],
  ['TR', 1],
  ['LG', 1],
  ['HG', 1],
  ['CLO', 1],
  ['EN', 1],
  ['LX', 1],
  ['SA', 1],
  ['AL', 1],
  ['AS', 1],
  ['AP', 3],
  ['AD', 2],
  ['AU', 1],
]

/** As many people in each role as a rehearsed programme has for one base. */
export const lifeSeats: readonly Seat[] = holders.flatMap(([role, count]) =>
  Array.from({ length: count }, (_, at): Seat => [role, at + 1, 'en']),
)

/** Puts one person into each of these seats, who reads letters in that language. */
export const seated = async (db: Kysely<Database>, seats: readonly Seat[]): Promise<void> => {
  await savePeople(db, {
    organisations: [{ programme: 'gasme', id: 'o-1', name: { en: 'Office', local: '办公室' }, country: 'CN' }],
    people: seats.map(([role, number, language]) => ({
      id: holderOf(role, number).person,
      email: `${role}-${number}@example.org`,
      language,
      name: { en: `Holder of ${role}`, local: `${role}先生` },
    })),
  })
  const mandates = seats.map(([role, number]) => ({
    id: `m-${role}-${number}`,
    person: holderOf(role, number).person,
    role,
    ...inOffice,
    ...defined({ base: roles[role].perBase ? exampleBase : undefined }),
  }))
  await saveBootstrapMandates(db, { programme: 'gasme', mandates })
}

/** Has one of them lend a seat to another until the end of 2027 (SD7). */
export const lent = async (
  db: Kysely<Database>,
  { role, to, base }: { readonly role: Role; readonly to: string; readonly base?: string },
): Promise<void> => {
  const until = '2027-12-31T00:00:00.000Z'
  const { organisation, from } = inOffice
  const row = {
    id: 'm-lent',
    programme: 'gasme',
    base: base ?? null,
    person: to,
    organisation,
    role,
    from_at: from,
    until_at: until,
    granted_seq: null,
    steps: null,
    lends: `m-${role}-1`,
    delegator: holderOf(role).person,
  }
  await db.insertInto('row_seal').values(seatSeal(row)).execute()
  await db
    .insertInto('mandate')
    .values({ ...row, revoked_at: null })
    .execute()
}

/** All letters of the outbox as the relay would write each alone. */
export const lettersWritten = async (db: Kysely<Database>) => {
  const parts = { db, publicUrl: 'https://cornerstone.example', log: pino({ level: 'silent' }) }
  const letters: { readonly letter: OutgoingLetter; readonly rendered?: RenderedLetter }[] = []
  for (const letter of await takeLetters(db, { limit: 500 })) {
    const [mail] = await writeLetters([letter], parts)
    letters.push({ letter, ...defined({ rendered: mail?.rendered }) })
  }
  const of = (kind: LetterKind) => letters.filter(({ letter }) => letter.kind === kind)
  return {
    of,
    readersOf: (kind: LetterKind): readonly string[] => of(kind).map(({ letter: { recipient } }) => recipient),
    textTo: (kind: LetterKind, person: string): string =>
      of(kind).find(({ letter }) => letter.recipient === person)?.rendered?.text ?? '',
  }
}
