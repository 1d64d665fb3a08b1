import { expect, test } from '@jest/globals'
import { exceptionsTable } from '../../cli/evidence/exceptions-table.js'
import type { HashedEntry } from '../../verify/entry.js'

const base = 'gasme-C09-yueqing-1'
const entryOf = (payload: Readonly<Record<string, unknown>> & { readonly type: string }, at: number): HashedEntry => ({
  stream: base,
  seq: at + 1,
  type: payload.type,
  schemaVersion: 1,
  payload,
  hash: '',
  prevHash: '',
  actor: 'p-cm-1',
  role: 'CM',
  onBehalfOf: null,
  channel: 'api',
  effectiveOn: null,
  commandId: '',
  occurredAt: `2027-03-0${at + 1}T00:00:00.000Z`,
  recordedAt: '',
  rulesVersion: '',
  workflowRun: '',
})

const by = { person: 'p-cm-1', role: 'CM' }
/** A stranger's act under a delegation and on paper, an ordinary one, a silence and a waiver. */
const entries = [
  {
    type: 'step_acted',
    step: '1.4a.1',
    option: 'approve',
    by: { ...by, delegator: 'p-cm-2' },
    paper: { signedOn: '2027-02-27' },
  },
  { type: 'step_acted', step: '1.4b.1', option: 'approve', by },
  { type: 'step_closed', step: '1.6a.1', key: '1.6a', option: 'noted', how: 'silence' },
  { type: 'caps_waived', by, code: 'merit' },
  { type: 'deadline_moved' },
].map(entryOf)

const rows = [
  'kind,base,entry,at,what,step,person,role,code,detail',
  `delegation,${base},1,2027-03-01T00:00:00.000Z,acted,1.4a.1,p-cm-1,CM,,p-cm-2`,
  `paper,${base},1,2027-03-01T00:00:00.000Z,acted,1.4a.1,p-cm-1,CM,,2027-02-27`,
  `silence,${base},3,2027-03-03T00:00:00.000Z,noted,1.6a.1,,,,`,
  `waiver,${base},4,2027-03-04T00:00:00.000Z,caps,,p-cm-1,CM,merit,`,
]

const saidOf = (table: readonly string[] | undefined): readonly string[] => {
  const bytes = table && Buffer.from(table.map((row) => `${row}\r\n`).join(''))
  const checked = exceptionsTable({ names: bytes === undefined ? [] : ['exceptions.csv'], bytes: () => bytes })
  for (const entry of entries) checked.visit(entry)
  return checked.end().map(({ check, says }) => `${check}: ${says.en}`)
}

test('a list of just the exceptions among the entries fits', () => {
  expect(saidOf(rows)).toEqual([])
})

test('an exception left out is named by its kind and entry, whichever it is', () => {
  for (const [at, row] of rows.entries()) {
    const [kind, , entry] = row.split(',')
    if (at > 0)
      expect(saidOf(rows.toSpliced(at, 1))).toEqual([
        `exceptions: exceptions.csv lacks the exception (${kind}) of entry ${entry} of ${base}: it belongs at row ${at + 1}.`,
      ])
  }
})

test('an exception that is none is named by its row, wherever it was put in', () => {
  const added = `void,${base},2,2027-03-02T00:00:00.000Z,mistake,,,,,`
  for (let at = 1; at <= rows.length; at += 1)
    expect(saidOf(rows.toSpliced(at, 0, added))).toEqual([
      `exceptions: Row ${at + 1} of exceptions.csv is no exception that the entries hold there: void, ${base}, 2.`,
    ])
})

test('a changed cell is named by row and column, with what follows from the entries', () => {
  const other = rows.map((row) => row.replace(',merit,', ',need,'))
  expect(saidOf(other)).toEqual([
    'exceptions: Row 5 of exceptions.csv was changed: column code says "need" where "merit" follows from the entries.',
  ])
  expect(saidOf(rows.with(0, rows[0]?.replace('kind', 'type') ?? ''))).toEqual([
    'exceptions: Row 1 of exceptions.csv was changed: column kind says "type" where "kind" follows from the entries.',
  ])
  expect(saidOf(undefined)).toEqual(['exceptions: exceptions.csv is missing.'])
})
