import { expect, test } from '@jest/globals'
import { exhibitChecker } from '../../verify/check-exhibits.js'
import type { HashedEntry } from '../../verify/entry.js'
import type { Fault } from '../../verify/fault.js'

const base = 'gasme-C09-yueqing-1'
const entry = (seq: number, payload: HashedEntry['payload']): HashedEntry => ({
  stream: base,
  seq,
  type: String(payload['type']),
  schemaVersion: 1,
  payload,
  actor: null,
  role: null,
  onBehalfOf: null,
  channel: 'api',
  effectiveOn: null,
  occurredAt: '',
  recordedAt: '',
  commandId: '',
  rulesVersion: '',
  workflowRun: '',
  prevHash: '',
  hash: 'h',
})
const file = { sha256: 'a'.repeat(64), size: 9, media: 'application/pdf', scan: 'clean' }
const said = { kind: 'audit_report', readers: 'PAR', classProposed: 2, stage: 1 }
const received = entry(5, { type: 'exhibit_received', exhibit: 'x', ...said, file })
const row = { base, exhibit: 'x', seq: 5, ...said, ...file, pages: null, expiresOn: null }
const waiting = { ...row, status: 'received', class: null, code: null, successor: null }

/** What is told when the file shows the base at an entry, and these exhibits of it; the last entry of the file is the fifth. */
const toldAt = (seq: number, rows: readonly object[]): readonly string[] => {
  const lines = new Map([
    ['bases.ndjson', [{ base, seq }]],
    ['exhibits.ndjson', rows],
  ])
  const files = {
    names: [...lines.keys()],
    bytes: (name: string) => Buffer.from((lines.get(name) ?? []).map((one) => `${JSON.stringify(one)}\n`).join('')),
  }
  const faults: Fault[] = []
  const checker = exhibitChecker(files, (one) => void faults.push(one))
  checker.visit(received)
  checker.end({ heads: new Map([[base, { seq: 5, hash: 'h' }]]) })
  return faults.map(({ says }) => says.en)
}

test('an exhibit shown at the last entry of the file stands as the entries say', () => {
  expect(toldAt(5, [waiting])).toEqual([])
  expect(toldAt(5, [{ ...waiting, status: 'checked', class: 3 }])).toEqual([
    `exhibits.ndjson says of the exhibit x of ${base} that its status is "checked"; the entries say "received".`,
  ])
})

test('where its base is shown later than the checkpoint holds, its class and state may be later too, and its hash not', () => {
  expect(toldAt(6, [{ ...waiting, status: 'checked', class: 3 }])).toEqual([])
  expect(toldAt(6, [waiting, { ...waiting, exhibit: 'y', seq: 6 }])).toEqual([])
  expect(toldAt(6, [{ ...waiting, sha256: 'b'.repeat(64) }])).toEqual([expect.stringContaining('its sha256 is')])
  expect(toldAt(6, [])).toEqual([expect.stringContaining('is not in exhibits.ndjson')])
})
