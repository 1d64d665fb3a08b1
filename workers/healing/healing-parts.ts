import type { Connection } from '@temporalio/client'
import type { Kysely } from 'kysely'
import type { Decree } from '../../activities/calendar-decrees.js'
import type { Database } from '../../db/schema.js'

/** Both stores, and what is needed to bring them together. */
export interface HealingParts {
  /** As the role that owns the tables. */
  readonly db: Kysely<Database>
  readonly connection: Connection
  readonly taskQueue: string
  readonly decrees: readonly Decree[]
}
