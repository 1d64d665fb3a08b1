import { expect, test } from '@jest/globals'
import { ServiceError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client'
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common'
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

test('a defect stays a defect', () => {
  for (const defect of [failed('TypeError'), new Error('broken'), grpc(3)]) expect(() => deliveryOf(defect)).toThrow()
})
