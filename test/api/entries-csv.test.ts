import { expect, test } from '@jest/globals'
import { entriesCsv } from '../../api/evidence/csv.js'

test('a cell that begins like a formula is text in the table, and a line break stays in its cell', () => {
  const entry = {
    index: 1,
    stream: '=HYPERLINK("x")',
    seq: 1,
    type: 'commented' as const,
    schema_version: 1,
    canonical: '',
    payload: { type: 'cancel_refused' as const },
    actor: '@sum',
    on_behalf_of: 'a "b"\nc',
    role: null,
    channel: 'api' as const,
    effective_on: null,
    occurred_at: '-1',
    recorded_at: '+1',
    command_id: '\tx',
    workflow_run: '',
    rules_version: '',
    prev_hash: '',
    hash: '',
    seal: null,
  }
  const [, row] = entriesCsv([entry]).split('\r\n')
  expect(row).toBe(`1,"'=HYPERLINK(""x"")",1,'-1,'+1,,commented,,,,'@sum,,"a ""b""\nc",api,,'\tx,`)
})
