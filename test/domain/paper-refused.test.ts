import { expect, test } from '@jest/globals'
import type { Judgement } from '../../domain/judge/draft.js'
import { aboutSignatory, refusalText } from '../../domain/refusal.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf, personWith } from '../support/an-example.js'
import { confirming, entering } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'
import { refusedCases } from './refused/every-case.js'

const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const said = (judgement: Judgement, locale: 'en' | 'zh-CN' = 'en') => refusalText(refusalOf(judgement), locale)
const speaksToTheReader = /\byours?\b|\byou\b|您/i

test('that a signatory lacks the seat is said of the signatory, whose paper a clerk enters (R16)', () => {
  const base = reached('1.7')
  const asked = { key: '1.7', option: 'endorse', signatory: holderOf('LX') }
  const no = base.send(entering(base, asked), { actor: holderOf('CS') })
  expect(said(no)).toEqual({
    says: 'Signatory p-lx-1: Step 1.7.1 is decided by: SA, with an own seat held on the day of signing and still; the signatory acts as: LX.',
    next: 'Have the paper signed by a person who holds the seat of SA for this base.',
  })
  expect(said(no, 'zh-CN').says).toBe(
    '签署人 p-lx-1：步骤 1.7.1 由SA决定，签署之日及现在均须本人任职；签署人的身份为：LX。',
  )
})

test('that a signatory has acted by hand meanwhile is said to the clerk who confirms, with what to do with the paper', () => {
  const base = reached('1.10')
  const vote = { key: '1.10', option: 'advance', signatory: holderOf('CM', 3) } as const
  base.send(entering(base, vote), { actor: holderOf('CS', 8) })
  act(base, { key: '1.10', option: 'advance', number: 3 })
  const no = base.send(confirming(base, vote), { actor: holderOf('PD', 8) })
  expect(said(no)).toEqual({
    says: 'Signatory p-cm-3: The signatory has already acted on step 1.10.1; each person acts once.',
    next: 'Turn the paper away if it waits already; nothing else is left to do here.',
  })
  // By hand once more it is said to the person.
  expect(said(act(base, { key: '1.10', option: 'advance', number: 3 })).says).toMatch(/^You have already acted/)
})

test('an interest and an earlier act of the signatory are said of the signatory, those of the clerk of nobody else (SD4, SD5)', () => {
  const base = reached('1.10')
  const vote = { key: '1.10', option: 'advance' } as const
  const own = { ...vote, signatory: personWith('p-pm-1', 'CM') }
  const ofSignatory = said(base.send(entering(base, own), { actor: holderOf('CS', 8) })).says
  const ofClerk = said(base.send(entering(base, vote), { actor: holderOf('PM') })).says
  expect(ofSignatory).toBe(`Signatory p-pm-1: ${ofClerk}`)
  const member = holderOf('CM', 4)
  base.send({ type: 'declare_interest', kind: 'direct' }, { actor: member })
  const interested = base.send(entering(base, { ...vote, signatory: member }), { actor: holderOf('CS', 8) })
  expect(said(interested, 'zh-CN').says).toMatch(/^签署人 p-cm-4：规则 SD5/)
})

test('that a paper is about another text is said of the paper (R16)', () => {
  const base = reached('3.9c')
  const another = entering(base, { key: '3.9c', option: 'approve', change: { seen: ['7'.repeat(64)] } })
  const text = said(base.send(another, { actor: holderOf('CS', 8) })).says
  expect(text).toMatch(/^Signatory p-lx-1: The paper approves 7+, but step 3\.9c\.1/)
})

test('what stands against the clerk is said to the clerk, without a signatory (R16)', () => {
  const base = reached('1.7')
  const no = refusalOf(base.send(entering(base, { key: '1.7', option: 'endorse' }), { actor: holderOf('LC') }))
  expect(no.detail).not.toHaveProperty('signedBy')
  expect(refusalText(no, 'en').says).toContain('you act as: LC')
})

test('no "no" to a decision speaks to the reader where it is said of a signatory, in either language', () => {
  const refused = refusedCases.flatMap(({ base: before, command, actor, claimRefusal, isWordless }) => {
    const base = before()
    const asked = command(base)
    return asked.type === 'decide' ? [refusalOf(base.send(asked, { actor, claimRefusal, isWordless }))] : []
  })
  // Two persons vouch for whose act a paper is, so no signatory is ever asked to show it afresh (0061).
  const ofSignatories = refused.filter(({ code }) => code !== 'second_factor')
  expect(new Set(refused.map(({ code }) => code)).size).toBeGreaterThan(20)
  const texts = ofSignatories.flatMap((no) =>
    (['en', 'zh-CN'] as const).map((locale) => refusalText(aboutSignatory(no, 'p-sa-1'), locale)),
  )
  const spoken = texts.filter(({ says, next }) => speaksToTheReader.test(`${says} ${next}`))
  expect(spoken).toEqual([])
  // As it is said to whoever decides, some do.
  expect(refused.some((no) => speaksToTheReader.test(refusalText(no, 'en').says))).toBe(true)
})
