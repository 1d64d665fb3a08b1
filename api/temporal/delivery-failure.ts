import {
  isGrpcServiceError,
  NamespaceNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { ApplicationFailure, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common'
import type { Refusal } from '../../domain/refusal.js'
import { isRefusalCode } from '../../domain/refusal.js'
import type { Delivery } from './parcel.js'

/** A fault on the way; `again` says whether sending the same id once more may help at once. */
export interface FailedDelivery {
  readonly kind: 'unsent' | 'unanswered' | 'not_ready' | 'busy'
  readonly again: boolean
}

/** What a failed send means. Whatever is neither a refusal nor a known fault of the way is thrown on as a defect. */
export const deliveryOf = (error: unknown): Delivery | FailedDelivery => {
  if (error instanceof WorkflowUpdateFailedError) return fromOutcome(error)
  if (error instanceof WorkflowNotFoundError) return { kind: 'no_workflow' }
  if (error instanceof WorkflowExecutionAlreadyStartedError) return { kind: 'no_workflow' }
  if (error instanceof NamespaceNotFoundError) return { kind: 'unsent', again: false }
  const { code, details } = grpcErrorIn(error)
  if (neverLeft.test(details)) return { kind: 'unsent', again: code === grpc.unavailable }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'unanswered', again: false }
  if (code === grpc.failedPrecondition && mayHaveRun.test(details)) return open
  const said = code === undefined ? undefined : meaning[code]
  if (said === undefined) throw error
  return said
}

/** Whether a question to the server was not answered for a reason that is there: it may be asked again. */
export const isTemporalAway = (error: unknown): boolean => {
  const { code } = grpcErrorIn(error)
  return code !== undefined && code !== grpc.notFound && meaning[code] !== undefined
}

/** The refusal inside a failed update: its type is the code, its first detail the facts of the sentence. */
export const refusalFromFailure = ({ cause }: WorkflowUpdateFailedError): Refusal | undefined => {
  if (!(cause instanceof ApplicationFailure)) return undefined
  const no: unknown = { code: cause.type, detail: cause.details?.[0] ?? {} }
  return isRefusal(no) ? no : undefined
}

const fromOutcome = (error: WorkflowUpdateFailedError): Delivery | FailedDelivery => {
  const refusal = refusalFromFailure(error)
  if (refusal !== undefined) return { kind: 'refused', refusal, ...judgedOn(error) }
  const type = error.cause instanceof ApplicationFailure ? error.cause.type : undefined
  if (typeof type === 'string' && ofTheServer.has(type)) return { kind: 'unanswered', again: true }
  throw error
}

const judgedOn = ({ cause }: WorkflowUpdateFailedError): { readonly head?: number } => {
  const head = cause instanceof ApplicationFailure ? cause.details?.[1] : undefined
  return typeof head === 'number' ? { head } : {}
}

/**
 * Failures the server makes up itself. The workflow ended or went on as new with the update in hand: what became of it
 * stands in the ledger. Or a task came back without it, as happens when many arrive at once: it was not looked at.
 */
const ofTheServer = new Set(['AcceptedUpdateCompletedWorkflow', 'UnprocessedUpdate'])

// The details were made by the same catalogue on the other side; only the code is looked at again.
const isRefusal = (no: unknown): no is Refusal =>
  typeof no === 'object' && no !== null && 'code' in no && typeof no.code === 'string' && isRefusalCode(no.code)

/** Codes of gRPC, by its own numbers. */
const grpc = {
  cancelled: 1,
  unknown: 2,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  resourceExhausted: 8,
  failedPrecondition: 9,
  aborted: 10,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  dataLoss: 15,
  unauthenticated: 16,
}

/** The server may have taken the command, and may not: once a connection stood, losing it leaves that open. */
const open = { kind: 'unanswered', again: true } as const
/** The server let nobody in, so the command has not left; an operator has to mend that. */
const shut = { kind: 'unsent', again: false } as const

/**
 * What each code of the server means for a command. Those that are not here say that we have asked for something that does
 * not exist, an invalid argument or one out of range: a defect of ours.
 */
const meaning: Readonly<Record<number, Delivery | FailedDelivery>> = {
  [grpc.cancelled]: open,
  [grpc.unknown]: open,
  [grpc.deadlineExceeded]: open,
  [grpc.notFound]: { kind: 'no_workflow' },
  // Another one began the same workflow in this moment: the next try joins it.
  [grpc.alreadyExists]: { kind: 'unsent', again: true },
  [grpc.permissionDenied]: shut,
  [grpc.resourceExhausted]: { kind: 'busy', again: true },
  // The workflow's tasks fail, or its namespace moves: an update is turned away before it is written anywhere.
  [grpc.failedPrecondition]: { kind: 'not_ready', again: true },
  [grpc.aborted]: open,
  [grpc.unimplemented]: shut,
  [grpc.internal]: open,
  [grpc.unavailable]: open,
  // What it had is damaged: asking again at once only asks the same.
  [grpc.dataLoss]: { kind: 'unanswered', again: false },
  [grpc.unauthenticated]: shut,
}

/** The update was with a worker when its task failed: `record` may have written it before. */
const mayHaveRun = /unexpected workflow task failure/i

/** What the transport says when no connection was ever made for the call. */
const neverLeft = /No connection established|ECONNREFUSED|Name resolution failed|waiting for (LB pick|name resolution)/i

const grpcErrorIn = (error: unknown): { readonly code: number | undefined; readonly details: string } => {
  const cause = error instanceof Error ? error.cause : undefined
  const found = [error, cause].find((one) => isGrpcServiceError(one))
  return isGrpcServiceError(found) ? { code: found.code, details: found.details } : { code: undefined, details: '' }
}
