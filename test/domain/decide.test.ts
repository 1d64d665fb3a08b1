import { expect, test } from '@jest/globals'
import { refusalCodes, refusalText } from '../../domain/refusal.js'
import { circlesOf } from '../support/next-steps.js'
import { refusalOf } from '../support/a-base.js'
import { refusedCases as cases } from './refused/every-case.js'

const withTwins = cases.filter(({ twin }) => twin !== undefined)

/** Produced by a programme, which has its own tests, or by nobody but the API and the database. */
const elsewhere = [
  'command_skipped',
  'call_exists',
  'session_exists',
  'session_unknown',
  'session_day_past',
  'no_base_to_rank',
  'unknown_mandate',
  'delegation_of_delegation',
  'seat_without_base',
  'base_of_another',
  'sides_apart',
  'seats_apart',
  'grant_to_oneself',
  'seat_decides_nothing',
  'loan_to_oneself',
  'loan_beyond_role',
  'seat_ends_too_soon',
  'loan_outlasts_seat',
  'person_erased',
  'person_registered',
  'erasure_not_requested',
  'records_held',
  'retention_stands',
  'unknown_hold',
  'hold_not_so',
  'registered_already',
  'not_registered',
  'no_correction',
  'programme_stands',
  'founders_not_two',
  'appointment_paper_missing',
  'proposal_exists',
  'no_proposal',
  'rules_date_past',
  'rules_version_stands',
  'rules_not_newest',
  'no_rules_proposed',
  'carried_out_elsewhere',
  'refused_before',
  'entry_unsealed',
  'sender_unsealed',
  'not_carried_out',
]

test('this table holds as many refusals as were counted, and all but four have a twin', () => {
  expect([cases.length, cases.length - withTwins.length]).toEqual([249, 4])
  expect(new Set(cases.map(({ says }) => says)).size).toBe(cases.length)
})

test('every refusal a base can give is produced here', () => {
  const produced = new Set<string>(cases.map(({ code }) => code))
  expect(refusalCodes.filter((code) => !produced.has(code))).toEqual(elsewhere)
})

test.each(cases)('$says', ({ base: before, command, actor, claimRefusal, isWordless, code, detail }) => {
  const base = before()
  const state = JSON.stringify(base.state())
  const entries = base.recorded.length
  const refusal = refusalOf(base.send(command(base), { actor, claimRefusal, isWordless }))
  expect(refusal.code).toBe(code)
  if (detail !== undefined) expect(refusal.detail).toMatchObject(detail)
  for (const locale of ['en', 'zh-CN'] as const) expect(refusalText(refusal, locale).says).not.toBe('')
  expect([JSON.stringify(base.state()), base.recorded.length]).toEqual([state, entries])
  expect(circlesOf(base, { command: command(base), actor, refusal })).toEqual([])
})

test.each(withTwins)('but its twin is accepted: $says', ({ twin, ...same }) => {
  const { base: before, command, actor, claimRefusal } = { ...same, ...twin }
  const base = (before ?? same.base)()
  const asked = (command ?? same.command)(base)
  const judgement = base.send(asked, { actor: actor ?? same.actor, claimRefusal })
  expect(judgement).toMatchObject({ ok: true })
  expect(base.recorded.length).toBeGreaterThan(0)
})
