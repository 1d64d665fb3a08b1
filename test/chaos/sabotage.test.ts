import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { copySources, type CopiedSources } from '../../tools/replay/copied-sources.js'
import { faultKinds } from './fault.js'
import type { Report } from './report.js'
import { sabotages } from './sabotages.js'
import { storm } from './storm.js'

/** The checks of the storm on a copy of the programme into which a fault was put for each of them. */
let copied: CopiedSources
let report: Report

const rooms = [
  'activities',
  'api',
  'cli',
  'clock',
  'config',
  'data',
  'db',
  'documents',
  'domain',
  'exhibits',
  'mail',
  'reconciliation',
  'stamps',
  'verify',
  'web',
  'workers',
  'workflows',
]

beforeAll(async () => {
  copied = await copySources(rooms)
  for (const sabotage of sabotages) await copied.change(sabotage)
  report = await storm({
    seed: 'sabotage',
    minutes: 3,
    bases: 5,
    clients: 3,
    paceMs: 150,
    network: false,
    disks: false,
    root: copied.folder,
    senderPatienceMs: 10_000,
    // Bases whose hold never ends send no letters after a while: whoever waits for the next one learns nothing more.
    strikePatienceMs: 40_000,
    strikes: ['relay', 'relay', 'relay'],
    tell: () => undefined,
  })
}, 600_000)
afterAll(() => copied.remove())

test('there is a fault of our own for every check', () => {
  expect(new Set(sabotages.map(({ turnsRed }) => turnsRed))).toEqual(new Set(Object.keys(faultKinds)))
})

test.each(sabotages)('it is seen when $what', ({ turnsRed }) => {
  expect(report.faults[turnsRed]).toBeGreaterThan(0)
})
