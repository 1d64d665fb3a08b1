import type { PersonId } from '../domain/ids.js'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'

/** For whom rows are read, and in which minute. */
interface RowsReader {
  readonly person: PersonId
  readonly minute: string
}

/** What is asked on behalf of one request: it has no reader until it is known who asks. */
export interface RowsAsked {
  reader?: RowsReader
}

const asking = new AsyncLocalStorage<RowsAsked>()

/** Runs what belongs to one request: whoever is its reader by then, its statements show that person's rows alone. */
export const askingRows = <T>(asked: RowsAsked, run: () => T): T => asking.run(asked, run)

/** Who reads, at `now`. The minute is enough, and spares a statement for each: the backstop is coarser than the rule it stands behind. */
export const readerOfRows = (person: PersonId, now: Date): RowsReader => ({
  person,
  minute: `${now.toISOString().slice(0, 16)}:00Z`,
})

/**
 * A pool whose connections say for whom they read before anything is asked over them (migration 0057). One that cannot say so is
 * given up: it might still speak for whoever asked before.
 */
export const boundToReaders = (pool: pg.Pool): PostgresPool => {
  const spoken = new WeakMap<pg.PoolClient, string>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const { person, minute } = asking.getStore()?.reader ?? nobody
      const said = `${minute} ${person}`
      if ((spoken.get(client) ?? `${nobody.minute} ${nobody.person}`) === said) return client
      try {
        await client.query(speaks, [person, minute])
      } catch (error) {
        client.release(true)
        throw error
      }
      spoken.set(client, said)
      return client
    },
  }
}

const nobody: RowsReader = { person: '', minute: '' }
const speaks = `select set_config('cornerstone.reader', $1, false), set_config('cornerstone.moment', $2, false)`
