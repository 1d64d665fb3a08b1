import { readFile } from 'node:fs/promises'
import { CompiledQuery } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Migration } from 'kysely/migration'
import { acceptWords } from './accepted-words.js'
import { connect } from './connect.js'

/** A list and no directory scan: what runs is what was reviewed, in this order. */
const names = [
  '0001-people-and-programmes',
  '0002-ledger',
  '0003-bases',
  '0004-commands-and-letters',
  '0005-grants',
  '0006-what-comes-back',
  '0007-role-models',
  '0008-checkpoints',
  '0009-time-that-acts',
  '0010-who-may-decide',
  '0011-bodies',
  '0012-the-ten',
  '0013-paper-and-logs',
  '0014-asking',
  '0015-two-witnesses',
  '0016-sealed-people',
  '0017-two-sides-and-paper-told',
  '0018-refused-and-voided-told',
  '0019-recovered-after-a-crash',
  '0020-what-is-stuck',
  '0021-keys-and-statements',
  '0022-sealed-entries',
  '0023-logs-in-a-chain',
  '0024-what-stops-the-log',
  '0025-seats-and-rules-are-sealed',
  '0026-the-sequencer-alone',
  '0027-witnessed-logs',
  '0028-compared-runs',
  '0029-an-answer-stays',
  '0030-true-beside-false',
  '0031-what-nobody-changes',
  '0032-who-answered',
  '0033-who-signs-in',
  '0034-the-register',
  '0035-proposed-seats',
  '0036-published-rules',
  '0037-letters-together',
  '0038-head-of-government',
  '0039-exhibits',
  '0040-what-becomes-of-files',
  '0042-drafts',
  '0043-links',
  '0044-sign-ins',
  '0045-api-tokens',
  '0046-words-of-the-programme',
  '0047-negotiated-texts',
  '0049-act-codes',
  '0051-milestones',
  '0052-letter-copies',
  '0057-rows-of-the-reader',
  '0058-third-parties',
  '0062-mail-that-comes-in',
  '0063-inbox-by-seat',
  '0066-numbers-of-licences',
  '0068-saved-views',
  '0069-webhooks',
  '0071-time-to-think-again',
  '0072-passkeys',
  '0074-lists-that-do-not-grow',
  '0075-seats-of-their-programme',
  '0079-lists-in-their-order',
] as const

/**
 * Brings the database of that address up to date as the role named in it, which will own the tables. Several processes may call it at once.
 * Throws, with nothing half done, when a migration fails or the database has migrations this program does not know.
 * Returns the names of those it ran. With `upTo` it stops after that one: so far a backup of an older program was brought.
 * Up to date, the tables accept the words of the programme as this program has them: a new one needs no migration.
 */
export async function migrate(url: string, { upTo }: { upTo?: string | undefined } = {}): Promise<readonly string[]> {
  const db = connect(url, { max: 2 })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error, results = [] } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
    const failed = results.find(({ status }) => status === 'Error')
    if (error !== undefined) {
      throw new Error(
        `The database could not be migrated (${failed?.migrationName ?? 'before the first migration'}).`,
        {
          cause: error,
        },
      )
    }
    if (upTo === undefined) await acceptWords(db)
    return results.map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}

const fromFile = (name: string): Migration => ({
  up: async (db) => {
    const text = await readFile(new URL(`./migrations/${name}.sql`, import.meta.url), 'utf8')
    await db.executeQuery(CompiledQuery.raw(text))
  },
})

const migrations = Object.fromEntries(names.map((name) => [name, fromFile(name)]))
