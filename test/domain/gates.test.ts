import { expect, test } from '@jest/globals'
import type { DossierFacts } from '../../domain/facts.js'
import { failedGates } from '../../domain/gates.js'
import { settings } from '../../domain/gicc/full.js'
import { aNominatedBase } from '../support/a-base.js'
import { aDossier, aDossierToWaive, nomination } from '../support/an-example.js'
import { play } from '../support/playing.js'

const { cluster } = nomination
const failing = (change: Partial<DossierFacts>, singleAuthority = true): readonly string[] =>
  failedGates({ cluster: { ...cluster, singleAuthority }, dossier: { ...aDossier, ...change } }, settings).map(
    ({ gate, kind }) => `${gate} ${kind}`,
  )

test('the example cluster passes every gate', () => {
  expect(failing({})).toEqual([])
})

test('a place without one public authority fails G1', () => {
  expect(failing({}, false)).toEqual(['G1 binding'])
})

test.each([
  { gate: 'G2 binding', fails: { clusterBodyYears: 1 }, passes: { clusterBodyYears: 2 } },
  { gate: 'G2 binding', fails: { clusterBodyYears: null }, passes: { clusterBodyYears: 40 } },
  { gate: 'G3 binding', fails: { yearsOfData: 2 }, passes: { yearsOfData: 3 } },
  { gate: 'G4 binding', fails: { leadIndustryShare: 0.49 }, passes: { leadIndustryShare: 0.5 } },
  { gate: 'G5 guiding', fails: { outputCnyBn: [9, 9, 3.9] }, passes: { outputCnyBn: [4, 4, 4] } },
  { gate: 'G5 guiding', fails: { outputCnyBn: [9, 9] }, passes: { outputCnyBn: [9, 9, 9, 0] } },
  { gate: 'G6 binding', fails: { memberFirms: 49 }, passes: { memberFirms: 50 } },
  { gate: 'G7 binding', fails: { incidents: 1 }, passes: { incidents: 0 } },
  { gate: 'G10 guiding', fails: { coFunding: false }, passes: { coFunding: true } },
  { gate: 'G11 binding', fails: { declarationsSigned: false }, passes: { declarationsSigned: true } },
])('$fails fails $gate alone, and $passes does not', ({ gate, fails, passes }) => {
  expect(failing(fails)).toEqual([gate])
  expect(failing(passes)).toEqual([])
})

test('whether a gate is binding is a setting', () => {
  const strict = { ...settings, gates: { ...settings.gates, G10: 'binding' } } as const
  expect(failedGates({ cluster, dossier: aDossierToWaive }, strict)).toEqual([{ gate: 'G10', kind: 'binding' }])
})

test('a guiding gate is waived by director and chair together', () => {
  const base = aNominatedBase()
  const brings = { dossier: aDossierToWaive }
  play(base, { brings, answers: { '1.5a': 'waiver' }, until: () => base.open('1.7') !== undefined })
  const granted = base.events().flatMap((event) => (event.type === 'step_acted' ? [event.key] : []))
  expect(granted.filter((key) => key.startsWith('1.5'))).toEqual(['1.5a', '1.5c', '1.5d'])
})

test('a base that is not eligible is declined by the second officer, with the first one’s code', () => {
  const base = aNominatedBase()
  const brings = { dossier: aDossierToWaive }
  play(base, { brings, answers: { '1.5a': 'not_eligible' }, until: () => base.state().closed })
  expect(base.state()).toMatchObject({ status: 'declined', code: 'INE' })
})
