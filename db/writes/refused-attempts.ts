import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Instant, CommandId } from '../../domain/ids.js'
import type { Database } from '../schema.js'

export interface Attempt {
  readonly at?: Instant | undefined
  readonly actor?: string | undefined
  readonly stream?: string | undefined
  readonly route: string
  readonly commandId?: CommandId | undefined
  /** Code of the refusal, from the catalogue or of the edge. */
  readonly code: string
  /** Its facts: ids, codes and numbers, never a token or a text. */
  readonly detail: unknown
}

/** Keeps what was tried and refused: Temporal has no trace of what a validator turned away. */
export async function logRefusedAttempt(db: Kysely<Database>, attempt: Attempt): Promise<void> {
  const { at, actor, stream, route, commandId, code, detail } = attempt
  await db
    .insertInto('refused_attempt')
    .values({
      at: at ?? now(),
      actor: actor ?? null,
      stream: stream ?? null,
      route,
      command_id: commandId ?? null,
      code,
      detail: JSON.stringify(detail ?? null),
    })
    .execute()
}
