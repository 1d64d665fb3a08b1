import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { listSteps } from '../../db/reads/steps.js'
import type { Database } from '../../db/schema.js'
import type { Procedure } from '../../domain/procedure.js'
import { sealedFor, votedOn, type SealingStep } from '../../domain/sealing.js'
import type { SightOfBase } from '../auth/sight.js'
import { everyPage } from '../every-page.js'

interface Sealing {
  readonly base: BaseId
  readonly sight: SightOfBase
  readonly procedure: Procedure
}

/** The visits of a base whose sheets and single votes somebody must not see. */
export const sealedIn = async (db: Kysely<Database>, sealing: Sealing): Promise<ReadonlySet<string>> => {
  const { base, sight, procedure } = sealing
  const visits = await visitsOf(db, base)
  const sheets = sealedFor({ person: sight.person, roles: sight.roles }, { visits, procedure })
  const vote = { kind: 'act', act: 'vote', isSealed: true, person: null, side: 'programme' } as const
  return sight.sees(vote) === 'whole' ? sheets : new Set([...sheets, ...votedOn(visits, procedure)])
}

/** The visits whose sheets are sealed for somebody (1.8). */
export const sheetsSealedIn = async (
  db: Kysely<Database>,
  { base, sight: { person, roles }, procedure }: Sealing,
): Promise<ReadonlySet<string>> => sealedFor({ person, roles }, { visits: await visitsOf(db, base), procedure })

/** The visits of a base, as far as they say whose sheets are sealed. */
export const visitsOf = async (db: Kysely<Database>, base: BaseId): Promise<readonly SealingStep[]> => {
  const steps = await everyPage((page) => listSteps(db, { base, ...page }))
  return steps.map(({ id, key, stageNo, closedAt, outcome, acts }) => ({
    id,
    key,
    stageNo,
    outcome,
    isOpen: closedAt === null,
    people: acts.map((act) => act.person),
  }))
}
