import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { BaseId, PersonId } from '../../domain/ids.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import type { Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import type { Option, StepId, StepKey } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'
import { unsealedText } from './texts.js'

/** The decision an open step was opened by, where it was taken in words. */
export interface OpenedBy {
  readonly base: BaseId
  readonly step: StepId
  readonly opened: StepKey
  readonly key: StepKey
  readonly option: Option
  readonly code?: ReasonCode
  readonly person: PersonId
  readonly role: Role
  /** null once its author was erased. */
  readonly words: string | null
}

/** By which worded decisions steps of some bases were opened; of all their open steps, or of the ones named. */
export async function openedByWords(
  db: Kysely<Database>,
  { bases, steps }: { readonly bases: readonly BaseId[]; readonly steps?: readonly StepId[] },
): Promise<readonly OpenedBy[]> {
  if (bases.length === 0) return []
  const rows = await db
    .selectFrom('step')
    .innerJoin('ledger_entry as opened', (join) =>
      join.onRef('opened.stream', '=', 'step.base').onRef('opened.seq', '=', 'step.opened_seq'),
    )
    .innerJoin('ledger_entry as acted', (join) =>
      join
        .onRef('acted.stream', '=', 'opened.stream')
        .onRef('acted.command_id', '=', 'opened.command_id')
        .onRef('acted.seq', '<', 'opened.seq'),
    )
    .innerJoin('text', (join) =>
      join.onRef('text.stream', '=', 'acted.stream').on(sql<boolean>`text.id::text = acted.payload->'reason'->>'id'`),
    )
    .leftJoin('person_key', 'person_key.person', 'text.author')
    .select(['step.base', 'step.id as step', 'step.key as opened', 'acted.payload'])
    .select(['text.id', 'text.author', 'text.body', 'person_key.wrapped', 'person_key.wrapped_by as wrappedBy'])
    .where('step.base', 'in', bases)
    .where('acted.type', '=', 'step_acted')
    .where((where) => (steps === undefined ? where('step.closed_at', 'is', null) : where('step.id', 'in', [...steps])))
    .execute()
  return rows.flatMap(({ base, step, opened, payload, ...text }) => {
    if (payload.type !== 'step_acted') return []
    const { key, option, code, by } = payload
    const { body: words } = unsealedText(text)
    return [{ base, step, opened, key, option, person: by.person, role: by.role, words, ...defined({ code }) }]
  })
}
