import { expect, test } from '@jest/globals'
import { ServiceError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client'
import { ApplicationFailure, NamespaceNotFoundError, WorkflowNotFoundError } from '@temporalio/common'
import { deliveryOf } from '../../api/temporal/delivery-failure.js'

const failed = (type: string, ...details: unknown[]) =>
  new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type, details, nonRetryable: true }))
const grpc = (code: number, details = '') =>
  new ServiceError('failed', { cause: Object.assign(new Error(details), { code, details, metadata: {} }) })

test('a refusal of the catalogue is a refusal with its facts', () => {
  expect(deliveryOf(failed('already_acted', { step: '1.10.1' }))).toEqual({
    kind: 'refused',
    refusal: { code: 'already_acted', detail: { step: '1.10.1' } },
  })
})

test('what the server says of its own accord leaves the outcome open, and the same id is sent again', () => {
  for (const type of ['AcceptedUpdateCompletedWorkflow', 'UnprocessedUpdate']) {
    expect(deliveryOf(failed(type))).toEqual({ kind: 'unanswered', again: true })
  }
})

test('only what has surely not left is called unsent', () => {
  const refused = 'No connection established. Last error: connect ECONNREFUSED 127.0.0.1:7233'
  expect(deliveryOf(grpc(14, refused))).toEqual({ kind: 'unsent', again: true })
  expect(deliveryOf(grpc(14, 'Connection dropped'))).toEqual({ kind: 'unanswered', again: true })
  expect(deliveryOf(grpc(4, 'Deadline exceeded after 8s,waiting for LB pick'))).toEqual({
    kind: 'unsent',
    again: false,
  })
  expect(deliveryOf(new WorkflowUpdateRPCTimeoutOrCancelledError('late'))).toEqual({ kind: 'unanswered', again: false })
})

test('a workflow that is not there, and one that is busy, are told apart', () => {
  expect(deliveryOf(new WorkflowNotFoundError('none', 'w', undefined))).toEqual({ kind: 'no_workflow' })
  expect(deliveryOf(grpc(8))).toEqual({ kind: 'busy', again: true })
})

test('every code of the server is decided: left open, not taken, absent, busy, not ready, or a defect of ours', () => {
  const meanings = Array.from({ length: 16 }, (_, index) => {
    try {
      const { kind, ...rest } = deliveryOf(grpc(index + 1))
      return `${index + 1} ${kind}${'again' in rest && rest.again ? ' again' : ''}`
    } catch {
      return `${index + 1} defect`
    }
  })
  expect(meanings).toEqual([
    '1 unanswered again',
    '2 unanswered again',
    '3 defect',
    '4 unanswered again',
    '5 no_workflow',
    '6 unsent again',
    '7 unsent',
    '8 busy again',
    '9 not_ready again',
    '10 unanswered again',
    '11 defect',
    '12 unsent',
    '13 unanswered again',
    '14 unanswered again',
    '15 unanswered',
    '16 unsent',
  ])
  expect(deliveryOf(new NamespaceNotFoundError('cornerstone'))).toEqual({ kind: 'unsent', again: false })
})

test('a workflow whose tasks fail takes nothing; one whose task failed with the command in hand may have written it', () => {
  const turnedAway = 'Unable to perform workflow execution update due to Workflow Task in failed state.'
  expect(deliveryOf(grpc(9, turnedAway))).toEqual({ kind: 'not_ready', again: true })
  const inHand = 'Unable to perform workflow execution update due to unexpected workflow task failure.'
  expect(deliveryOf(grpc(9, inHand))).toEqual({ kind: 'unanswered', again: true })
})

test('a defect stays a defect', () => {
  for (const defect of [failed('TypeError'), new Error('broken'), grpc(3)]) expect(() => deliveryOf(defect)).toThrow()
})
