import type { Kysely, Selectable } from 'kysely'
import { readBase, type ReadBase } from '../../db/reads/bases.js'
import { lastCheckpoint } from '../../db/reads/checkpoints.js'
import { readTexts, unsealedText } from '../../db/reads/texts.js'
import { readVersion } from '../../db/reads/negotiated-texts.js'
import { readRulesNamed } from '../../db/reads/procedures.js'
import type { Database } from '../../db/schema.js'
import type { PaperNumberTable } from '../../db/schema/base-tables.js'
import type { BaseOnPaper, LedgerOnPaper } from '../../documents/paper.js'
import type { AnyEvent, EventType } from '../../domain/event.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { LocalText } from '../../domain/locale.js'
import type { TextContent } from '../../domain/negotiation/content.js'
import type { Procedure } from '../../domain/procedure.js'
import { paperNumberInWords } from '../../domain/words/paper-number.js'
import type { Sha256, BaseId } from '../../domain/ids.js'
import { defined } from '../../domain/values/defined.js'

/**
 * Everything a paper may tell: the ledger of its base up to the entry that ordered it and nothing later, so that the
 * same order always gives the same paper, whatever has happened since.
 */
export interface StorySoFar {
  readonly kind: DocumentKind
  readonly base: BaseOnPaper
  readonly ledger: LedgerOnPaper
  readonly rehearsal: boolean
  /** The number of the paper; absent for one of before there were any, and where none is ordered. */
  readonly number?: LocalText
  /** Zone in which the place counts its days. */
  readonly zone: string
  readonly procedure: Procedure
  readonly events: readonly EventAt<EventType>[]
  /** Words of persons by id; one that was erased is missing. */
  readonly texts: ReadonlyMap<string, string>
  /** Of the memorandum: the version that stood, which both sides have made; absent where nobody has handed one over. */
  readonly agreed?: AgreedText
}

/** An event with its place and instant. */
export type EventAt<T extends EventType> = Extract<AnyEvent, { readonly type: T }> & {
  readonly seq: number
  readonly at: string
}

/** A version by the hash it was handed over and approved under. */
export interface AgreedText {
  readonly hash: Sha256
  readonly content: TextContent
}

type Db = Kysely<Database>

/** Reads the story of an order. An order the ledger does not know is a defect, as are rules that are missing. */
export const storySoFar = async (
  db: Db,
  wanted: { readonly base: BaseId; readonly order: string },
): Promise<StorySoFar> => {
  const order = await db
    .selectFrom('document_order as ordered')
    .leftJoin('paper_number as numbered', (join) =>
      join.onRef('numbered.base', '=', 'ordered.base').onRef('numbered.order_id', '=', 'ordered.id'),
    )
    .select(['kind', 'ordered_seq', 'series', 'year', 'number'])
    .where('ordered.base', '=', wanted.base)
    .where('ordered.id', '=', wanted.order)
    .executeTakeFirst()
  const base = await readBase(db, { id: wanted.base })
  if (order === undefined || base === undefined) {
    throw new Error(`The order ${wanted.order} of ${wanted.base} is not in the database.`)
  }
  const upTo = await storyUpTo(db, { base, kind: order.kind, seq: order.ordered_seq })
  const story = { ...upTo, ...defined({ number: numberOf(order, base) }) }
  if (!printsText.includes(story.kind)) return story
  return { ...story, ...defined({ agreed: await agreedText(db, { base: base.id, events: story.events }) }) }
}

/** Papers that need the words of the text, and not its hash alone. */
const printsText: readonly DocumentKind[] = ['mou_text', 'concordance_certificate']

type Nullable<T> = { readonly [K in keyof T]: T[K] | null }

const numberOf = (
  { series, year, number }: Nullable<Pick<Selectable<PaperNumberTable>, 'series' | 'year' | 'number'>>,
  { programme, rehearsal }: Pick<ReadBase, 'programme' | 'rehearsal'>,
): LocalText | undefined =>
  series === null || year === null || number === null
    ? undefined
    : paperNumberInWords({ programme, rehearsal, series, year, number })

interface UpTo {
  readonly base: ReadBase
  readonly kind: DocumentKind
  readonly seq: number
}

const storyUpTo = async (db: Db, { base, kind, seq }: UpTo): Promise<StorySoFar> => {
  const entries = await entriesUpTo(db, { stream: base.id, seq })
  const last = entries.at(-1)
  if (last === undefined) throw new Error(`The ledger of ${base.id} is empty.`)
  const events = entries.map(({ payload, seq, occurred_at }) => ({ ...payload, seq, at: occurred_at }))
  const zone = ofType(events, 'base_nominated').at(-1)?.cluster.zone ?? 'UTC'
  return {
    kind,
    rehearsal: base.rehearsal,
    events,
    base: onPaper({ id: base.id, names: base.names }, events),
    ledger: { head: last.hash, seq: last.seq, at: last.occurred_at, zone, ...(await checkpointBefore(db, last)) },
    zone,
    procedure: await rulesOf(db, last.rules_version),
    texts: await textsOf(db, base.id),
  }
}

/** The story of a base up to now, as an order of a memorandum would be given it at this moment; undefined where there is no base. */
export const storyNow = async (db: Db, base: BaseId): Promise<StorySoFar | undefined> => {
  const found = await readBase(db, { id: base })
  return found === undefined
    ? undefined
    : await storyUpTo(db, { base: found, kind: 'mou_text', seq: found.ledger.entries })
}

/** The events of one type, in their order. */
export const ofType = <T extends EventType>(events: readonly EventAt<EventType>[], type: T): readonly EventAt<T>[] =>
  events.filter((event): event is EventAt<T> => event.type === type)

/**
 * The last version that was handed over on a step that counts; undefined where there was none. One whose words cannot be read is a fault:
 * nothing else may be printed in its place.
 */
const agreedText = async (
  db: Db,
  { base, events }: { readonly base: BaseId; readonly events: readonly EventAt<EventType>[] },
): Promise<AgreedText | undefined> => {
  const voided = new Set(ofType(events, 'step_voided').map(({ step }) => step))
  const last = ofType(events, 'text_handed_over').findLast(({ step }) => !voided.has(step))
  if (last === undefined) return undefined
  const { no, hash } = last
  const content = await readVersion(db, { base, hash })
  if (content === undefined)
    throw new Error(
      `The words of version ${no} of the text of ${base} (${hash}) cannot be read, so no paper is made of it.`,
    )
  return { hash, content }
}

/** The last time one of these steps was closed; one that was merely stopped does not count. */
export const lastClosed = (
  { events }: Pick<StorySoFar, 'events'>,
  keys: readonly string[],
): EventAt<'step_closed'> | undefined =>
  ofType(events, 'step_closed').findLast(({ key, how }) => keys.includes(key) && how !== 'stopped')

/** How a step closed last in the review of one year; undefined where that review had none such. */
export const closedInYear = (
  { events }: Pick<StorySoFar, 'events'>,
  { key, year }: { readonly key: string; readonly year: number },
): EventAt<'step_closed'> | undefined => {
  const entered = ofType(events, 'stage_entered').findLast((one) => one.year === year)
  const next = ofType(events, 'stage_entered').find(({ seq }) => entered !== undefined && seq > entered.seq)
  return ofType(events, 'step_closed').findLast(
    (one) =>
      one.key === key && entered !== undefined && one.seq > entered.seq && (next === undefined || one.seq < next.seq),
  )
}

/** What was done on the visits of some steps, as far as it counts: nothing of whoever recused, nothing on a visit that was voided. */
export const countedOn = (
  { events }: Pick<StorySoFar, 'events'>,
  isMeant: (act: EventAt<'step_acted'>) => boolean,
): readonly EventAt<'step_acted'>[] => {
  const voided = new Set(ofType(events, 'step_voided').map(({ step }) => step))
  const recused = ofType(events, 'step_recused')
  return ofType(events, 'step_acted').filter(
    (act) =>
      isMeant(act) &&
      !voided.has(act.step) &&
      !recused.some(({ step, person }) => step === act.step && person === act.by.person),
  )
}

/** What was done on one visit of a step. */
export const actsOn = ({ events }: Pick<StorySoFar, 'events'>, step: string): readonly EventAt<'step_acted'>[] =>
  ofType(events, 'step_acted').filter((event) => event.step === step)

/** The words that came with an act, if any are left. */
export const saidWith = (
  { texts }: Pick<StorySoFar, 'texts'>,
  act: { readonly reason?: { readonly id: string } } | undefined,
): string | undefined => (act?.reason === undefined ? undefined : texts.get(act.reason.id))

const entriesUpTo = (db: Db, { stream, seq }: { readonly stream: string; readonly seq: number }) =>
  db
    .selectFrom('ledger_entry')
    .select(['seq', 'payload', 'occurred_at', 'recorded_at', 'hash', 'rules_version'])
    .where('stream', '=', stream)
    .where('seq', '<=', seq)
    .orderBy('seq')
    .execute()

/**
 * The last checkpoint signed a minute before the entry was recorded, or earlier: one signed in that very moment might be
 * committed between two printings, and the same order must give the same bytes.
 */
const checkpointBefore = async (
  db: Db,
  { recorded_at }: { readonly recorded_at: string },
): Promise<Pick<LedgerOnPaper, 'checkpoint'>> => {
  const until = new Date(Date.parse(recorded_at) - 60_000).toISOString()
  const checkpoint = await lastCheckpoint(db, { until })
  return checkpoint === undefined ? {} : { checkpoint }
}

type Names = NonNullable<Awaited<ReturnType<typeof readBase>>>['names']

/** The base by its names, with slot and plaque as they stood then. A cluster without names goes by its id. */
const onPaper = (
  { id, names }: { readonly id: string; readonly names: Names },
  events: readonly EventAt<EventType>[],
): BaseOnPaper => {
  const called = (what: 'name' | 'place' | 'government' | 'industry'): LocalText =>
    names === null ? { en: id, 'zh-CN': id } : { en: names.en[what], 'zh-CN': names['zh-CN'][what] }
  // A slot that was freed with this very decision is still named: the paper says which one it was.
  const slot = ofType(events, 'slot_reserved').at(-1)?.slot
  const plaque = ofType(events, 'plaque_reserved').at(-1)?.plaque
  return {
    id,
    cluster: called('name'),
    place: called('place'),
    government: called('government'),
    industry: called('industry'),
    ...defined({ slot, plaque }),
  }
}

const rulesOf = async (db: Db, rulesVersion: string): Promise<Procedure> => {
  const procedure = await readRulesNamed(db, rulesVersion)
  if (procedure === undefined)
    throw new Error(`The rules ${rulesVersion} are not in the database; run npm run db:migrate.`)
  return procedure
}

const textsOf = async (db: Db, stream: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await readTexts(db).where('text.stream', '=', stream).execute()
  return new Map(rows.map(unsealedText).flatMap(({ id, body }) => (body === null ? [] : [[id, body] as const])))
}
