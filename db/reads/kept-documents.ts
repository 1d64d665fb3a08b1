import type { BaseId, PersonId } from '../../domain/ids.js'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Divergence } from '../../domain/divergence.js'
import type { LedgerEntry } from '../ledger.js'
import type { Database } from '../schema.js'
import type { FileEnd } from '../../domain/exhibits/exhibit.js'
import { isEnded, type ExhibitEnd } from '../../domain/retention.js'
import type { FilePart } from '../schema/exhibit-tables.js'
import { readFile } from '../writes/exhibit-files.js'
import { lastDayOfMemorandum } from './base-end.js'
import { readTexts, unsealedText } from './texts.js'

type Db = Kysely<Database>

/** Where papers, scans and the files of exhibits lie. */
export interface StoredDocuments {
  /** Whether a document is there, with the bytes that were put. */
  readonly isSound: (sha256: string) => Promise<boolean>
  /** Whether the file of an exhibit is there, as far as this process looks; absent where it does not reach the files. */
  readonly isThere?: (file: ExhibitAtRest) => Promise<boolean>
}

/** The file of an exhibit as it lies in its store, and what it must be. */
export interface ExhibitAtRest {
  readonly sha256: string
  readonly key: Buffer | undefined
  readonly parts: readonly FilePart[]
}

interface Named {
  readonly stream: string
  readonly rows: readonly LedgerEntry[]
  readonly store: StoredDocuments
}

/** Papers, scans and words that entries of a stream name and that are not there, or not what was named. */
export async function namedDiverge(db: Db, { stream, rows, store }: Named): Promise<readonly Divergence[]> {
  const found: Divergence[] = []
  for (const { seq, payload } of rows) {
    const papers = payload.type === 'document_made' ? payload.files.map(({ sha256 }) => sha256) : []
    const scans = payload.type === 'paper_entered' ? [payload.scan] : []
    for (const subject of papers)
      if (!(await store.isSound(subject))) found.push({ code: 'paper_missing', stream, seq, subject })
    for (const subject of scans)
      if (!(await store.isSound(subject))) found.push({ code: 'scan_missing', stream, seq, subject })
  }
  return [...found, ...(await filesDiverge(db, { stream, rows, store })), ...(await textsDiverge(db, { stream, rows }))]
}

/** Files of exhibits that are not there, and neither an erasure nor the end of their time says why. */
async function filesDiverge(db: Db, { stream, rows, store }: Named): Promise<readonly Divergence[]> {
  const { isThere } = store
  const received = rows.flatMap(({ seq, payload }) => (payload.type === 'exhibit_received' ? [{ seq, payload }] : []))
  if (isThere === undefined || received.length === 0) return []
  const found: Divergence[] = []
  const covered = await filesCovered(db, stream)
  for (const { seq, payload } of received) {
    const { exhibit: subject, file } = payload
    if (covered.has(subject)) continue
    // A key that was changed does not open: then nothing is there.
    const kept = await readFile(db, subject).catch(() => undefined)
    const isSound = kept !== undefined && (await isThere({ sha256: file.sha256, key: kept.key, parts: kept.parts }))
    if (!isSound) found.push({ code: 'exhibit_missing', stream, seq, subject })
  }
  return found
}

interface KeptEnd extends ExhibitEnd {
  readonly id: string
  readonly person: PersonId
  readonly isOfPerson: boolean
  readonly end: FileEnd | null
  readonly on: string | null
}

/** Exhibits of a base whose file need not be there: under the key of somebody an entry says to be erased, or past their time. */
const filesCovered = async (db: Db, base: BaseId): Promise<ReadonlySet<string>> => {
  const erased = await erasedPeople(db)
  const { rows } = await sql<KeptEnd>`
    select exhibit.id, exhibit.person, exhibit_file.key_of = 'person' as "isOfPerson", destroyed_for as "end",
      to_char(destroyed_at, 'YYYY-MM-DD') as "on", base.closed_at as "closedAt", ${lastDayOfMemorandum} as "endsOn",
      exhibit.readers = 'FRM' as "isOfFirm", base_stage.left_at as "stageLeft"
    from exhibit join exhibit_file on exhibit_file.id = exhibit.id
    join base on base.id = exhibit.base
    left join base_stage on base_stage.base = base.id and base_stage.no = exhibit.stage_no
    where exhibit.base = ${base}`.execute(db)
  const isCovered = (row: KeptEnd): boolean =>
    (row.isOfPerson && erased.has(row.person)) || (row.end === 'retention' && row.on !== null && isEnded(row, row.on))
  return new Set(rows.filter(isCovered).map(({ id }) => id))
}

async function textsDiverge(db: Db, { stream, rows }: Omit<Named, 'store'>): Promise<readonly Divergence[]> {
  const named = rows.flatMap(({ seq, payload }) => textsIn(payload).map((text) => ({ ...text, seq })))
  if (named.length === 0) return []
  const kept = await readTexts(db)
    .leftJoin('person', 'person.id', 'text.author')
    .select(['text.hash', 'text.salt', 'person.erased_at as erasedAt'])
    .where('text.id', '=', sql<string>`any(${[...new Set(named.map(({ id }) => id))].filter(isUuid)}::uuid[])`)
    .execute()
  const texts = new Map(kept.map((text) => [text.id, text]))
  const erased = await erasedPeople(db)
  return named.flatMap(({ id: subject, hash, seq }): readonly Divergence[] => {
    const text = texts.get(subject)
    if (text === undefined) return [{ code: 'text_missing', stream, seq, subject }]
    if (text.hash !== hash) return [{ code: 'text_differs', stream, seq, subject }]
    const body = bodyOf(text)
    if (body === null) return erased.has(text.author) ? [] : [{ code: 'text_missing', stream, seq, subject }]
    const isIt = body !== undefined && hash === createHash('sha256').update(`${text.salt}\n${body}`).digest('hex')
    return isIt ? [] : [{ code: 'text_differs', stream, seq, subject }]
  })
}

/** What an entry names otherwise was never kept. */
const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Words that were changed do not open: they are undefined, and those that were taken away null. */
const bodyOf = (text: Parameters<typeof unsealedText>[0]): string | null | undefined => {
  try {
    return unsealedText(text).body
  } catch {
    return undefined
  }
}

/** Whom an entry of some programme says to be erased. */
const erasedPeople = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('ledger_entry').select('payload').where('type', '=', 'person_erased').execute()
  return new Set(rows.flatMap(({ payload }) => (payload.type === 'person_erased' ? [payload.person] : [])))
}

/** The texts that stand anywhere in a payload: whatever has an id and a hash is one. */
const textsIn = (value: unknown): readonly { readonly id: string; readonly hash: string }[] => {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(textsIn)
  if (!('id' in value) || !('hash' in value)) return inside
  const { id, hash } = value
  return typeof id === 'string' && typeof hash === 'string' ? [{ id, hash }, ...inside] : inside
}
