import { expect, test } from '@jest/globals'
import { conditionsView } from '../../api/views/condition-view.js'
import { conditionFactsOf } from '../../domain/gicc/condition-facts.js'
import { refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { conditioned, first, second, shows, wordsOf } from '../support/conditioned.js'
import { someWords } from '../support/filling.js'
import { playTo } from '../support/playing.js'

const ids = (base: ABase): readonly string[] => Object.keys(base.state().conditions ?? {})

test('what committee and Board keep is fixed with the approval of the Board, and stands open (8.16)', () => {
  const base = conditioned({ kept: [first, second] })
  expect(base.state().conditions).toEqual({
    '2.7.1:r1': { due: 'before_signature', binding: true, owner: 'government', status: 'open', fixedBy: '2.10.1' },
    '2.7.1:r2': { due: 'before_launch', binding: true, owner: 'organisation', status: 'open', fixedBy: '2.10.1' },
  })
})

test('what the committee does not adopt does not reach the Board, and a recommendation without conditions leaves none', () => {
  expect(ids(conditioned({ adopted: [second] }))).toEqual(['2.7.1:r2'])
  expect(ids(conditioned({ option: 'recommend' }))).toEqual([])
})

test('a new text that more than half of the Board give is fixed with the condition, in the words of the first of them', () => {
  const textOf = (changedBy: readonly number[]) => conditioned({ changedBy }).state().conditions?.['2.7.1:r1']?.words
  expect(textOf([1, 2])).toEqual(wordsOf(1))
  expect(textOf([2])).toBeUndefined()
})

test('the register shows the text that was fixed, and that of the report where there is no other', () => {
  const both = (text: string) => ({ en: text, 'zh-CN': text })
  const form = (step: string, answers: object) =>
    ({
      seq: 1,
      step,
      key: '',
      option: '',
      person: null,
      role: null,
      at: '',
      version: 1,
      content: step,
      answers,
    }) as const
  const forms = [
    form('2.7.1', {
      conditions: [
        { id: 'r1', text: both('of the report') },
        { id: 'r2', text: both('as it was') },
      ],
    }),
    form('2.10.1', { conditions: [{ id: 'x', condition: ['2.7.1:r1'], view: 'change', text: both('of the Board') }] }),
  ].map((one) => ({ ...one, answers: { ...one.answers } }))
  const conditions = [{ ...first, words: { id: '2.10.1', hash: 'a'.repeat(64) } }, second]
  const event = { type: 'conditions_fixed', step: '2.10.1', key: '2.10', conditions } as const
  const views = conditionsView(
    { entries: [{ seq: 1, at: '', event }], voided: new Set(), zone: 'Asia/Shanghai' },
    forms,
  )
  expect(views.map(({ text }) => text?.en)).toEqual(['of the Board', 'as it was'])
})

test('binding conditions due before signature hold up the text until each is shown and found met', () => {
  const base = playTo(conditioned(), { key: '3.9a' })
  expect(refusalOf(act(base, { key: '3.9a', option: 'approve' }))).toMatchObject({
    code: 'conditions_open',
    detail: { conditions: ['2.7.1:r1'], due: 'before_signature' },
  })
  shows(base, first)
  expect(refusalOf(act(base, { key: '3.9a', option: 'approve' })).code).toBe('conditions_open')
  const check = { type: 'check_condition', condition: '2.7.1:r1' } as const
  base.send({ ...check, result: 'not_met', reason: someWords }, { actor: holderOf('LC', 4) })
  expect(base.state().conditions?.['2.7.1:r1']?.status).toBe('not_met')
  shows(base, first)
  base.send({ ...check, result: 'met' }, { actor: holderOf('LC', 4) })
  expect(act(base, { key: '3.9a', option: 'approve' }).ok).toBe(true)
})

test('what is self-declared shows no condition, and nobody checks what nobody has shown', () => {
  const base = conditioned()
  expect(refusalOf(shows(base, { ...first, best: 5 }))).toEqual({ code: 'condition_unproven', detail: { needs: 3 } })
  expect(
    refusalOf(
      base.send({ type: 'check_condition', condition: '2.7.1:r1', result: 'met' }, { actor: holderOf('LC', 4) }),
    ),
  ).toMatchObject({ code: 'condition_stands', detail: { status: 'open', allowed: ['shown'] } })
})

test('what is due before launch holds up readiness, whatever the checklist says', () => {
  const base = conditioned({ kept: [second] })
  playTo(base, { key: '4.9' })
  expect(refusalOf(act(base, { key: '4.9', option: 'ready' })).code).toBe('conditions_open')
  shows(base, second)
  base.send({ type: 'check_condition', condition: '2.7.1:r2', result: 'met' }, { actor: holderOf('SO', 9) })
  expect(act(base, { key: '4.9', option: 'ready' }).ok).toBe(true)
})

test('rows of a report become conditions by visit and row; a vote keeps what it does not strike, or what it adopts', () => {
  const row = { id: 'r1', cells: { due: 'date', due_on: '2027-05-01', binding: true, owner: 'government' } }
  const content = { id: 'f-1', hash: 'a'.repeat(64) }
  const by = { step: '2.7.1', option: 'submit', content, proposed: [] }
  expect(conditionFactsOf({ conditions: [row] }, { ...by, rule: { proposes: true } })).toEqual({
    proposed: [{ id: '2.7.1:r1', due: 'date', dueOn: '2027-05-01', binding: true, owner: 'government' }],
  })
  const weighs = { rule: { weighs: { by: 'approve', in: ['approve'] } }, step: '2.10.1', content, proposed: ['a', 'b'] }
  const says = (cells: Readonly<Record<string, string | boolean | readonly string[]>>) => ({
    conditions: [{ id: 'w', cells }],
  })
  const kept = (cells: Parameters<typeof says>[0]) => conditionFactsOf(says(cells), { ...weighs, option: 'approve' })
  expect(kept({ condition: ['a'], view: 'strike' })).toEqual({ kept: ['b'] })
  expect(kept({ condition: ['a'], view: 'change' })).toEqual({
    kept: ['a', 'b'],
    reworded: { conditions: ['a'], words: content },
  })
  expect(kept({ condition: ['a'], adopt: true })).toEqual({ kept: ['a'] })
  expect(conditionFactsOf({}, { ...weighs, option: 'reject' })).toBeUndefined()
})

const asked = {
  type: 'raise',
  matter: 'condition_lifting',
  code: 'LEG',
  reason: someWords,
  facts: { condition: '2.7.1:r1' },
} as const

test('the Board lifts a condition that is asked for with a reason, and nothing waits for it any more (8.16)', () => {
  const base = playTo(conditioned(), { key: '3.9a' })
  expect(base.send(asked, { actor: holderOf('PM') }).ok).toBe(true)
  expect(refusalOf(act(base, { key: '3.9a', option: 'approve' })).code).toBe('conditions_open')
  act(base, { key: '8.16a', option: 'lift' })
  expect(base.open('8.16a')).toBeDefined()
  act(base, { key: '8.16a', option: 'lift' })
  expect(base.state().conditions?.['2.7.1:r1']?.status).toBe('lifted')
  expect(act(base, { key: '3.9a', option: 'approve' }).ok).toBe(true)
  expect(refusalOf(base.send(asked, { actor: holderOf('PM') }))).toMatchObject({
    code: 'condition_stands',
    detail: { status: 'lifted' },
  })
})

test('what the Board keeps stays open, what is met meanwhile stays met, and no other condition is asked about', () => {
  const base = playTo(conditioned(), { key: '3.9a' })
  const other = { ...asked, facts: { condition: '2.7.1:r9' } }
  expect(refusalOf(base.send(other, { actor: holderOf('PM') })).code).toBe('condition_unknown')
  base.send(asked, { actor: holderOf('PM') })
  for (const _ of [1, 2]) act(base, { key: '8.16a', option: 'keep' })
  expect(base.state().conditions?.['2.7.1:r1']?.status).toBe('open')
  base.send(asked, { actor: holderOf('PM') })
  shows(base, first)
  base.send({ type: 'check_condition', condition: '2.7.1:r1', result: 'met' }, { actor: holderOf('LC', 4) })
  for (const _ of [1, 2]) act(base, { key: '8.16a', option: 'lift' })
  expect([base.open('8.16a'), base.state().conditions?.['2.7.1:r1']?.status]).toEqual([undefined, 'met'])
})
