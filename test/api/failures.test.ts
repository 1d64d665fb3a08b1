import { expect, test } from '@jest/globals'
import { asProblem, isDatabaseAway } from '../../api/failures.js'
import { statusOf } from '../../api/problems.js'
import { DocumentDamaged, DocumentStoreFault, DocumentStoreFull } from '../../documents/document-store.js'

const setting = { requestId: 'r1', contentType: undefined, key: undefined }
const heard = (error: unknown) => {
  const { no } = asProblem(error, setting)
  return [statusOf(no), no.code]
}
const store = { what: 'The folder is full.', allowed: 'Room is needed.', next: 'Free some.' }

test('a document store that is full, away or wrong is told apart', () => {
  expect(heard(new DocumentStoreFull(store))).toEqual([507, 'document_store_full'])
  expect(heard(new DocumentStoreFault(store))).toEqual([503, 'unavailable'])
  expect(heard(new DocumentDamaged('a'.repeat(64), 'b'.repeat(64)))).toEqual([500, 'unexpected'])
})

test('a database that cannot be reached, or cannot write, is away; a wrong statement is a defect', () => {
  for (const code of [
    'ECONNREFUSED',
    '57P01',
    '57P03',
    '08006',
    '53100',
    '53300',
    '57014',
    '55P03',
    '58030',
    '40001',
    '25P03',
  ]) {
    expect([code, isDatabaseAway(Object.assign(new Error('no'), { code }))]).toEqual([code, true])
  }
  for (const says of ['Connection terminated unexpectedly', 'Client was closed and is not queryable'])
    expect([says, isDatabaseAway(new Error(says))]).toEqual([says, true])
  expect(heard(Object.assign(new Error('syntax error at or near'), { code: '42601' }))).toEqual([500, 'unexpected'])
})

test('a Temporal server that does not answer is away; a wrong question to it is a defect', () => {
  const said = (code: number) => Object.assign(new Error('no'), { code, details: 'no', metadata: {} })
  for (const code of [4, 7, 8, 9, 13, 14]) expect([code, heard(said(code))]).toEqual([code, [503, 'unavailable']])
  expect(heard(said(3))).toEqual([500, 'unexpected'])
})

test('whatever else was thrown says nothing of the inside', () => {
  for (const thrown of [new Error('secret'), 'secret', undefined, { message: 'secret' }]) {
    expect(JSON.stringify(asProblem(thrown, setting).no)).not.toContain('secret')
    expect(heard(thrown)).toEqual([500, 'unexpected'])
  }
})
