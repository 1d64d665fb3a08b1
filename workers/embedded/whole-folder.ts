import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file in a data folder while a restore is under way; what a killed one leaves behind says that it was not finished. */
export const underRestore = (data: string): string => join(data, 'under-restore')

/**
 * Refuses a data folder on which a start would look sound and not be: a restore was not finished, or the database is gone while
 * Temporal's store is there, so that an empty ledger would stand beside workflows that run.
 */
export const mustBeWhole = (data: string): void => {
  if (existsSync(underRestore(data)))
    throw new Error(
      `A restore on ${data} was not finished. Run it again; nothing starts before, on a database that may be empty.`,
    )
  if (isEmpty(join(data, 'postgres')) && !isEmpty(join(data, 'temporal')))
    throw new Error(
      `The database in ${join(data, 'postgres')} is gone, and Temporal’s store is there. Restore a backup (docs/how-to/restore.md), or move ${join(data, 'temporal')} away as well to begin anew.`,
    )
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0
