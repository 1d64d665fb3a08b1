import { isTextContent, type TextContent } from '../../domain/negotiation/content.js'
import type { Kysely } from 'kysely'
import type { NegotiationEvent } from '../../domain/events/negotiation.js'
import type { Instant, PersonId, Sha256, BaseId } from '../../domain/ids.js'
import type { Role, Side } from '../../domain/role.js'
import type { StepId, StepKey } from '../../domain/values/step-key.js'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { readCaseKey } from '../writes/case-keys.js'

type Db = Kysely<Database>

/** What is sealed, so that nothing can be put in the place of another. */
export const versionPlace = ({ base, hash }: { base: BaseId; hash: Sha256 }): `negotiated/${string}` =>
  `negotiated/${base}/${hash}`
/** The same of what somebody says about a text, by its number. */
export const itemPlace = ({ base, no }: { base: BaseId; no: number }): `negotiated/${string}` =>
  `negotiated/${base}/item/${no}`
/** The same of an answer, by the visit it is given on. */
export const answerPlace = ({ base, no, step }: { base: BaseId; no: number; step: string }): `negotiated/${string}` =>
  `negotiated/${base}/item/${no}/${step}`

/** A version as it was handed over; undefined where it is not there, its base has no key any more, or what was kept is no text. */
export const readVersion = async (
  db: Db,
  { base, hash }: { readonly base: BaseId; readonly hash: Sha256 },
): Promise<TextContent | undefined> => {
  const row = await db
    .selectFrom('text_version')
    .select('body')
    .where('base', '=', base)
    .where('hash', '=', hash)
    .executeTakeFirst()
  const key = row === undefined ? undefined : await readCaseKey(db, base)
  if (row === undefined || key === undefined) return undefined
  const content: unknown = JSON.parse(unseal(key, { field: versionPlace({ base, hash }), sealed: row.body }) ?? 'null')
  return isTextContent(content) ? content : undefined
}

interface KeptAnswer {
  readonly step: StepId
  readonly state: string
  readonly hash: Sha256 | null
  /** null where there are no words, or none any more. */
  readonly body: string | null
  readonly author: PersonId
  readonly at: Instant
}

/** What somebody says about a text. */
export interface KeptItem {
  readonly base: BaseId
  readonly no: number
  readonly step: StepId
  readonly kind: 'proposal' | 'comment' | 'issue'
  readonly side: Side
  readonly seenBy: 'own_side' | 'both'
  readonly clauses: readonly string[]
  readonly hash: Sha256
  /** null once its author was erased. */
  readonly body: string | null
  readonly author: PersonId
  readonly at: Instant
  /** In the order of their visits. */
  readonly answers: readonly KeptAnswer[]
}

/** Everything that was said about the text of a base, by its numbers. */
export const readItems = async (db: Db, { base }: { readonly base: BaseId }): Promise<readonly KeptItem[]> => {
  const [items, answers] = await Promise.all([itemRows(db, base), answerRows(db, base)])
  return items.map(({ no, step, kind, side, seenBy, clauses, hash, body, author, at, wrapped, wrappedBy }) => ({
    base,
    no,
    step,
    kind,
    side,
    seenBy,
    clauses,
    hash,
    body: unseal({ person: author, wrapped, wrappedBy }, { field: itemPlace({ base, no }), sealed: body }),
    author,
    at,
    answers: answers.filter((one) => one.no === no).map((one) => answerOf(base, one)),
  }))
}

const itemRows = (db: Db, base: BaseId) =>
  db
    .selectFrom('text_item')
    .leftJoin('person_key as key', 'key.person', 'text_item.author')
    .select([
      'no',
      'step',
      'kind',
      'side',
      'seen_by as seenBy',
      'clauses',
      'hash',
      'body',
      'author',
      'text_item.made_at as at',
    ])
    .select(['key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('base', '=', base)
    .orderBy('no')
    .execute()

const answerRows = (db: Db, base: BaseId) =>
  db
    .selectFrom('text_answer')
    .leftJoin('person_key as key', 'key.person', 'text_answer.author')
    .select(['no', 'step', 'state', 'hash', 'body', 'author', 'given_at as at'])
    .select(['key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('base', '=', base)
    .orderBy('no')
    .orderBy('given_at')
    .execute()

const answerOf = (
  base: BaseId,
  { no, step, state, hash, body, author, at, wrapped, wrappedBy }: Awaited<ReturnType<typeof answerRows>>[number],
): KeptAnswer => ({
  step,
  state,
  hash,
  body: unseal({ person: author, wrapped, wrappedBy }, { field: answerPlace({ base, no, step }), sealed: body }),
  author,
  at,
})

/** A version as the ledger has it, with when it was handed over, and whether its step still counts. */
type VersionHanded = NegotiationEvent & { readonly at: Instant; readonly seq: number; readonly counts: boolean }

/** A step that was opened, by its place in the ledger. */
export interface OpenedStep {
  readonly seq: number
  readonly key: StepKey
  readonly role: Role
}

/** The ledger's own word on versions, in its order, and on the steps that were opened meanwhile. */
export const handedOver = async (
  db: Db,
  { base }: { readonly base: BaseId },
): Promise<{ readonly versions: readonly VersionHanded[]; readonly opened: readonly OpenedStep[] }> => {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['payload', 'occurred_at as at', 'seq'])
    .where('stream', '=', base)
    .where('type', 'in', ['text_handed_over', 'step_opened', 'step_voided'])
    .orderBy('seq')
    .execute()
  const voided = new Set(rows.flatMap(({ payload }) => (payload.type === 'step_voided' ? [payload.step] : [])))
  return {
    versions: rows.flatMap(({ payload, at, seq }) =>
      payload.type === 'text_handed_over' ? [{ ...payload, at, seq, counts: !voided.has(payload.step) }] : [],
    ),
    opened: rows.flatMap(({ payload, seq }) =>
      payload.type === 'step_opened' ? [{ seq, key: payload.key, role: payload.role }] : [],
    ),
  }
}
