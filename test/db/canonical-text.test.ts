import { expect, test } from '@jest/globals'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { canonicalText } from '../../db/canonical-text.js'
import { entryText } from '../../db/ledger.js'

test('every JSON value has the text that RFC 8785 gives it, whatever its keys are', () => {
  const keys = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('10', '9', '1e3', '__proto__', '007', 'toJSON'))
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
      fc.constantFrom(null, true, false, -0, 1e21, '2'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
    ),
  }))
  fc.assert(
    fc.property(value, (one) => {
      expect(canonicalText(one)).toBe(canonicalize(one))
    }),
    { numRuns: 2_000, seed: 8785 },
  )
})

test('what the runtime would order or write otherwise is written all the same', () => {
  expect(canonicalText({ 10: 'a', 9: 'b', '07': 'c' })).toBe('{"07":"c","10":"a","9":"b"}')
  expect(canonicalText(JSON.parse('{"b":1,"__proto__":{"z":2}}'))).toBe('{"__proto__":{"z":2},"b":1}')
  expect(canonicalText({ at: new Date(0), left: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}')
})

test.each([[Number.NaN], [[1, Number.POSITIVE_INFINITY]], [{ a: { b: Number.NaN } }], [undefined]])(
  'what has no JSON form has no text: %j',
  (value) => {
    expect(() => canonicalText(value)).toThrow()
  },
)

test('the text of an entry is that of all its fields, with its payload at its place', () => {
  const entry = {
    stream: 'gasme-C09-yueqing-1',
    seq: 7,
    type: 'status_changed' as const,
    schema_version: 1,
    payload: { type: 'status_changed' as const, from: 'red' as const, to: 'active_green' as const },
    actor: null,
    on_behalf_of: 'p-"y"',
    role: 'SP' as const,
    channel: 'api' as const,
    effective_on: null,
    occurred_at: '2027-01-01T00:00:00.000Z',
    recorded_at: '2027-01-01T00:00:01.000Z',
    command_id: 'c',
    workflow_run: 'r',
    rules_version: 'full@1',
    prev_hash: '0'.repeat(64),
  }
  const named = {
    stream: entry.stream,
    seq: entry.seq,
    type: entry.type,
    schemaVersion: entry.schema_version,
    payload: entry.payload,
    actor: entry.actor,
    onBehalfOf: entry.on_behalf_of,
    role: entry.role,
    channel: entry.channel,
    effectiveOn: entry.effective_on,
    occurredAt: entry.occurred_at,
    recordedAt: entry.recorded_at,
    commandId: entry.command_id,
    workflowRun: entry.workflow_run,
    rulesVersion: entry.rules_version,
    prevHash: entry.prev_hash,
  }
  expect(entryText(entry)).toBe(canonicalize(named))
})
