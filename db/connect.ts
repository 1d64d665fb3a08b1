import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { createNames, keepStatements } from './kept-statements.js'
import { boundToReaders } from './rows-of-the-reader.js'
import type { Database } from './schema.js'

/** No statement of ours is meant to take seconds; one that does must not hold its locks any longer. */
const statementTimeoutMs = 15_000

/** A server that lives has ended the statement by then, and said so: one that has not is frozen, or cut off without a word. */
const silenceMs = statementTimeoutMs + 5_000

interface ConnectOptions {
  readonly max?: number
  readonly name?: string
  readonly silentMs?: number
  readonly forReaders?: boolean
}

/**
 * A pool of at most `max` connections (about twice the cores serve best). Instants are read as ISO text with
 * milliseconds and Z, dates as text, int8 as a number. `name` says who asks, in the server's list of connections. The
 * caller ends it with `destroy()`. A connection over which nothing is answered for `silentMs` is given up, and its statements
 * fail. With `forReaders` each statement shows the rows of whoever asks (migration 0057): what serves readers connects so.
 */
export function connect(
  url: string,
  { max = 8, name = 'cornerstone', silentMs = silenceMs, forReaders = false }: ConnectOptions = {},
): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    connectionTimeoutMillis: 10_000,
    // A connection that rests stays: opening one anew is a third of what the first decision after a pause takes.
    idleTimeoutMillis: 0,
    options: '-c timezone=UTC',
    types: { getTypeParser },
  })
  // Without a listener a connection that the server closes would end the process: an idle one (node-postgres#2762), and
  // one in use, of which the pool does not hear. The pool drops both, and the statement under way fails by itself.
  pool.on('error', () => undefined)
  const nameOf = createNames()
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    keepStatements(client, nameOf)
    giveUpOnSilence(client, silentMs)
  })
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: forReaders ? boundToReaders(pool) : pool }) })
}

/**
 * Ends a connection whose server leaves a statement without an answer. It is ended and not only left: the statement may still be
 * carried out when the server wakes, within a transaction that nobody would close.
 */
const giveUpOnSilence = (client: pg.PoolClient, silentMs: number): void => {
  const ask = client.query.bind(client)
  const value = (...asked: readonly unknown[]): unknown => {
    const answer: unknown = Reflect.apply(ask, undefined, asked)
    if (!(answer instanceof Promise)) return answer
    const timer = setTimeout(() => void client.end(), silentMs)
    return answer.finally(() => clearTimeout(timer))
  }
  Object.defineProperty(client, 'query', { value })
}

/** SQLSTATEs after which the same transaction may simply be run again: serialization failure, deadlock. */
export const retriableCodes = ['40001', '40P01'] as const

/** Whether a fault of the database is over by running the transaction again. */
export const isRetriable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && retriableCodes.some((code) => code === error.code)

const { builtins } = pg.types

type Format = 'text' | 'binary'
type Parser = (text: string) => unknown
const usualParser: (oid: number, format?: Format) => Parser = pg.types.getTypeParser

const asInstant = (text: string): string => {
  const read = usualParser(builtins.TIMESTAMPTZ)(text)
  if (!(read instanceof Date)) throw new Error(`The database gave "${text}" where an instant was expected.`)
  return read.toISOString()
}

const asNumber = (text: string): number => {
  const number = Number(text)
  if (!Number.isSafeInteger(number))
    throw new Error(`The database gave ${text}, which no number here can hold exactly.`)
  return number
}

const parsers: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [builtins.INT8, asNumber],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, asInstant],
])

const getTypeParser = (oid: number, format?: Format): Parser =>
  (format === 'binary' ? undefined : parsers.get(oid)) ?? usualParser(oid, format)
