import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import type { Database } from '../../db/schema.js'
import type { Postman } from '../../mail/postman.js'
import type { UndoWindow } from './undo-window.js'

export interface RelayParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
  /** With it a letter leaves as soon as it is queued; without it at the next look, two seconds later at most. */
  readonly databaseUrl?: string
  /** The address of the API, to which letters point. */
  readonly publicUrl: string
  /** The address of the office, where letters are answered; absent: none is named in them. */
  readonly office?: string
  /** False where the mail server may reach the world: letters of rehearsals then stay here, marked failed (0011). */
  readonly sendsRehearsals: boolean
  /** Letters to a place wait for its office hours; absent: they leave at any hour. */
  readonly keepsHours?: boolean
  /** How long a letter waits for others to its reader; absent: it leaves with what is there. */
  readonly gatherMs?: number
  /** How long letters of a decision wait, so that it can be taken back unheard; absent: they do not. */
  readonly undo?: UndoWindow
}
