import type { DocumentFile } from '../domain/command.js'
import type { Calendar } from '../domain/calendar.js'
import type { DocumentKind } from '../domain/document-kind.js'
import type { Locale } from '../domain/locale.js'
import type { Procedure } from '../domain/procedure.js'
import type { RecordRequest, RecordResult } from '../domain/record.js'

/** What a run needs before it can judge: the pinned rules and the calendars of both sides (design 3 and 4). */
export interface PrepareRequest {
  readonly procedure: 'full' | 'light'
  /** A pinned version; absent: the newest one in force. */
  readonly version?: string
  readonly calendars: readonly { readonly country: string; readonly zone: string }[]
  /** First local date the calendars must cover. */
  readonly from: string
}
export interface Prepared {
  readonly procedure: Procedure
  /** Fetched in the course of a run: the newest version, where it is another, and versions by their names (8.8). */
  readonly newest?: Procedure
  readonly versions?: Readonly<Record<string, Procedure>>
  /** By id, such as `CN@Asia/Shanghai`. */
  readonly calendars: Readonly<Record<string, Calendar>>
}

export interface DocumentRequest {
  readonly base: string
  readonly order: string
  readonly kind: DocumentKind
  readonly languages: readonly Locale[]
}

export interface ReconcileAllRequest {
  /** Every programme of this namespace. */
  readonly namespace: string
  /** What asked for it: the same key gives no second report. */
  readonly key: string
}

/** The activities workflows may name. Local: `record`, `prepare`. Ordinary: `makeDocuments`, `reconcileAll`. */
export interface Activities {
  record(request: RecordRequest): Promise<RecordResult>
  prepare(request: PrepareRequest): Promise<Prepared>
  makeDocuments(request: DocumentRequest): Promise<readonly DocumentFile[]>
  reconcileAll(request: ReconcileAllRequest): Promise<readonly { readonly programme: string; readonly found: number }[]>
}
