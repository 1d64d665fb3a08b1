import { aDossier, aDossierToWaive, evenSheet, holderOf } from '../../support/an-example.js'
import { againAt, at, choosing, choosingWith, lacking, sent, type RefusedCase } from './case.js'

const ofNoStep = ['maybe', 'toString', '__proto__', 'constructor'].map((option): RefusedCase => ({
  says: `"${option}" is no option`,
  code: 'unknown_option',
  detail: { got: option, allowed: ['invite', 'wait', 'decline'] },
  base: at('1.2b'),
  command: choosing('1.2b', option),
  actor: holderOf('PM'),
  twin: { command: choosing('1.2b', 'invite') },
}))

const options: readonly RefusedCase[] = [
  {
    says: 'what only the clock chooses is offered to nobody',
    code: 'unknown_option',
    detail: { allowed: ['submit', 'withdraw'] },
    base: at('1.3'),
    command: choosing('1.3', 'window_closed'),
    actor: holderOf('LG'),
    twin: { command: choosing('1.3', 'withdraw') },
  },
  {
    says: 'a review is opened by its date alone',
    code: 'unknown_option',
    detail: { allowed: [] },
    base: at('5.1'),
    command: choosing('5.1', 'opened'),
    actor: holderOf('CS'),
  },
  {
    says: 'a dossier is returned once',
    code: 'option_used_up',
    detail: { limit: 1, allowed: ['complete', 'refuse'] },
    base: againAt('1.4a', 'return'),
    command: choosing('1.4a', 'return'),
    actor: holderOf('SO'),
    twin: { base: at('1.4a', { brings: { lacks: [13] } }) },
  },
  {
    says: 'a negative decision needs a reason code',
    code: 'code_required',
    detail: { allowed: ['INE', 'CAP', 'QUO', 'SCA'] },
    base: at('1.2b'),
    command: lacking('code', { key: '1.2b', option: 'decline' }),
    actor: holderOf('PM'),
    twin: { command: choosing('1.2b', 'decline') },
  },
  {
    says: 'the code of another decision does not do, and it is said that this one does not',
    code: 'code_not_fitting',
    detail: { code: 'LAB', allowed: ['INE', 'CAP', 'QUO', 'SCA'] },
    base: at('1.2b'),
    command: choosingWith('1.2b', { option: 'decline', code: 'LAB' }),
    actor: holderOf('PM'),
    twin: { command: choosingWith('1.2b', { option: 'decline', code: 'SCA' }) },
  },
]

const missing = (
  [
    ['1.3', 'submit', 'LG', 'dossier'],
    ['1.4b', 'completed', 'LG', 'dossier'],
    ['1.8', 'score', 'EX', 'sheet'],
    ['2.1a', 'appoint', 'PD', 'team'],
    ['4.4a', 'handed_in', 'CLO', 'baseline'],
    ['5.2a', 'submit', 'CLO', 'report'],
    ['5.6', 'score', 'EX', 'sheet'],
  ] as const
).map(([key, option, role, needs]): RefusedCase => ({
  says: `${key} goes on only with its ${needs}`,
  code: 'facts_missing',
  detail: { step: key, needs },
  base: at(key, { answers: { '1.4a': 'return' } }),
  command: lacking('facts', { key, option }),
  actor: holderOf(role, 20),
  twin: { command: choosing(key, option) },
}))

const dossierWith = (change: object) =>
  choosingWith('1.3', { option: 'submit', facts: { dossier: { ...aDossier, ...change } } })
const dossiers = (
  [
    ['a share of the lead industry above one', { leadIndustryShare: 1.2 }],
    ['a share of the lead industry that is no number', { leadIndustryShare: NaN }],
    ['an output below nothing', { outputCnyBn: [150, -1, 130] }],
    ['an output that is no number', { outputCnyBn: [150, NaN, 130] }],
  ] as const
).map(([what, change]): RefusedCase => ({
  says: `a dossier with ${what} is malformed`,
  code: 'facts_malformed',
  base: at('1.3'),
  command: dossierWith(change),
  actor: holderOf('LG'),
  twin: { command: dossierWith({ leadIndustryShare: 1, outputCnyBn: [0] }) },
}))

const baselineWith = (change: { readonly value?: number; readonly target?: number }) =>
  choosingWith('4.4a', {
    option: 'handed_in',
    facts: {
      baseline: { values: [{ indicator: 'HC4', year: 2026, value: 40, target: 60, evidence: 1, ...change }] },
    },
  })

const others: readonly RefusedCase[] = [
  {
    says: 'a sheet with more than the whole of a criterion is malformed',
    code: 'facts_malformed',
    detail: { field: 'sheet.fit' },
    base: at('1.8'),
    command: choosingWith('1.8', { option: 'score', facts: { sheet: { ...evenSheet(0.8), fit: 1.01 } } }),
    actor: holderOf('EX'),
    twin: { command: choosingWith('1.8', { option: 'score', facts: { sheet: { ...evenSheet(0.8), fit: 1 } } }) },
  },
  {
    says: 'a sheet that leaves a criterion out is none',
    code: 'sheet_of_other_criteria',
    detail: { got: [], lacks: ['scale'] },
    base: at('1.8'),
    command: choosingWith('1.8', {
      option: 'score',
      facts: { sheet: Object.fromEntries(Object.entries(evenSheet(0.8)).filter(([key]) => key !== 'scale')) },
    }),
    actor: holderOf('EX'),
    twin: { command: choosingWith('1.8', { option: 'score', facts: { sheet: evenSheet(0.8) } }) },
  },
  {
    says: 'a sheet with a criterion of another version is none',
    code: 'sheet_of_other_criteria',
    detail: { got: ['charm'], lacks: [] },
    base: at('1.8'),
    command: choosingWith('1.8', { option: 'score', facts: { sheet: { ...evenSheet(0.8), charm: 1 } } }),
    actor: holderOf('EX'),
    twin: { command: choosingWith('1.8', { option: 'score', facts: { sheet: evenSheet(0.8) } }) },
  },
  {
    says: 'a share of more than a hundred in a hundred is malformed',
    code: 'facts_malformed',
    detail: { field: 'baseline.HC4', got: '100.5', needs: { en: 'from 0 to 100 (%)', 'zh-CN': '0 至 100（%）' } },
    base: at('4.4a'),
    command: baselineWith({ value: 100.5 }),
    actor: holderOf('CLO'),
    twin: { command: baselineWith({ value: 100 }) },
  },
  {
    says: 'a target outside the range of its unit is malformed as well',
    code: 'facts_malformed',
    detail: { field: 'baseline.HC4', got: '-1' },
    base: at('4.4a'),
    command: baselineWith({ target: -1 }),
    actor: holderOf('CLO'),
    twin: { command: baselineWith({ target: 0 }) },
  },
  {
    says: 'a report of another year is malformed',
    code: 'facts_malformed',
    detail: { field: 'report.year', got: '2026' },
    base: at('5.2a'),
    command: choosingWith('5.2a', {
      option: 'submit',
      facts: { report: { year: 2026, reportHash: 'e'.repeat(64) } },
    }),
    actor: holderOf('CLO'),
    twin: { command: choosing('5.2a', 'submit') },
  },
  {
    says: 'a team of nobody is no team',
    code: 'facts_missing',
    base: at('2.1a'),
    command: choosingWith('2.1a', { option: 'appoint', facts: { team: { members: [] } } }),
    actor: holderOf('PD'),
    twin: { command: choosingWith('2.1a', { option: 'appoint', facts: { team: { members: ['p-dl-1'] } } }) },
  },
  {
    says: 'a step that was never there is unknown',
    code: 'unknown_step',
    detail: { step: '1.4a.1', open: ['1.2a.1'] },
    base: at('1.2a'),
    command: sent({ type: 'decide', step: '1.4a.1', option: 'complete' }),
    actor: holderOf('SO'),
    twin: { base: at('1.4a') },
  },
  {
    says: 'the name of a thing every object has is no step',
    code: 'unknown_step',
    base: at('1.2a'),
    command: sent({ type: 'decide', step: 'toString', option: 'sent' }),
    actor: holderOf('LG'),
    twin: { command: choosing('1.2a', 'sent') },
  },
]

/** What may not be chosen, or not so. */
export const whatCases: readonly RefusedCase[] = [...ofNoStep, ...options, ...missing, ...dossiers, ...others]

const short = { ...aDossier, parts: [1, 2, 3] as const }
const wide = { sheets: [evenSheet(0.7), evenSheet(0.95)] }
const weak = { sheets: [evenSheet(0.65)] }
/** One criterion under its own minimum, with a total above the pass mark. */
const lopsided = { sheets: [{ ...evenSheet(0.9), scale: 0.4 }] }

/** What the facts on file do not support. */
export const factsCases: readonly RefusedCase[] = [
  {
    says: 'a dossier with parts missing is not complete',
    code: 'dossier_incomplete',
    detail: { missing: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] },
    base: at('1.4a', { brings: { dossier: short } }),
    command: choosing('1.4a', 'complete'),
    actor: holderOf('SO'),
    twin: { base: at('1.4a') },
  },
  {
    says: 'a base that fails a gate is not eligible',
    code: 'gate_not_passed',
    detail: { gates: [{ gate: 'G10', declared: 0, accepted: 0 }], option: 'eligible' },
    base: at('1.5a', { brings: { dossier: aDossierToWaive } }),
    command: choosing('1.5a', 'eligible'),
    actor: holderOf('SO', 9),
    twin: { base: at('1.5a') },
  },
  {
    says: 'a binding gate is not waived, not even beside a guiding one',
    code: 'gate_not_passed',
    detail: { gates: [{ gate: 'G6', declared: 49, accepted: 49, limit: { least: 50 } }], option: 'waiver' },
    base: at('1.5a', { brings: { dossier: { ...aDossierToWaive, memberFirms: 49 } } }),
    command: choosing('1.5a', 'waiver'),
    actor: holderOf('SO', 9),
    twin: { base: at('1.5a', { brings: { dossier: aDossierToWaive } }) },
  },
  ...(['waiver', 'not_eligible'] as const).map((option): RefusedCase => ({
    says: `"${option}" has no ground when every gate is passed`,
    code: 'gates_all_passed',
    base: at('1.5a'),
    command: choosing('1.5a', option),
    actor: holderOf('SO', 9),
    twin: { base: at('1.5a', { brings: { dossier: aDossierToWaive } }) },
  })),
  {
    says: 'a mean of sheets that lie 25 points apart is not accepted (R13)',
    code: 'spread_too_wide',
    detail: { spread: 25, limit: 20 },
    base: at('1.9a', { brings: wide }),
    command: choosing('1.9a', 'accept_mean'),
    actor: holderOf('CS'),
    twin: { command: choosing('1.9a', 'fourth_scorer') },
  },
  {
    says: 'a fourth scorer has no ground when the sheets agree',
    code: 'finding_stands_against',
    detail: { allowed: ['accept_mean'] },
    base: at('1.9a'),
    command: choosing('1.9a', 'fourth_scorer'),
    actor: holderOf('CS'),
    twin: { base: at('1.9a', { brings: wide }) },
  },
  {
    says: 'a file below the pass mark does not advance',
    code: 'below_pass_mark',
    detail: { total: 65, needs: 70, option: 'advance' },
    base: at('1.10', { brings: weak }),
    command: choosing('1.10', 'advance'),
    actor: holderOf('CM'),
    twin: { command: choosing('1.10', 'defer') },
  },
  {
    says: 'a file with one criterion under its minimum does not advance, whatever its total',
    code: 'below_pass_mark',
    detail: { total: 80, criteria: ['scale'] },
    base: at('1.10', { brings: lopsided }),
    command: choosing('1.10', 'advance'),
    actor: holderOf('CM'),
    twin: { base: at('1.10') },
  },
  {
    says: 'a work-stream rated D is not recommended (R12)',
    code: 'finding_stands_against',
    detail: { allowed: ['defer', 'not_recommend'] },
    base: at('2.8', { answers: { '2.3g': 'D' } }),
    command: choosing('2.8', 'recommend'),
    actor: holderOf('CM'),
    twin: { base: at('2.8', { answers: { '2.3g': 'C' } }) },
  },
]
