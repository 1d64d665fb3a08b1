import { beforeAll, expect, test } from '@jest/globals'
import { countFaults } from './report.js'
import type { Report } from './report.js'
import { storm } from './storm.js'

/** A short storm: every part is killed once while three people work; `npm run chaos` is the long form. */
let report: Report

beforeAll(async () => {
  report = await storm({
    seed: 'short',
    minutes: 3,
    bases: 5,
    clients: 3,
    paceMs: 150,
    network: false,
    disks: false,
    strikes: ['relay', 'backend', 'worker', 'temporal', 'database', 'api'],
    tell: () => undefined,
  })
}, 600_000)

test('every part was killed while people worked, and came back', () => {
  expect(report.strikes).toEqual({ relay: 1, backend: 1, worker: 1, temporal: 1, database: 1, api: 1 })
  expect(report.notRecovered).toEqual([])
  expect(report.commands.accepted).toBeGreaterThan(50)
})

test('everybody was told what became of each command, whatever was killed', () => {
  expect(report.commands.acknowledged).toBe(report.commands.sent)
  expect(report.defects).toEqual([])
  expect({ ...report.leftOver, which: report.commandsLeft }).toEqual({ commands: 0, papers: 0, letters: 0, which: [] })
})

test('answers, ledger, notes, letters, papers and both witnesses agree', () => {
  expect({ faults: report.faults, evidence: report.evidence }).toEqual({ faults: countFaults([]), evidence: [] })
})
