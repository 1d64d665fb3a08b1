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

/**
 * Keeps what was tried and refused: Temporal has no trace of what a validator turned away. Takes any refusal: of one that says more than
 * its row holds the beginnings of the lists stay, with how many were left out, so that nobody gets a fault for the answer he was due.
 */
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
      detail: keptDetail(detail ?? null),
    })
    .execute()
}

/** Less than the row takes (`refused_attempt_is_readable`), for PostgreSQL writes JSON with spaces. */
const mostOctets = 15_000
const most = [32, 16, 8, 4, 2, 1] as const
const mostLetters = 200

/** The text of a detail; where it is too long for its row, the beginnings of its lists and, as `left`, how much of them is not there. */
export const keptDetail = (detail: unknown): string => {
  const whole = JSON.stringify(detail)
  if (isShort(whole)) return whole
  if (typeof detail !== 'object' || detail === null) return JSON.stringify({ left: 1 })
  const fields = Object.entries(detail)
  const shorter = most.map((items) => {
    const { entries, left } = shortEntries(fields, items)
    return JSON.stringify({ ...Object.fromEntries(entries), left })
  })
  return shorter.find(isShort) ?? JSON.stringify({ left: 1 })
}

const isShort = (text: string): boolean => Buffer.byteLength(text) <= mostOctets

interface Shortened {
  readonly value: unknown
  readonly left: number
}

const shortened = (value: unknown, items: number): Shortened => {
  if (typeof value === 'string') return { value: [...value].slice(0, mostLetters).join(''), left: 0 }
  if (typeof value !== 'object' || value === null) return { value, left: 0 }
  const all = Object.entries(value)
  const isList = Array.isArray(value)
  const { entries, left } = shortEntries(isList ? all.slice(0, items) : all, items)
  return isList
    ? { value: entries.map(([, one]) => one), left: left + all.length - entries.length }
    : { value: Object.fromEntries(entries), left }
}

const shortEntries = (fields: readonly (readonly [string, unknown])[], items: number) => {
  const parts = fields.map(([key, one]) => [key, shortened(one, items)] as const)
  return {
    entries: parts.map(([key, { value }]) => [key, value] as const),
    left: parts.reduce((sum, [, part]) => sum + part.left, 0),
  }
}
