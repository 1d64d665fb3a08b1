import { expect, test } from '@jest/globals'
import type { DossierFacts, TreatedGate } from '../../domain/facts.js'
import { failedGates, gateReadings } from '../../domain/gates.js'
import { settings } from '../../domain/gicc/full.js'
import { treatedGatesOf } from '../../domain/gicc/nomination/treated-gates.js'
import type { GateKey } from '../../domain/procedure.js'
import { gatesInWords } from '../../domain/words/gates.js'
import { aNominatedBase } from '../support/a-base.js'
import { aDossier, aDossierToWaive, holderOf } from '../support/an-example.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { play, playTo } from '../support/playing.js'

const failing = (change: Partial<DossierFacts>, treated: readonly TreatedGate[] = []): readonly string[] =>
  failedGates({ dossier: { ...aDossier, ...change }, treated }, settings).map(({ gate, kind }) => `${gate} ${kind}`)
const corrected = (gate: GateKey, { value, evidence = 3 }: { value: number; evidence?: 3 | 4 }): TreatedGate => ({
  gate,
  treat: 'correct',
  reading: { value, year: 2026, evidence },
})

test('the example cluster passes every gate', () => {
  expect(failing({})).toEqual([])
})

test.each([
  { gate: 'G1 binding', fails: { oneAuthority: false }, passes: { oneAuthority: true } },
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
  expect(failedGates({ dossier: aDossierToWaive }, strict)).toMatchObject([{ gate: 'G10', kind: 'binding' }])
})

test('what the officer accepts takes the place of what was declared, and both stay (6.1)', () => {
  const output = { outputCnyBn: [6, 6, 6] }
  expect(failing(output, [corrected('G5', { value: 3.9 })])).toEqual(['G5 guiding'])
  expect(failing({ outputCnyBn: [3, 3, 3] }, [corrected('G5', { value: 4.1 })])).toEqual([])
  expect(
    gateReadings({ dossier: { ...aDossier, ...output }, treated: [corrected('G5', { value: 3.9 })] }, settings),
  ).toContainEqual({
    gate: 'G5',
    kind: 'guiding',
    limit: { least: 4 },
    declared: 6,
    treat: 'correct',
    accepted: 3.9,
    passed: false,
  })
})

test('what is rejected, or rests on weak evidence, counts as not shown, however good it reads', () => {
  expect(failing({}, [{ gate: 'G6', treat: 'reject' }])).toEqual(['G6 binding'])
  expect(failing({}, [corrected('G6', { value: 90, evidence: 4 })])).toEqual(['G6 binding'])
  expect(failing({}, [corrected('G6', { value: 90 })])).toEqual([])
  expect(failing({}, [{ gate: 'G9', treat: 'accept' }])).toEqual([])
  expect(failing({}, [{ gate: 'G9', treat: 'reject' }])).toEqual(['G9 binding'])
})

test('a refusal tells what was declared beside what was accepted, in both languages', () => {
  const gates = failedGates(
    { dossier: aDossier, treated: [corrected('G5', { value: 3.9 }), corrected('G1', { value: 0 })] },
    settings,
  )
  expect(gatesInWords(gates, 'en')).toBe(
    'G1 "Nominated by the public authority of the place" (declared yes, accepted no); ' +
      'G5 "Scale of output" (declared 130 CNY bn, accepted 3.9 CNY bn, asks at least 4 CNY bn)',
  )
  expect(gatesInWords(gates, 'zh-CN')).toContain('申报 1300 亿元人民币，采信 39 亿元人民币，要求不低于 40 亿元人民币')
})

test('the rows of the officer decide: an eligible base is none with a corrected reading, and the other way round (1.5a)', () => {
  const rows = (treat: object) => treatedGatesOf({ gates: [{ id: 'r1', cells: { gate: 'G5', ...treat } }] })
  const weighed = { value: 3.9, year: 2026, nature: 'actual', evidence: 2 } as const
  expect(rows({ treat: 'correct', reading: weighed })).toEqual([
    { gate: 'G5', treat: 'correct', reading: { value: 3.9, year: 2026, evidence: 2 } },
  ])
  expect(rows({ treat: 'correct', reading: { ...weighed, nature: 'estimate' } })).toEqual([
    { gate: 'G5', treat: 'correct' },
  ])
  const base = playTo(aNominatedBase(), { key: '1.5a' })
  const choose = (option: string) => {
    const step = stepOf(base, '1.5a')
    const decision = decisionOn(base, { step, option })
    return base.send({ ...decision, facts: { gates: [corrected('G5', { value: 3.9 })] } }, { actor: holderOf('SO', 9) })
  }
  expect(choose('eligible')).toMatchObject({ refusal: { code: 'gate_not_passed' } })
  expect(choose('waiver').ok).toBe(true)
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
