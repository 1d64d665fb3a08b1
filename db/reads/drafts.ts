import type { Kysely } from 'kysely'
import type { FormAnswers } from '../../domain/form/form.js'
import type { Instant, PersonId, BaseId } from '../../domain/ids.js'
import type { Drafter } from '../../domain/judge/drafter.js'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'

/** Where a draft lies. */
export interface OfDraft {
  readonly base: BaseId
  readonly step: string
  readonly drafter: Drafter
}

/** What is sealed, so that one draft cannot be put in the place of another. */
export const draftPlace = ({ base, step, drafter }: OfDraft): `draft/${string}` => `draft/${base}/${step}/${drafter}`

/** A draft as it was typed last. */
export interface KeptDraft {
  readonly version: number
  readonly changedBy: PersonId
  readonly changedAt: Instant
  readonly answers: FormAnswers
}

/** The draft that lies there; undefined where there is none. */
export const readDraft = async (db: Kysely<Database>, of: OfDraft): Promise<KeptDraft | undefined> => {
  const row = await db
    .selectFrom('draft')
    .leftJoin('person_key as key', 'key.person', 'draft.author')
    .select(['draft.version', 'draft.body', 'draft.author', 'draft.changed_at as at'])
    .select(['key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('base', '=', of.base)
    .where('step', '=', of.step)
    .where('drafter', '=', of.drafter)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { version, body, author, at, ...key } = row
  const answers: unknown = JSON.parse(
    unseal({ person: author, ...key }, { field: draftPlace(of), sealed: body }) ?? 'null',
  )
  return isAnswers(answers) ? { version, changedBy: author, changedAt: at, answers } : undefined
}

const isAnswers = (value: unknown): value is FormAnswers => typeof value === 'object' && value !== null
