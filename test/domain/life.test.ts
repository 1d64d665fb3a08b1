import { expect, test } from '@jest/globals'
import { full } from '../../domain/procedures/full.js'
import { openSteps } from '../../domain/state.js'
import { aBase, act, holderOf, makePapers, nomination, type ABase } from '../support/a-base.js'

/** Plays the first option of every open step, turning the clock when nobody can act, until so many reviews are concluded. */
const playOn = (base: ABase, reviews: number): void => {
  for (let turn = 0; turn < 1000 && base.state().facts.reviews.length < reviews; turn += 1) {
    makePapers(base)
    const step = openSteps(base.state()).find((one) => {
      const definition = full.steps[one.key]
      return definition?.decides.by !== 'clock' && !(definition?.runsFull === true && base.now() < one.dueAt)
    })
    if (step !== undefined) {
      const option = step.key === '5.8' ? 'green' : (Object.keys(full.steps[step.key]?.options ?? {})[0] ?? '')
      const judgement = act(base, { key: step.key, option })
      if (!judgement.ok) throw new Error(JSON.stringify(judgement.refusal))
      continue
    }
    const waits = openSteps(base.state()).length === 0
    if (waits) base.send({ type: 'rank', session: `s${turn}`, place: 1, of: 1 })
    else {
      const notice = openSteps(base.state()).find((one) => full.steps[one.key]?.runsFull === true)
      base.turnTo(notice?.dueAt ?? base.nextDueAt() ?? base.now())
      base.send({ type: 'tick' })
    }
  }
}

test('a base goes from nomination to its second yearly review in the order of the mission', () => {
  const base = aBase()
  expect(base.send(nomination, { actor: holderOf('PM') }).ok).toBe(true)
  playOn(base, 2)
  const { past, facts, status } = base.state()
  expect([...past.map(({ stage }) => stage), base.state().stage?.stage]).toEqual([
    'nomination',
    'due_diligence',
    'memorandum',
    'launch',
    'yearly_review',
    'yearly_review',
  ])
  expect(facts.reviews.map(({ colour }) => colour)).toEqual(['green', 'green'])
  expect(status).toBe('active_green')
})
