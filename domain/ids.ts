/** An instant as ISO 8601 text in UTC with milliseconds, `2027-01-01T00:00:00.000Z`: plain JSON, sortable as text. */
export type Instant = string

/**
 * Text that names one kind of thing: one id does not stand in for another, while text that was just read or typed may become any
 * (0078). The mark is never there when the program runs.
 */
export type IdOf<Kind extends string> = string & { readonly idOf?: Kind }

/** `<programme>-<cluster>-<n>`, sayable aloud, such as `gasme-C09-yueqing-1`. */
export type BaseId = IdOf<'base'>
export type ProgrammeId = IdOf<'programme'>
export type ClusterId = IdOf<'cluster'>
export type OrganisationId = IdOf<'organisation'>
/** Opaque id of a person; names never enter the core. */
export type PersonId = IdOf<'person'>
export type MandateId = IdOf<'mandate'>
/** ISO 3166-1 code of two letters. */
export type Country = string
/** A UUID: the Idempotency-Key, the Temporal update id and the key in the database (0005). */
export type CommandId = IdOf<'command'>
export type Sha256 = string

/** The id of the n-th nomination of a cluster in a programme. */
export const baseId = (programme: ProgrammeId, { cluster, n }: { cluster: ClusterId; n: number }): BaseId =>
  `${programme}-${cluster}-${n}`

/** The workflow that lives as long as the base does. */
export const baseWorkflowId = (base: BaseId): string => `base/${base}`

/** The workflow of everything that is not one base's: calls, ranked sessions, mandates. */
export const programmeWorkflowId = (programme: ProgrammeId): string => `programme/${programme}`

/** Whether a stream of the ledger, or what is asked about, is a base: its id has hyphens, a programme's has none. */
export const isBaseId = (id: string): boolean => id.includes('-')

/** The workflow whose entries a stream of the ledger holds. */
export const workflowIdOf = (stream: string): string =>
  isBaseId(stream) ? baseWorkflowId(stream) : programmeWorkflowId(stream)

/** The stream of a workflow of a base or programme, as its id names it; undefined for any other workflow. */
export const streamOfWorkflow = (workflowId: string): string | undefined => {
  const stream = /^(?:base|programme)\/(.+)$/.exec(workflowId)?.[1]
  return stream !== undefined && workflowIdOf(stream) === workflowId ? stream : undefined
}

/** Whether a text has the form Temporal gives the id of a run; anything else names none, and the server would refuse it. */
export const isRunId = (text: string): boolean => uuid.test(text)

/** Whether a command is a person's: its id is the UUID of a request. Machines name theirs by what they are about. */
export const isCommandKey = (id: CommandId): boolean => uuid.test(id)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The programme of a base, read off its id: a programme's id holds no hyphen. */
export const programmeOfBase = (base: BaseId): ProgrammeId => base.split('-', 1)[0] ?? base
