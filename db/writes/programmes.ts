import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Instant } from '../../domain/ids.js'
import type { LocalText } from '../../domain/locale.js'
import type { Database } from '../schema.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

export interface NewProgramme {
  readonly id: string
  /** The Temporal namespace its workflows live in. */
  readonly namespace: string
  readonly rehearsal: boolean
  readonly label: LocalText
  readonly procedure: ProcedureId
  readonly at?: Instant | undefined
}

/** Makes a programme, before its workflow is started. One that exists is left as it is. */
export async function createProgramme(db: Kysely<Database>, programme: NewProgramme): Promise<'created' | 'exists'> {
  const { id, namespace, rehearsal, label, procedure, at = now() } = programme
  const made = await db
    .insertInto('programme')
    .values({
      id,
      namespace,
      rehearsal,
      label: JSON.stringify(label),
      procedure,
      created_at: at,
      updated_at: at,
      open_call: null,
      window_ends: null,
      next_due_at: null,
      head_hash: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made === undefined ? 'exists' : 'created'
}
