import { describe, expect, test } from '@jest/globals'
import type { BroughtText } from '../../domain/commands/negotiation.js'
import { clausesOf, currentVersion, withoutVisit, type ClauseMarks } from '../../domain/negotiation/version.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { exampleClauses, hashOf, markOf, translated, versionWith } from '../support/negotiating.js'
import { play, playTo, type Answers } from '../support/playing.js'

const at = (key: string, answers: Answers = { '3.5': 'comments' }): ABase => playTo(aNominatedBase(), { key, answers })
const handed = (base: ABase) => base.events().flatMap((event) => (event.type === 'text_handed_over' ? [event] : []))
const revise = (base: ABase, change: ClauseMarks) => reviseWith(base, { version: versionWith(base, change) })
const reviseWith = (base: ABase, text: BroughtText) =>
  act(base, { key: '3.7a', option: 'revised', text: { version: versionWith(base), ...text } })

describe('a version is handed over by a decision', () => {
  test('it has its number through both sides, its hashes, what changed and whose words are in it', () => {
    const base = at('3.7a')
    expect(revise(base, { money: markOf('money', 1) }).ok).toBe(true)
    const [first, second] = handed(base)
    expect(first).toMatchObject({ no: 1, side: 'programme', key: '3.2a', changed: exampleClauses, gone: [] })
    expect(second).toMatchObject({ no: 2, basedOn: 1, key: '3.7a', changed: { money: markOf('money', 1) } })
    expect(Object.keys(second?.changed ?? {})).toEqual(['money'])
    expect(currentVersion(base.state().negotiation)?.hash).toBe(second?.hash)
  })

  test('a draft without a text is no draft, and nothing of the text comes with a step that is not about it', () => {
    const base = at('3.2a', {})
    const { text: _, ...bare } = decisionOn(base, { step: stepOf(base, '3.2a'), option: 'ready' })
    expect(refusalOf(base.send(bare, { actor: holderOf('PM') })).code).toBe('text_missing')
    const reading = at('3.5', {})
    const version = versionWith(reading)
    expect(refusalOf(act(reading, { key: '3.5', option: 'accept', text: { version } })).code).toBe('text_not_asked')
    const before = at('3.1a', {})
    expect(refusalOf(act(before, { key: '3.1a', option: 'mou', text: {} })).code).toBe('text_not_asked')
  })

  test('whoever edited it has drafted it: another counsel clears and approves (SD1)', () => {
    const base = at('3.7a')
    const counsel = holderOf('LC', 31)
    const version = { ...versionWith(base, { money: markOf('money', 1) }), editors: [counsel.person] }
    act(base, { key: '3.7a', option: 'revised', text: { version } })
    act(base, { key: '3.7b', option: 'agreed' })
    expect(refusalOf(act(base, { key: '3.3a', option: 'clear', number: 31 }))).toMatchObject({
      code: 'separation_of_duties',
      detail: { rule: 'SD1' },
    })
    expect(act(base, { key: '3.3a', option: 'clear', number: 32 }).ok).toBe(true)
  })
})

describe('a decision about a text names the version that was read', () => {
  test.each(['3.2b', '3.3a', '3.3b', '3.4', '3.5', '3.6a', '3.6b', '3.7b', '3.8b', '3.9a', '3.9b', '3.9c'])(
    'on %s another hash than the current one is refused with the current one',
    (key) => {
      const base = at(key)
      const step = stepOf(base, key)
      const decision = decisionOn(base, { step, option: base.procedure.steps[key]?.order[0] ?? '' })
      const current = currentVersion(base.state().negotiation)?.hash ?? ''
      expect(decision.seen).toContain(current)
      const seen = (decision.seen ?? []).map((hash) => (hash === current ? hashOf('an older version') : hash))
      const no = refusalOf(base.send({ ...decision, seen }, { actor: holderOf(step.role, 35) }))
      expect(no).toMatchObject({ code: 'text_changed', detail: { current: expect.arrayContaining([current]) } })
    },
  )
})

/** Both sides have cleared the first version; the superior authority asks for another round. */
const cleared = (): ABase => {
  const base = at('3.6a', { '3.5': 'accept' })
  act(base, { key: '3.6a', option: 'clear' })
  act(base, { key: '3.6b', option: 'clear_with_changes' })
  return base
}
const agreed = (change: ClauseMarks): ABase => {
  const base = cleared()
  revise(base, change)
  act(base, { key: '3.7b', option: 'agreed' })
  return base
}

describe('what a change of the text asks for again', () => {
  test('a normal clause asks nobody who has cleared, and a clause outside a scope not that office', () => {
    expect(agreed({ notices: markOf('notices', 1) }).openKeys()).toEqual(['3.6b'])
    expect(agreed({ areas: markOf('areas', 1) }).openKeys()).toEqual(['3.3a'])
    expect(agreed({ money: markOf('money', 1) }).openKeys()).toEqual(['3.3a', '3.3b'])
  })

  test('a variant that was cleared beforehand asks the place alone', () => {
    const base = agreed({ money: { ...markOf('money', 1), variant: 'MON-OWN' } })
    expect(base.openKeys()).toEqual(['3.6a', '3.6b'])
    expect(agreed({ money: { ...markOf('money', 1), variant: 'MON-CO' } }).openKeys()).toEqual(['3.3a', '3.3b'])
  })

  test('the entry says which clauses fell whose clearance, and what is put back stands again', () => {
    const base = cleared()
    revise(base, { areas: markOf('areas', 1) })
    expect(handed(base).at(-1)?.fell).toEqual([
      { key: '3.3a', step: '3.3a.1', clauses: ['areas'] },
      { key: '3.6a', step: '3.6a.1', clauses: ['areas'] },
    ])
    act(base, { key: '3.7b', option: 'next_round' })
    revise(base, { areas: markOf('areas', 0) })
    expect(handed(base).at(-1)?.fell).toBeUndefined()
    act(base, { key: '3.7b', option: 'agreed' })
    expect(base.openKeys()).toEqual(['3.6b'])
  })

  test('small steps add up: compared is what an office last cleared, not the version before (R6)', () => {
    const base = cleared()
    revise(base, { areas: markOf('areas', 1) })
    act(base, { key: '3.7b', option: 'next_round' })
    revise(base, { notices: markOf('notices', 1) })
    act(base, { key: '3.7b', option: 'agreed' })
    expect(base.openKeys()).toEqual(['3.3a'])
  })
})

describe('what touches no clearance', () => {
  test('a translation changes one language of a clause and touches no clearance; what changes all of them is none (8.7)', () => {
    const base = at('3.8a', {})
    const inChinese = versionWith(base, { money: translated('money', 'zh-CN') })
    const rewritten = versionWith(base, { money: markOf('money', 1) })
    expect(refusalOf(act(base, { key: '3.8a', option: 'translated', text: { version: rewritten } }))).toMatchObject({
      code: 'text_beyond',
      detail: { clauses: ['money'], only: 'languages' },
    })
    expect(act(base, { key: '3.8a', option: 'translated', text: { version: inChinese } }).ok).toBe(true)
    expect(handed(base).at(-1)).toMatchObject({ carries: true })
    expect(handed(base).at(-1)?.fell).toBeUndefined()
  })
})

const bringing = (base: ABase, { key, option, text }: { key: string; option: string; text?: BroughtText }) => {
  const { text: _, ...decision } = decisionOn(base, { step: stepOf(base, key), option })
  const step = stepOf(base, key)
  const sent = text === undefined ? decision : { ...decision, text }
  return refusalOf(base.send(sent, { actor: holderOf(step.role, 36) }))
}

describe('what an option requires', () => {
  test.each([
    ['3.2b', 'rework', 'remark'],
    ['3.3a', 'clear_with_changes', 'proposal'],
    ['3.3b', 'object', 'remark'],
    ['3.5', 'comments', 'remark'],
    ['3.5', 'counter_draft', 'proposal'],
    ['3.6a', 'clear_with_changes', 'proposal'],
    ['3.7b', 'next_round', 'open_point'],
    ['3.8b', 'differences', 'remark'],
  ])('%s %s: %s', (key, option, need) => {
    expect(bringing(at(key), { key, option })).toMatchObject({ code: 'text_unsettled', detail: { need } })
  })

  test('every open proposal is answered before the revised text is handed in, a rejection with a reason', () => {
    const base = at('3.7a', { '3.5': 'counter_draft' })
    const revised = { key: '3.7a', option: 'revised' }
    expect(bringing(base, { ...revised, text: { version: versionWith(base) } })).toMatchObject({
      code: 'text_unsettled',
      detail: { need: 'answers', open: [1] },
    })
    const answers = [{ no: 1, state: 'rejected' as const }]
    expect(bringing(base, { ...revised, text: { version: versionWith(base), answers } }).code).toBe('text_number_wrong')
    expect(reviseWith(base, { answers: [{ no: 1, state: 'accepted' }] }).ok).toBe(true)
  })

  test('an issue is worded by one side and agreed to by the other, or withdrawn by whoever raised it; none open, none deadlocked', () => {
    const base = at('3.5', {})
    const issues = [7, 8].map((no) => ({ no, clauses: ['money'], hash: hashOf(`question ${no}`) }))
    act(base, { key: '3.5', option: 'comments', text: { issues } })
    expect(refusalOf(reviseWith(base, { moves: [{ no: 8, state: 'withdrawn' }] })).code).toBe('text_number_wrong')
    expect(reviseWith(base, { moves: [{ no: 7, state: 'proposed' }] }).ok).toBe(true)
    expect(refusalOf(act(base, { key: '3.7b', option: 'agreed' }))).toMatchObject({
      code: 'text_unsettled',
      detail: { need: 'settled', open: [7, 8] },
    })
    const moves = [
      { no: 7, state: 'agreed' as const },
      { no: 8, state: 'withdrawn' as const },
    ]
    expect(act(base, { key: '3.7b', option: 'agreed', text: { moves } }).ok).toBe(true)
  })
})

test.each([
  ['3.3a', 'clear'],
  ['3.3b', 'clear'],
  ['3.5', 'accept'],
  ['3.6a', 'clear'],
  ['3.6b', 'clear'],
  ['3.7b', 'agreed'],
  ['3.8b', 'concordant'],
  ['3.9a', 'approve'],
  ['3.9b', 'approve'],
  ['3.9c', 'approve'],
])(
  '%s %s takes the text as it stands: with a proposal or an issue of the own it is refused, with a remark it is not',
  (key, option) => {
    const base = at(key)
    const hash = hashOf('otherwise')
    const asked: readonly BroughtText[] = [
      { proposals: [{ no: 91, clause: 'money', hash }] },
      { issues: [{ no: 91, clauses: ['money'], hash }] },
    ]
    for (const text of asked)
      expect(bringing(base, { key, option, text })).toMatchObject({
        code: 'text_unsettled',
        detail: { need: 'unchanged', open: [91] },
      })
    const { text: _, ...decision } = decisionOn(base, { step: stepOf(base, key), option })
    const remarked = { ...decision, text: { comments: [{ no: 91, hash }] } }
    expect(base.send(remarked, { actor: holderOf(stepOf(base, key).role, 36) }).ok).toBe(true)
  },
)

test('what both sides could not agree on is settled by director and head of government, and by nobody with an issue left', () => {
  const base = at('3.5', {})
  const issues = [{ no: 7, clauses: ['money'], hash: hashOf('who pays') }]
  act(base, { key: '3.5', option: 'comments', text: { issues } })
  revise(base, {})
  act(base, { key: '3.7b', option: 'deadlock' })
  expect(refusalOf(act(base, { key: '3.7c', option: 'agreed' }))).toMatchObject({
    code: 'text_unsettled',
    detail: { need: 'settled', open: [7] },
  })
  const moves = [{ no: 7, state: 'agreed' as const }]
  expect(act(base, { key: '3.7c', option: 'agreed', text: { moves } }).ok).toBe(true)
  expect(act(base, { key: '3.7d', option: 'agreed' }).ok).toBe(true)
  expect(base.openKeys()).toEqual(['3.6a', '3.6b'])
})

test('a version goes with its step when that is taken back, and what it changed goes on into the next', () => {
  const base = at('3.7a')
  revise(base, { money: markOf('money', 1) })
  const before = clausesOf(base.state().negotiation, 1)
  base.send({ type: 'revoke', step: '3.7a.1', code: 'TXT' }, { actor: holderOf('PM', 12) })
  expect(base.openKeys()).toEqual(['3.7a'])
  expect(currentVersion(base.state().negotiation)).toMatchObject({ no: 1 })
  revise(base, {})
  expect(handed(base).at(-1)).toMatchObject({ no: 3, basedOn: 1, changed: {} })
  expect(clausesOf(base.state().negotiation, 3)).toEqual(before)
  const versions = [
    { no: 1, changed: exampleClauses, gone: [], step: 'a.1' },
    { no: 2, changed: { money: markOf('money', 1) }, gone: ['title'], step: 'b.1' },
    { no: 3, changed: { areas: markOf('areas', 1) }, gone: [], step: 'c.1' },
  ].map((one) => ({ ...one, side: 'programme' as const, hash: hashOf(String(one.no)) }))
  const negotiation = { versions, last: 3, proposals: {}, issues: {} }
  const left = { ...negotiation, versions: withoutVisit(versions, 'b.1') }
  expect(clausesOf(left, 3)).toEqual(clausesOf(negotiation, 3))
})

describe('what a visit did about the text is undone with it', () => {
  const issue = { no: 7, clauses: ['money'], hash: hashOf('who pays') }
  const issueOf = (base: ABase) => base.state().negotiation?.issues[7]
  const deadlocked = (): ABase => {
    const base = at('3.5', {})
    act(base, { key: '3.5', option: 'comments', text: { issues: [issue] } })
    reviseWith(base, { moves: [{ no: 7, state: 'proposed' }] })
    return base
  }
  const takenBack = (base: ABase, { step, number }: { step: string; number: number }) => {
    const { role } = base.state().stage?.steps[step] ?? {}
    if (role === undefined) throw new Error(`there is no ${step}`)
    return base.send({ type: 'revoke', step, code: 'TXT' }, { actor: holderOf(role, number) })
  }

  test('an issue that was agreed on a visit that is taken back is where it stood before, with whose wording it was', () => {
    const base = deadlocked()
    const before = issueOf(base)
    expect(before).toMatchObject({ state: 'proposed', wordedBy: 'programme' })
    act(base, { key: '3.7b', option: 'agreed', text: { moves: [{ no: 7, state: 'agreed' }] } })
    expect(issueOf(base)).toMatchObject({ state: 'agreed', wordedBy: 'programme' })
    expect(takenBack(base, { step: '3.7b.1', number: 12 }).ok).toBe(true)
    expect(issueOf(base)).toEqual(before)
    const agreed = { key: '3.7b', option: 'agreed' }
    expect(refusalOf(act(base, agreed))).toMatchObject({ code: 'text_unsettled', detail: { open: [7] } })
    expect(act(base, { ...agreed, text: { moves: [{ no: 7, state: 'agreed' }] } }).ok).toBe(true)
  })

  test('a wording goes with the revision it came with, and the next one may put another', () => {
    const base = deadlocked()
    expect(takenBack(base, { step: '3.7a.1', number: 12 }).ok).toBe(true)
    expect(issueOf(base)).toEqual({ clauses: ['money'], side: 'partner', state: 'open', step: '3.5.1' })
    expect(reviseWith(base, { moves: [{ no: 7, state: 'proposed' }] }).ok).toBe(true)
    expect(issueOf(base)).toMatchObject({ state: 'proposed', moves: [{ step: '3.7a.2' }] })
  })
})

test('of what led to a text only the text goes on after its stage', () => {
  const base = aNominatedBase()
  play(base, { until: () => base.state().stage?.stage === 'launch', answers: { '3.5': 'counter_draft' } })
  const { negotiation } = base.state()
  expect(negotiation).toMatchObject({ proposals: {}, issues: {}, versions: [{ changed: exampleClauses }] })
})
