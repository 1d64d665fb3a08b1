/** An instant as ISO 8601 text in UTC with milliseconds, `2027-01-01T00:00:00.000Z`: plain JSON, sortable as text. */
export type Instant = string

/** `<programme>-<cluster>-<n>`, sayable aloud, such as `gasme-C09-yueqing-1` (design 3). */
export type BaseId = string
export type ProgrammeId = string
export type ClusterId = string
/** Opaque id of a person; names never enter the core. */
export type PersonId = string
export type MandateId = string
/** ISO 3166-1 code of two letters. */
export type Country = string
/** A UUID: the Idempotency-Key, the Temporal update id and the key in the database (design 2). */
export type CommandId = string
export type Sha256 = string

/** The id of the n-th nomination of a cluster in a programme. */
export const baseId = (programme: ProgrammeId, { cluster, n }: { cluster: ClusterId; n: number }): BaseId =>
  `${programme}-${cluster}-${n}`

/** The workflow that lives as long as the base does. */
export const baseWorkflowId = (base: BaseId): string => `base/${base}`

/** The workflow of everything that is not one base's: calls, ranked sessions, mandates. */
export const programmeWorkflowId = (programme: ProgrammeId): string => `programme/${programme}`

/** The workflow whose entries a stream of the ledger holds; a base's id has hyphens, a programme's has none. */
export const workflowIdOf = (stream: string): string =>
  stream.includes('-') ? baseWorkflowId(stream) : programmeWorkflowId(stream)

/** Whether a text has the form Temporal gives the id of a run; anything else names none, and the server would refuse it. */
export const isRunId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The programme of a base, read off its id: a programme's id holds no hyphen. */
export const programmeOfBase = (base: BaseId): ProgrammeId => base.split('-', 1)[0] ?? base
