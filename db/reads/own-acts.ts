import type { Kysely } from 'kysely'
import type { PersonId } from '../../domain/ids.js'
import type { Database } from '../schema.js'

interface Asked {
  readonly person: PersonId
  /** Of one programme; undefined: of every one that is no rehearsal. */
  readonly programme: string | undefined
  readonly limit: number
}

/** What somebody did on steps, the last first. */
export const ownActs = (db: Kysely<Database>, { person, programme, limit }: Asked) =>
  db
    .selectFrom('step_act as act')
    .innerJoin('step', (join) => join.onRef('step.base', '=', 'act.base').onRef('step.id', '=', 'act.step'))
    .innerJoin('base', 'base.id', 'act.base')
    .select(['act.base', 'act.step', 'act.option', 'act.at', 'step.key', 'step.voided'])
    .where('act.person', '=', person)
    .where((where) =>
      programme === undefined ? where('base.rehearsal', '=', false) : where('base.programme', '=', programme),
    )
    .orderBy('act.at', 'desc')
    .orderBy('act.seq', 'desc')
    .limit(limit)
    .execute()
