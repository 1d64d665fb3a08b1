import { connect } from '../../db/connect.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import { createProgramme } from '../../db/writes/programmes.js'
import type { Actor } from '../../domain/values/actor.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { roleCodes } from '../../domain/role.js'
import { holderOf } from './an-example.js'
import type { TestDatabase } from './services.js'
import { defined } from '../../domain/values/defined.js'

/** How many holders of each role a test programme has: enough for a committee of nine. */
const holders = 9
const from = '2026-01-01T00:00:00.000Z'

/** Founds the programme `gasme` on a fresh database, with nine holders of every role, seated for one base where a role is held for one. */
export const aProgrammeOfNine = async (
  database: TestDatabase,
  { base, namespace }: { readonly base: string; readonly namespace: string },
): Promise<void> => {
  const owner = connect(database.ownerUrl)
  await seedProcedures(owner, { procedures, at: from })
  await createProgramme(owner, {
    id: 'gasme',
    namespace,
    rehearsal: false,
    label: { en: 'GASME', 'zh-CN': 'GASME' },
    procedure: 'full',
  })
  await seat(owner, base)
  await owner.destroy()
}

/** The same person, seated for this base where a role is held for one base. */
export const atBase = (base: string, actor: Actor): Actor => ({
  ...actor,
  mandates: actor.mandates.map((mandate) => (mandate.base === undefined ? mandate : { ...mandate, base })),
})

const seat = async (db: ReturnType<typeof connect>, base: string): Promise<void> => {
  const actors = roleCodes.flatMap((role) =>
    Array.from({ length: holders }, (_, index) => atBase(base, holderOf(role, index + 1))),
  )
  await savePeople(db, {
    organisations: ['programme', 'partner'].map((id) => ({
      programme: 'gasme',
      id,
      name: { en: id, local: id },
      country: 'US',
    })),
    people: actors.map(({ person }) => ({
      id: person,
      name: { en: person, local: person },
      email: `${person}@programme.example`,
      language: 'en',
    })),
  })
  const mandates = actors.flatMap(({ person, mandates: held }) =>
    held.map(({ id, role, organisation, base: only }) => ({
      id,
      person,
      role,
      organisation,
      from,
      ...defined({ base: only }),
    })),
  )
  await saveBootstrapMandates(db, { programme: 'gasme', mandates })
}
