import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.js'
import { seatSeal } from '../../db/seals/seat-seal.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { exampleBase } from '../support/an-example.js'

/** How a role is held: who reads by it reads `now`, and what is done in place of another, `lent`, too. */
const moments = ['now', 'lent', 'ended', 'notBegun', 'revoked', 'otherBase', 'interest'] as const
export type Moment = (typeof moments)[number]
export const personOf = (role: Role, moment: Moment): string => `m-${role.toLowerCase()}-${moment.toLowerCase()}`

export const [from, past, day] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']
/** Whoever may come: each role in each way. */
export const everybody = roleCodes.flatMap((role) =>
  moments.map((moment) => ({ role, moment, id: personOf(role, moment) })),
)

/** Seats them; all of them have done the step before, so that a letter to whoever did it could reach them. */
export const seatEverybody = async (db: Kysely<Database>, step: string): Promise<void> => {
  await savePeople(db, {
    organisations: [{ programme: 'gasme', id: 'o-1', name: { en: 'Office', local: '办公室' }, country: 'CN' }],
    // One more who holds no seat now, and is named where somebody may read it.
    people: [...everybody.map(({ id }) => id), 'p-ex-9'].map((id) => ({
      id,
      email: `${id}@x.example`,
      language: 'en' as const,
      name: { en: id, local: id },
    })),
  })
  const own = everybody.filter(({ moment }) => moment !== 'lent')
  await saveBootstrapMandates(db, {
    programme: 'gasme',
    mandates: own.map(({ role, moment, id }) => ({
      id: `s-${id}`,
      person: id,
      organisation: 'o-1',
      role,
      from: moment === 'notBegun' ? day : from,
      ...defined({
        base: moment === 'otherBase' ? 'gasme-C10-hangji-1' : roles[role].perBase ? exampleBase : undefined,
        until: moment === 'ended' ? past : undefined,
      }),
    })),
  })
  for (const [at, { role, moment, id }] of everybody.entries()) {
    if (moment === 'lent') await lend(db, { role, to: id })
    if (moment === 'interest') await declare(db, id)
    const acted = { base: exampleBase, seq: 1_000 + at, step, person: id, role, mandate: `s-${id}` }
    await db
      .insertInto('step_act')
      .values({ ...acted, option: 'submit', code: null, text_id: null, at: from })
      .execute()
  }
  await db.updateTable('mandate').set({ revoked_at: past }).where('person', 'like', 'm-%-revoked').execute()
}

const lend = async (
  db: Kysely<Database>,
  { role, to }: { readonly role: Role; readonly to: string },
): Promise<void> => {
  const owner = personOf(role, 'now')
  const row = {
    id: `s-${to}`,
    programme: 'gasme',
    base: roles[role].perBase ? exampleBase : null,
    person: to,
    organisation: 'o-1',
    role,
    from_at: from,
    until_at: day,
    granted_seq: null,
    steps: null,
    lends: `s-${owner}`,
    delegator: owner,
  }
  await db.insertInto('row_seal').values(seatSeal(row)).execute()
  await db
    .insertInto('mandate')
    .values({ ...row, revoked_at: null })
    .execute()
}

const declare = async (db: Kysely<Database>, person: string): Promise<void> => {
  const interest = { base: exampleBase, person, kind: 'direct', declared_seq: 1, declared_at: from } as const
  await db.insertInto('interest').values(interest).execute()
}
