import { expect, test } from '@jest/globals'
import { dueNext, type DueNext } from '../../domain/due-next.js'
import type { BaseEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aNominatedBase } from '../support/a-base.js'
import { calendars, holderOf } from '../support/an-example.js'
import { entering } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'

/** What the clock records when what was foretold comes. */
const records: Readonly<Partial<Record<DueNext['what'], BaseEvent['type']>>> = {
  reminder: 'reminded',
  escalation: 'escalated',
  silence: 'step_closed',
  hold: 'held',
  reassign: 'stand_in_called',
  decides: 'step_closed',
  hold_ends: 'base_closed',
}

/** What is foretold while nobody acts, and what the clock then does, up to the end of the step or of the base. */
const foretold = (key: StepKey): readonly string[] => {
  const base = playTo(aNominatedBase(), { key })
  const lines: string[] = []
  for (let at = base.nextDueAt(); at !== null && lines.length < 8; at = base.nextDueAt()) {
    const due = dueNext(base.state(), { procedure: full, calendars })
    base.turnTo(at)
    const judged = base.send({ type: 'tick' })
    const done = judged.ok ? judged.events.map(({ type }) => type) : []
    lines.push(`${due?.what ?? 'nothing'}: ${done.join(' ')}`)
    expect(due === undefined ? [] : done).toContain(records[due?.what ?? 'expiry'])
  }
  return lines
}

test.each(['1.3', '1.4a', '1.7'] as const)('what is foretold of %s is what the clock then does', (key) => {
  expect(foretold(key).length).toBeGreaterThan(2)
})

test('while an answer lies there on paper, its confirmation is foretold where silence would have counted (R16)', () => {
  const base = playTo(aNominatedBase(), { key: '1.7' })
  const [option = ''] = full.steps['1.7']?.order ?? []
  const signatory = holderOf(base.open('1.7')?.role ?? 'LG')
  const paper = { key: '1.7', option, signatory } as const
  expect(base.send(entering(base, paper), { actor: holderOf('CS') })).toMatchObject({ ok: true })
  const told: (string | undefined)[] = []
  for (let at = base.nextDueAt(); at !== null && told.length < 8; at = base.nextDueAt()) {
    told.push(dueNext(base.state(), { procedure: full, calendars })?.what)
    base.turnTo(at)
    base.send({ type: 'tick' })
  }
  expect(told).toContain('paper')
  expect(told).not.toContain('silence')
})
