import type { BaseId, PersonId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'
import { readTexts, unsealedText } from './texts.js'

/** A form as it lies with the act it was handed in with; `answers` is null once its author was erased. */
export interface HandedInForm {
  readonly seq: number
  readonly step: string
  readonly key: string
  readonly option: string
  readonly person: PersonId | null
  readonly role: string | null
  readonly at: string
  /** The id under which the answers lie sealed. */
  readonly content: string
  readonly version: number
  readonly answers: Readonly<Record<string, unknown>> | null
}

/** The forms handed in on the visits of some steps of a base, newest last. */
export const readForms = async (
  db: Kysely<Database>,
  { base, keys }: { readonly base: BaseId; readonly keys: readonly string[] },
): Promise<readonly HandedInForm[]> => {
  if (keys.length === 0) return []
  const rows = await readTexts(db)
    .innerJoin('ledger_entry as entry', (join) =>
      join
        .onRef('entry.stream', '=', 'text.stream')
        .on(sql<boolean>`text.id::text = entry.payload->'form'->'content'->>'id'`),
    )
    .select([
      'entry.seq',
      'entry.actor',
      'entry.role',
      'entry.occurred_at as at',
      sql<string>`entry.payload->>'step'`.as('step'),
      sql<string>`entry.payload->>'key'`.as('key'),
      sql<string>`entry.payload->>'option'`.as('option'),
    ])
    .where('entry.stream', '=', base)
    .where('entry.type', '=', 'step_acted')
    .where(sql<boolean>`entry.payload->>'key' = any(${[...keys]}::text[])`)
    .orderBy('entry.seq')
    .execute()
  return rows.map(({ seq, step, key, option, actor: person, role, at, ...sealed }) => ({
    seq,
    step,
    key,
    option,
    person,
    role,
    at,
    content: sealed.id,
    ...kept(unsealedText(sealed).body),
  }))
}

const kept = (body: string | null): Pick<HandedInForm, 'version' | 'answers'> => {
  const read: unknown = body === null ? null : JSON.parse(body)
  return isKept(read) ? read : { version: 0, answers: null }
}

const isKept = (value: unknown): value is { version: number; answers: Readonly<Record<string, unknown>> } =>
  typeof value === 'object' && value !== null && 'version' in value && 'answers' in value
