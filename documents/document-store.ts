import { createHash } from 'node:crypto'

/** Where papers and evidence lie: by their SHA-256, written once, checked at every reading. */
export interface DocumentStore {
  /** Keeps the bytes and says under which fingerprint. The same bytes again change nothing. */
  readonly put: (bytes: Uint8Array) => Promise<StoredDocument>
  /** The bytes, or undefined when there are none. Throws DocumentDamaged when they are no longer what was put. */
  readonly get: (sha256: string) => Promise<Uint8Array | undefined>
  readonly has: (sha256: string) => Promise<boolean>
  /** Throws a fault when the store could not take a document now. */
  readonly check: () => Promise<void>
  /** Throws DocumentStoreFull when it is known, without asking over the network, that no document would fit. */
  readonly room: () => Promise<void>
}

export interface StoredDocument {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  /** In bytes. */
  readonly size: number
}

/** The SHA-256 of the bytes in lower-case hexadecimal digits: a document's name everywhere. */
export const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `sha256/ab/abcdef…`, in a folder and in a bucket. Refuses what is no fingerprint, so no path can be forged. */
export const keyOf = (sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new RangeError(
      `a document is named by 64 lower-case hexadecimal digits; got ${JSON.stringify(sha256.slice(0, 80))}`,
    )
  }
  return `sha256/${sha256.slice(0, 2)}/${sha256}`
}

/** The bytes, if they are what the fingerprint says; else the fault that they are not. */
export const intact = (bytes: Uint8Array, sha256: string): Uint8Array => {
  const found = fingerprint(bytes)
  if (found !== sha256) throw new DocumentDamaged(sha256, found)
  return bytes
}

/** What a person is told when a document cannot be kept or read: what happened, what would be right, what to do. */
export interface StoreProblem {
  readonly what: string
  readonly allowed: string
  readonly next: string
}

/** A fault of the document store. Retrying is safe, since a put is by fingerprint. */
export class DocumentStoreFault extends Error implements StoreProblem {
  override readonly name: string = 'DocumentStoreFault'
  readonly what: string
  readonly allowed: string
  readonly next: string

  constructor(problem: StoreProblem, options?: ErrorOptions) {
    super(`${problem.what} ${problem.allowed} ${problem.next}`, options)
    this.what = problem.what
    this.allowed = problem.allowed
    this.next = problem.next
  }
}

/** No room left. Nothing was half written. */
export class DocumentStoreFull extends DocumentStoreFault {
  override readonly name = 'DocumentStoreFull'
}

/** The stored bytes have another fingerprint than the one they were put under. */
export class DocumentDamaged extends DocumentStoreFault {
  override readonly name = 'DocumentDamaged'

  constructor(sha256: string, found: string) {
    super({
      what: `The document ${sha256} is damaged: its bytes now have the fingerprint ${found}.`,
      allowed: 'A document is read only when its bytes are the ones that were put.',
      next: 'Put it back from a backup of the store: only just these bytes are taken.',
    })
  }
}

/** The bytes as they were put; undefined where there are none, or none any more that are what was put. */
export const soundBytes = async (store: Pick<DocumentStore, 'get'>, sha256: string): Promise<Uint8Array | undefined> =>
  await store.get(sha256).catch((error: unknown) => {
    if (error instanceof DocumentDamaged) return undefined
    throw error
  })
