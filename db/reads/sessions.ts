import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

interface SessionRequest {
  /** As given to `connect`. */
  readonly name: string
  readonly withinSeconds: number
}

/** Whether a process of that name has asked this database for anything lately, as the server remembers it. */
export const heardFrom = async (db: Kysely<Database>, { name, withinSeconds }: SessionRequest): Promise<boolean> => {
  const { rows } = await sql<{ heard: boolean }>`
    select exists (
      select from pg_stat_activity
      where application_name = ${name} and datname = current_database() and usename = current_user
        and state_change > clock_timestamp() - ${withinSeconds} * interval '1 second'
    ) as heard`.execute(db)
  return rows[0]?.heard === true
}
