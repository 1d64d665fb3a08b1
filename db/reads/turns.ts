import { sql, type Kysely } from 'kysely'
import type { BaseId } from '../../domain/ids.js'
import { turnIn, type Turn } from '../../domain/judge/turn.js'
import type { Procedure } from '../../domain/procedure.js'
import type { BaseState } from '../../domain/state.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/**
 * The bases that rank before one in its session and still wait for the same decision (R9), in their order. Passed over is whoever
 * cannot come to its turn or has let it go by: held or stopped, ranked anew in a later session, without enough people who may vote,
 * or put off for want of a quorum as often as the procedure says.
 */
export async function aheadOf(
  db: Db,
  { of, session, step, passedOverAfter, base: stream }: Turn & { readonly base: BaseId },
): Promise<readonly BaseId[]> {
  const rows = await db
    .selectFrom('session_rank as own')
    .innerJoin('session', (join) =>
      join.onRef('session.programme', '=', 'own.programme').onRef('session.id', '=', 'own.session'),
    )
    .innerJoin('session_rank as other', (join) =>
      join
        .onRef('other.programme', '=', 'own.programme')
        .onRef('other.session', '=', 'own.session')
        .onRef('other.place', '<', 'own.place'),
    )
    .innerJoin('base', 'base.id', 'other.base')
    .innerJoin('step', 'step.base', 'base.id')
    .select(['other.base', 'step.id as step'])
    .where('own.programme', '=', of)
    .where('own.session', '=', session)
    .where('own.base', '=', stream)
    .where('base.closed_at', 'is', null)
    .where('base.status', 'not in', ['on_hold', 'suspended'])
    .where('step.key', '=', step)
    .where('step.closed_at', 'is', null)
    .where('step.voided', 'is', null)
    .where('step.vacant', '=', false)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('session_rank as again')
            .innerJoin('session as later', (join) =>
              join.onRef('later.programme', '=', 'again.programme').onRef('later.id', '=', 'again.session'),
            )
            .select('again.base')
            .whereRef('again.base', '=', 'other.base')
            .whereRef('later.convened_at', '>', 'session.convened_at'),
        ),
      ),
    )
    .orderBy('other.place')
    .execute()
  const ahead: string[] = []
  for (const { base, step: id } of rows)
    if ((await timesPutOff(db, { base, step: id })) < passedOverAfter) ahead.push(base)
  return ahead
}

/** The same of a step of a base as it stands; nobody where the step waits for no other base. */
export async function basesAhead(db: Db, { state, key, procedure }: Placed): Promise<readonly BaseId[]> {
  const definition = procedure.steps[key]
  const turn = definition && turnIn(state, { definition, procedure })
  return turn === undefined ? [] : aheadOf(db, { ...turn, base: state.id })
}

interface Placed {
  readonly state: BaseState
  readonly key: StepKey
  readonly procedure: Procedure
}

const timesPutOff = async (db: Db, { base, step }: { base: BaseId; step: string }): Promise<number> => {
  const { times } = await db
    .selectFrom('ledger_entry')
    .select((eb) => eb.fn.countAll<number>().as('times'))
    .where('stream', '=', base)
    .where('type', '=', 'deadline_moved')
    .where(sql<boolean>`payload ->> 'step' = ${step} and payload ->> 'cause' in ('reconvene', 'written')`)
    .executeTakeFirstOrThrow()
  return Number(times)
}
