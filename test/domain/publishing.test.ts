import { expect, test } from '@jest/globals'
import type { ProgrammeCommand } from '../../domain/command.js'
import type { WithdrawProposal } from '../../domain/commands/proposals.js'
import type { ConfirmRules, ProposeRules } from '../../domain/commands/publishing.js'
import { evolveProgramme } from '../../domain/programme/evolve.js'
import { unfounded } from '../../domain/programme/state.js'
import { refusalText } from '../../domain/refusal.js'
import { dayOfNomination as now, holderOf } from '../support/an-example.js'
import { aProgramme } from './a-programme.js'

const [first, second, director] = [holderOf('AD', 1), holderOf('AD', 2), holderOf('PD')]

const propose: ProposeRules = {
  type: 'propose_rules',
  procedure: 'full',
  version: '2027-03-01',
  inForceFrom: '2027-06-01T04:00:00.000Z',
  rulesHash: 'a'.repeat(64),
  previewHash: 'b'.repeat(64),
  newest: { version: '2026-12-01', inForceFrom: '2026-12-01T00:00:00.000Z' },
}
const confirm: ConfirmRules = { type: 'confirm_rules', procedure: 'full', version: '2027-03-01', seq: 1 }
const version = {
  procedure: 'full',
  version: '2027-03-01',
  inForceFrom: '2027-06-01T04:00:00.000Z',
  rulesHash: 'a'.repeat(64),
  previewHash: 'b'.repeat(64),
}

test('one administrator proposes a version and another publishes it, and the ledger has date, hashes and both persons', () => {
  const programme = aProgramme('gasme')
  expect(programme.send(propose, first)).toMatchObject([
    { type: 'rules_proposed', ...version, by: { person: 'p-ad-1' } },
  ])
  expect(programme.send(confirm, first)).toBe('second_person_needed')
  expect(programme.send(confirm, second)).toMatchObject([
    { type: 'rules_confirmed', ...version, proposedBy: 'p-ad-1', by: { person: 'p-ad-2' } },
  ])
  expect(programme.send(confirm, second)).toBe('no_rules_proposed')
})

test.each(['PD', 'PM', 'AU', 'BD'] as const)('%s neither proposes nor publishes a version', (role) => {
  const programme = aProgramme('gasme')
  expect(programme.send(propose, holderOf(role))).toBe('not_your_role')
  programme.send(propose, first)
  expect(programme.send(confirm, holderOf(role))).toBe('not_your_role')
})

test.each([
  ['a day that has passed', { inForceFrom: '2026-01-01T05:00:00.000Z' }, 'rules_date_past'],
  ['this moment', { inForceFrom: now }, 'rules_date_past'],
  ['a version that stands', { version: '2026-12-01' }, 'rules_version_stands'],
  ['a version older than the newest', { version: '2026-10-01' }, 'rules_not_newest'],
  [
    'a day before the newest comes into force',
    { newest: { version: '2027-02-01', inForceFrom: '2027-07-01T04:00:00.000Z' } },
    'rules_not_newest',
  ],
])('%s is refused, and what is proposed for a day to come is not', (_, change, code) => {
  expect(aProgramme('gasme').send({ ...propose, ...change }, first)).toBe(code)
  expect(aProgramme('gasme').send(propose, first)).toHaveLength(1)
})

test('what the programme published itself counts as the newest, whatever is said beside the command', () => {
  const programme = aProgramme('gasme')
  programme.send(propose, first)
  programme.send(confirm, second)
  expect(programme.send(propose, first)).toBe('rules_version_stands')
  expect(programme.send({ ...propose, version: '2027-02-01' }, first)).toBe('rules_not_newest')
  expect(programme.send({ ...propose, procedure: 'light' }, first)).toHaveLength(1)
})

test('a version that was overtaken while it waited is not published any more', () => {
  const programme = aProgramme('gasme')
  programme.send(propose, first)
  const newest = { version: '2027-04-01', inForceFrom: '2027-05-01T04:00:00.000Z' }
  expect(programme.send({ ...confirm, newest }, second)).toBe('rules_not_newest')
  expect(programme.send(confirm, second)).toHaveLength(1)
})

test('a version that waits is not proposed beside itself, and the words of every object are no versions', () => {
  const programme = aProgramme('gasme')
  programme.send(propose, first)
  expect(programme.send(propose, second)).toBe('rules_version_stands')
  const withdraw: WithdrawProposal = { type: 'withdraw_proposal', kind: 'rules', id: 'constructor' }
  expect(programme.send(withdraw, first)).toBe('no_rules_proposed')
})

const seats: ProgrammeCommand = {
  type: 'grant_mandates',
  mandates: [{ id: 'm-1', person: 'p-so-9', organisation: 'o-office', role: 'SO', from: now }],
  proposal: 'so-9',
  paper: { number: 'GASME-2026-14', date: '2026-11-20' },
}
const institute = { kind: 'organisation', id: 'o-institute', name: { en: 'I', local: 'I' }, country: 'VN' } as const
const correct: ProgrammeCommand = { type: 'add_to_register', entry: institute, corrects: true }

const waiting: readonly (readonly [
  WithdrawProposal['kind'],
  string,
  ProgrammeCommand,
  (seq: number) => ProgrammeCommand,
])[] = [
  ['seats', 'so-9', seats, (seq) => ({ type: 'confirm_seats', proposal: 'so-9', seq })],
  ['rules', 'full@2027-03-01', propose, (seq) => ({ ...confirm, seq })],
  [
    'organisation',
    'o-institute',
    correct,
    (seq) => ({ type: 'confirm_correction', kind: 'organisation', id: 'o-institute', seq }),
  ],
]

test.each(waiting)(
  'a proposal of %s is taken back by whoever made it, and nobody confirms it then',
  (kind, id, make, confirming) => {
    const programme = aProgramme('gasme')
    programme.send(make, first)
    const withdraw: ProgrammeCommand = { type: 'withdraw_proposal', kind, id }
    expect(programme.send(withdraw, holderOf('PM'))).toBe('not_your_role')
    expect(programme.send(withdraw, director)).toBe('not_your_role')
    expect(programme.send(withdraw, first)).toMatchObject([
      { type: 'proposal_withdrawn', kind, id, proposedBy: 'p-ad-1', by: { person: 'p-ad-1' } },
    ])
    expect(programme.send(confirming(1), second)).toMatch(/^no_/)
    expect(programme.send(withdraw, first)).toMatch(/^no_/)
  },
)

test.each(waiting)(
  'whoever confirms a proposal of %s names the entry that was read: one that was taken back and asked anew is another',
  (kind, id, make, confirming) => {
    const programme = aProgramme('gasme')
    programme.send(make, first)
    programme.send({ type: 'withdraw_proposal', kind, id }, first)
    programme.send(make, first)
    expect(programme.send(confirming(1), second)).toBe('other_entry_waits')
    expect(programme.send(confirming(3), second)).toHaveLength(1)
  },
)

test.each(waiting)('a proposal of %s is taken back by another administrator', (kind, id, make) => {
  const programme = aProgramme('gasme')
  programme.send(make, first)
  expect(programme.send({ type: 'withdraw_proposal', kind, id }, second)).toMatchObject([{ proposedBy: 'p-ad-1' }])
})

test('a director takes back the seats that he proposed himself', () => {
  const programme = aProgramme('gasme')
  programme.send(seats, director)
  const withdraw: ProgrammeCommand = { type: 'withdraw_proposal', kind: 'seats', id: 'so-9' }
  expect(programme.send(withdraw, holderOf('PD', 2))).toBe('not_your_role')
  expect(programme.send(withdraw, director)).toHaveLength(1)
})

test('what was published is not taken back, and what was taken back may be proposed again', () => {
  const programme = aProgramme('gasme')
  const withdraw: ProgrammeCommand = { type: 'withdraw_proposal', kind: 'rules', id: 'full@2027-03-01' }
  programme.send(propose, first)
  programme.send(withdraw, first)
  expect(programme.send(propose, second)).toHaveLength(1)
  programme.send({ ...confirm, seq: 3 }, first)
  expect(programme.send(withdraw, second)).toBe('no_rules_proposed')
})

test('a programme of before goes on as it was: it has no versions of its own', () => {
  const by = { person: 'p-ad-1', role: 'AD', mandate: 'm', onBehalfOf: 'o' } as const
  const event = { type: 'correction_asked', entry: institute, by } as const
  const state = evolveProgramme(unfounded('gasme'), {
    seq: 1,
    occurredAt: now,
    schemaVersion: 1,
    event,
    commandId: 'c',
  })
  expect(state).not.toHaveProperty('rules')
})

test('the sentences say in both languages what was got and what to do next', () => {
  const no = {
    code: 'rules_not_newest',
    detail: { version: 'full@2026-10-01', from: '2027-06-01', newest: '2026-12-01', newestFrom: '2026-12-01' },
  } as const
  expect(refusalText(no, 'en').says).toContain('full@2026-10-01 from 2027-06-01 does not follow the newest one')
  expect(refusalText(no, 'zh-CN').next).toContain('请另定晚于 2026-12-01 的版本')
})
