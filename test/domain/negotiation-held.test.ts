import { expect, test } from '@jest/globals'
import type { BroughtText } from '../../domain/commands/negotiation.js'
import { textHashSeen } from '../../domain/negotiation/clearances.js'
import { currentVersion, type ClauseMarks } from '../../domain/negotiation/version.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { hashOf, markOf, translated, versionWith } from '../support/negotiating.js'
import { playTo, type Answers } from '../support/playing.js'

const at = (key: string, answers: Answers = {}): ABase => playTo(aNominatedBase(), { key, answers })
const handed = (base: ABase) => base.events().flatMap((event) => (event.type === 'text_handed_over' ? [event] : []))
const reviseWith = (base: ABase, text: BroughtText) =>
  act(base, { key: '3.7a', option: 'revised', text: { version: versionWith(base), ...text } })
const stepIn = (base: ABase, id: string) => {
  const step = base.state().stage?.steps[id]
  if (step === undefined) throw new Error(`no ${id}`)
  return step
}
const definitionOf = (base: ABase, key: string) => {
  const definition = base.procedure.steps[key]
  if (definition === undefined) throw new Error(`no ${key}`)
  return definition
}

/** A proposal with how its clause reads alone with it, and with those before it. */
const proposed = (no: number, { clause, edition = 1 }: { clause: string; edition?: number }) => ({
  no,
  clause,
  hash: hashOf(`proposal ${no}`),
  reads: { alone: markOf(clause, no).hashes, together: markOf(clause, edition).hashes },
})
const accepted = (no: number) => ({ no, state: 'accepted' as const })

test('before the draft is sent only what an office proposed is taken in, and nothing by which the other clearance falls', () => {
  const base = at('3.3a', {})
  const proposals = [proposed(1, { clause: 'areas' })]
  act(base, { key: '3.3a', option: 'clear_with_changes', text: { proposals } })
  const money = [proposed(2, { clause: 'money' })]
  act(base, { key: '3.3b', option: 'clear_with_changes', text: { proposals: money } })
  const both = [1, 2].map(accepted)
  const send = (change: ClauseMarks, answers: BroughtText['answers'] = both) =>
    act(base, { key: '3.4', option: 'send', text: { version: versionWith(base, change), answers } })
  const taken = { areas: markOf('areas', 1), money: markOf('money', 1) }
  expect(refusalOf(send({ ...taken, title: markOf('title', 1) }))).toMatchObject({
    detail: { clauses: ['title', 'money'] },
  })
  // Finance's change lies in what counsel has cleared as well.
  expect(refusalOf(send(taken))).toMatchObject({ detail: { clauses: ['money'] } })
  // Words nobody has cleared, beside what was accepted in the same clause, and what was accepted and not taken in.
  const own = { areas: markOf('areas', 9) }
  expect(refusalOf(send(own))).toMatchObject({ code: 'text_beyond', detail: { clauses: ['areas', 'money'] } })
  const answers = [accepted(1), { no: 2, state: 'rejected' as const, hash: hashOf('why') }]
  expect(refusalOf(send(own, answers))).toMatchObject({ code: 'text_beyond', detail: { clauses: ['areas'] } })
  expect(refusalOf(send({}, answers))).toMatchObject({ code: 'text_beyond', detail: { clauses: ['areas'] } })
  expect(send({ areas: markOf('areas', 1) }, answers).ok).toBe(true)
  expect(handed(base).at(-1)).toMatchObject({ carries: true })
})

test('of several proposals on a clause the first ones of one decision are taken in together, as that office read them', () => {
  const sent = (numbers: readonly number[], edition: number) => {
    const base = at('3.3a', {})
    const proposals = [
      proposed(1, { clause: 'areas', edition: 1 }),
      proposed(2, { clause: 'areas', edition: 12 }),
      proposed(3, { clause: 'areas', edition: 123 }),
    ]
    act(base, { key: '3.3a', option: 'clear_with_changes', text: { proposals } })
    act(base, { key: '3.3b', option: 'clear' })
    const answers = [1, 2, 3].map((no) =>
      numbers.includes(no) ? accepted(no) : { no, state: 'rejected' as const, hash: hashOf('why') },
    )
    const version = versionWith(base, { areas: markOf('areas', edition) })
    return act(base, { key: '3.4', option: 'send', text: { version, answers } }).ok
  }
  expect(sent([1, 2], 12)).toBe(true)
  expect(sent([2], 2)).toBe(true)
  expect(sent([2, 3], 123)).toBe(false)
  expect(sent([1, 2], 2)).toBe(false)
})

test('two translations, one language after the other, do not write a clause anew', () => {
  const base = at('3.8a', {})
  const chinese = versionWith(base, { money: translated('money', 'zh-CN') })
  act(base, { key: '3.8a', option: 'translated', text: { version: chinese } })
  act(base, { key: '3.8b', option: 'differences' })
  const english = { ...translated('money', 'zh-CN').hashes, en: hashOf('money en anew') }
  const version = versionWith(base, { money: { hashes: english } })
  expect(refusalOf(act(base, { key: '3.8a', option: 'translated', text: { version } }))).toMatchObject({
    code: 'text_beyond',
    detail: { clauses: ['money'] },
  })
  const other = versionWith(base, { money: markOf('money'), areas: translated('areas', 'en') })
  expect(act(base, { key: '3.8a', option: 'translated', text: { version: other } }).ok).toBe(true)
})

test.each([
  ['3.2b', '3.3b', 'clear'],
  ['3.2b', '3.6b', 'clear'],
  ['3.2b', '3.9c', 'approve'],
  ['3.8a', '3.9b', 'approve'],
])('whoever has words in the version of %s does nothing on %s, and anybody else may', (drafted, key, option) => {
  const base = at(drafted, {})
  const writer = holderOf(base.procedure.steps[key]?.role ?? 'LC', 31)
  const version = { ...versionWith(base, { notices: markOf('notices') }), editors: [writer.person] }
  const handing = Object.keys(base.procedure.steps[drafted]?.options ?? {})[0] ?? ''
  act(base, { key: drafted, option: handing, text: { version } })
  playTo(base, { key })
  expect(refusalOf(act(base, { key, option, number: 31 }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'SD1', other: drafted },
  })
  expect(act(base, { key, option, number: 32 }).ok).toBe(true)
})

test('an office that asked for a change when it was asked to clear is asked again itself', () => {
  const base = at('3.6a', {})
  const writer = holderOf('LX', 31)
  expect(act(base, { key: '3.6a', option: 'clear_with_changes', number: 31 }).ok).toBe(true)
  playTo(base, { key: '3.7a' })
  reviseWith(base, { version: { ...versionWith(base, { areas: markOf('areas', 1) }), editors: [writer.person] } })
  playTo(base, { key: '3.6a' })
  expect(act(base, { key: '3.6a', option: 'clear', number: 31 }).ok).toBe(true)
})

test('a step that is decided goes on saying which version was read there', () => {
  const base = at('3.7a', { '3.5': 'comments' })
  const seenAt = (key: string) =>
    textHashSeen(base.state(), { step: stepIn(base, `${key}.1`), definition: definitionOf(base, key) })
  const first = currentVersion(base.state().negotiation)?.hash
  reviseWith(base, { version: versionWith(base, { money: markOf('money', 1) }) })
  const second = currentVersion(base.state().negotiation)?.hash
  expect([seenAt('3.3a'), seenAt('3.5'), seenAt('3.7b')]).toEqual([[first], [first], [second]])
  expect(first).not.toBe(second)
})

test('only the side that raised an issue puts it off, and takes it up again; nobody words it and agrees to that in one breath', () => {
  const base = at('3.5', {})
  const issues = [7, 8].map((no) => ({ no, clauses: ['money'], hash: hashOf(`question ${no}`) }))
  act(base, { key: '3.5', option: 'comments', text: { issues } })
  const move = (no: number, state: 'parked' | 'proposed' | 'agreed' | 'withdrawn') => ({ no, state })
  const wrong = { code: 'text_number_wrong', detail: { numbers: [7] } }
  expect(refusalOf(reviseWith(base, { moves: [move(7, 'parked')] }))).toMatchObject(wrong)
  expect(reviseWith(base, { moves: [move(7, 'proposed')] }).ok).toBe(true)
  const reply = (...moves: ReturnType<typeof move>[]) =>
    act(base, { key: '3.7b', option: 'next_round', text: { proposals: [proposed(9, { clause: 'money' })], moves } })
  expect(refusalOf(reply(move(7, 'proposed'), move(7, 'agreed')))).toMatchObject(wrong)
  expect(reply(move(7, 'parked')).ok).toBe(true)
  const answers = [{ no: 9, state: 'rejected' as const, hash: hashOf('why') }]
  expect(refusalOf(reviseWith(base, { answers, moves: [move(7, 'proposed')] }))).toMatchObject(wrong)
  reviseWith(base, { answers })
  const agree = (...moves: ReturnType<typeof move>[]) => act(base, { key: '3.7b', option: 'agreed', text: { moves } })
  expect(refusalOf(agree(move(7, 'proposed'), move(8, 'withdrawn')))).toMatchObject({
    code: 'text_unsettled',
    detail: { open: [7] },
  })
  expect(agree(move(7, 'withdrawn'), move(8, 'withdrawn')).ok).toBe(true)
})
