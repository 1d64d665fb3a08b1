import { expect, test } from '@jest/globals'
import { effectiveOn } from '../../domain/effective-on.js'
import { whyStep } from '../../domain/why.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { calendarOfSide, holderOf, personWith } from '../support/an-example.js'
import { actOnPaper, confirming, entering, scan } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'

const reached = (key: string): ABase => playTo(aNominatedBase(), { key })
const sa = holderOf('SA')
const answered = { key: '1.7', option: 'no_objection' } as const

test('a sealed letter entered by one person decides nothing; confirmed by another it is its signatory’s act (R16)', () => {
  const base = reached('1.7')
  expect(base.send(entering(base, answered), { actor: holderOf('CS') }).ok).toBe(true)
  expect(base.open('1.7')).toMatchObject({ acts: [], papers: [{ signatory: sa.person, enteredBy: 'p-cs-1' }] })
  expect(base.send(confirming(base, answered), { actor: holderOf('PD') }).ok).toBe(true)
  expect(base.open('1.7')).toBeUndefined()
  const closing = base.events().slice(-8)
  expect(closing).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'paper_confirmed', signatory: sa.person }),
      expect.objectContaining({
        type: 'step_acted',
        key: '1.7',
        option: 'no_objection',
        by: expect.objectContaining({ person: sa.person, role: 'SA' }),
        paper: expect.objectContaining({ scan, enteredBy: 'p-cs-1', confirmedBy: 'p-pd-1' }),
      }),
      expect.objectContaining({ type: 'step_closed', key: '1.7', how: 'act' }),
    ]),
  )
})

test('the day on the paper is kept beside the times of the entry, and only of acts on paper (R16)', () => {
  const base = reached('1.7')
  const opened = base.now()
  base.turnTo('2027-03-01T15:00:00.000Z')
  const signedOn = '2027-02-26' as const
  expect(opened < signedOn).toBe(true)
  actOnPaper(base, { ...answered, change: { signedOn } })
  const dated = base.recorded.flatMap(({ event, occurredAt }) => {
    const day = effectiveOn(event)
    return day === undefined ? [] : [[event.type, day, occurredAt]]
  })
  expect(dated).toEqual([
    ['paper_entered', signedOn, '2027-03-01T15:00:00.000Z'],
    ['step_acted', signedOn, '2027-03-01T15:00:00.000Z'],
  ])
})

test('an entered act that is refused stays in the record and never counts; the same paper may be entered again', () => {
  const base = reached('1.7')
  base.send(entering(base, answered), { actor: holderOf('CS') })
  const refused = base.send(
    { type: 'refuse_paper', step: stepOf(base, '1.7').id, signatory: sa.person, code: 'DAT' },
    { actor: holderOf('PD') },
  )
  expect(refused.ok).toBe(true)
  expect(base.events().at(-1)).toMatchObject({ type: 'paper_refused', enteredBy: 'p-cs-1', by: { person: 'p-pd-1' } })
  expect(base.open('1.7')?.acts).toEqual([])
  expect(base.open('1.7')).not.toHaveProperty('papers')
  expect(refusalOf(base.send(confirming(base, answered), { actor: holderOf('PD', 2) })).code).toBe('paper_not_entered')
  expect(actOnPaper(base, answered).ok).toBe(true)
})

test('what separates duties is asked of the signatory and of both through whose hands the paper goes (SD1, SD4)', () => {
  const base = reached('1.10')
  const vote = { key: '1.10', option: 'advance', signatory: holderOf('CM', 3) } as const
  // The manager of the base neither votes nor enters the vote of somebody else (SD4).
  expect(refusalOf(base.send(entering(base, vote), { actor: holderOf('PM') }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'SD4' },
  })
  const own = personWith('p-pm-1', 'CM')
  expect(refusalOf(base.send(entering(base, { ...vote, signatory: own }), { actor: holderOf('CS', 8) })).code).toBe(
    'separation_of_duties',
  )
  expect(base.send(entering(base, vote), { actor: holderOf('CS', 8) }).ok).toBe(true)
  const secretary = Object.values(base.state().stage?.steps ?? {}).find(({ key }) => key === '1.9a')?.acts[0]?.person
  expect(refusalOf(base.send(confirming(base, vote), { actor: personWith(secretary ?? '', 'CS') })).code).toBe(
    'separation_of_duties',
  )
  expect(base.send(confirming(base, vote), { actor: holderOf('PD', 8) }).ok).toBe(true)
})

test('whoever handled the paper of one act is kept from the other act of the pair, as if it were the own (SD2)', () => {
  const base = reached('1.5a')
  const clerk = personWith('p-both', 'CS', 'SO')
  base.send(entering(base, { key: '1.5a', option: 'eligible' }), { actor: clerk })
  expect(base.send(confirming(base, { key: '1.5a' }), { actor: holderOf('PD') }).ok).toBe(true)
  const { id } = stepOf(base, '1.5b')
  expect(refusalOf(base.send({ type: 'decide', step: id, option: 'confirm' }, { actor: clerk }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'SD2', other: '1.5a' },
  })
  // Entered by others, the same person may.
  const twin = reached('1.5a')
  actOnPaper(twin, { key: '1.5a', option: 'eligible' })
  expect(twin.send({ type: 'decide', step: id, option: 'confirm' }, { actor: clerk }).ok).toBe(true)
})

test('“why” says that an act on paper waits for a second person, in both languages, until it is confirmed', () => {
  const base = reached('1.7')
  const calendar = calendarOfSide('partner')
  const said = () => {
    const step = stepOf(base, '1.7')
    const { procedure } = base
    return whyStep({ ...step, acted: step.acts.length }, { procedure, calendar, now: base.now() }).sentence
  }
  expect(said().en).not.toContain('on paper')
  base.send(entering(base, answered), { actor: holderOf('CS') })
  expect(said().en).toContain('An act on paper has been entered and must be confirmed by a second person (R16).')
  expect(said()['zh-CN']).toContain('待第二人确认')
})

test('a vote on paper counts once: by hand as well it is refused, and so is its confirmation afterwards', () => {
  const base = reached('1.10')
  const vote = { key: '1.10', option: 'advance', signatory: holderOf('CM', 3) } as const
  base.send(entering(base, vote), { actor: holderOf('CS', 8) })
  expect(act(base, { key: '1.10', option: 'advance', number: 3 }).ok).toBe(true)
  expect(refusalOf(base.send(confirming(base, vote), { actor: holderOf('PD', 8) })).code).toBe('already_acted')
})
