import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'

/**
 * Stands in a statement that comes again and again with other values only: its text is parsed and planned once on each
 * connection instead of every time. For writes of the same shape; never for a `select *`, whose plan breaks when a column
 * is added under a running process.
 */
export const kept = sql`/* kept */`
const mark = '/* kept */'

/** As many texts as one process keeps: a plan is some hundred kilobytes on each connection. Later ones run as before. */
const atMost = 128

/** Gives each marked text its name, the same on every connection; undefined for all others. */
export const createNames = (limit = atMost): ((text: string) => string | undefined) => {
  const names = new Map<string, string>()
  return (text) => {
    if (!text.includes(mark)) return undefined
    const known = names.get(text)
    if (known !== undefined || names.size >= limit) return known
    const name = `kept_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    names.set(text, name)
    return name
  }
}

/** Has a connection send marked texts as named statements, which the server keeps as long as the connection lasts. */
export const keepStatements = (client: pg.PoolClient, nameOf: (text: string) => string | undefined): void => {
  const ask = client.query.bind(client)
  const value = (first: unknown, ...rest: readonly unknown[]): unknown => {
    const name = typeof first === 'string' ? nameOf(first) : undefined
    return Reflect.apply(ask, undefined, [name === undefined ? first : { name, text: first }, ...rest])
  }
  Object.defineProperty(client, 'query', { value, configurable: true })
}
