import { expect, test } from '@jest/globals'
import type { BaseEvent } from '../../domain/event.js'
import { draftsOf, type LetterDraft } from '../../domain/letters/drafts-of.js'
import { letterKinds, letters } from '../../domain/letters/letters.js'
import { locales } from '../../domain/locale.js'
import { aNominatedBase } from '../support/a-base.js'
import { playTo } from '../support/playing.js'

test('every letter has a subject of its own and says what happened, in every language', () => {
  for (const locale of locales) {
    const subjects = letterKinds.map((kind) => letters[kind].words[locale].subject.join())
    expect(new Set(subjects).size).toBe(letterKinds.length)
    expect(letterKinds.filter((kind) => letters[kind].words[locale].body.join().length < 10)).toEqual([])
  }
})

test('over years of a base no letter carries a fact its row does not name', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const drafts = sentBy(playTo(base, { key: '5.8', silent: 'partner' }).events())
  expect(new Set(drafts.map(({ kind }) => kind)).size).toBeGreaterThan(3)
  expect(drafts.flatMap(unnamed)).toEqual([])
})

test('a fact that a row does not name is found', () => {
  expect(unnamed({ kind: 'resumed', roles: ['LG'], facts: { rung: 1 } })).toEqual(['resumed: rung'])
})

test('a letter is about the step among its facts, and about none where it has no such fact', () => {
  const dueAt = '2027-03-01T15:59:59.000Z'
  const opened = { type: 'step_opened', step: '1.4a.2', key: '1.4a', role: 'LG', dueAt } as const
  const seats = { calendar: 'CN@Asia/Shanghai', alarms: [], seats: 1 }
  expect(draftsOf({ ...opened, ...seats }, [])).toEqual([
    {
      kind: 'step_opened',
      step: '1.4a.2',
      roles: ['LG'],
      facts: { step: '1.4a.2', key: '1.4a', role: 'LG', dueAt },
    },
  ])
  expect(draftsOf({ type: 'resumed' }, [])).toEqual([{ kind: 'resumed', roles: ['LG', 'PM'], facts: {} }])
})

test('the offer of a slot is told as an offer alone, and only its silence as a lapse', () => {
  const step = { step: '2.10o.1', key: '2.10o' } as const
  const opened = { type: 'step_opened', ...step, role: 'LG', dueAt: '2027-03-01T15:59:59.000Z' } as const
  expect(kindsOf([{ ...opened, calendar: 'CN@Asia/Shanghai', alarms: [], seats: 1 }])).toEqual(['slot_offered'])
  expect(kindsOf([{ type: 'step_closed', ...step, option: 'window_closed', how: 'clock' }])).toEqual(['offer_lapsed'])
  expect(kindsOf([{ type: 'step_closed', ...step, option: 'accept', how: 'act' }])).toEqual([])
})

/** What each event sends by itself; what hangs on how the record leaves the base is another matter. */
const sentBy = (events: readonly BaseEvent[]): readonly LetterDraft[] =>
  events.flatMap((event) => draftsOf(event, [event])).filter(({ onlyWhile }) => onlyWhile === undefined)

const kindsOf = (events: readonly BaseEvent[]) => sentBy(events).map(({ kind }) => kind)

/** Facts a letter carries beside those its row names. */
const unnamed = ({ kind, facts }: LetterDraft): readonly string[] => {
  const named: readonly string[] = letters[kind].facts
  return Object.keys(facts).flatMap((fact) => (named.includes(fact) ? [] : [`${kind}: ${fact}`]))
}

test('a stop is told with the reason it was raised for, and not with another', () => {
  const by = { person: 'p-co-1', role: 'CO', mandate: 'm', onBehalfOf: 'o-office' } as const
  const raised = { type: 'matter_raised', matter: 'integrity_stop', no: 1, code: 'LAB', by } as const
  const frozen = { type: 'frozen', matter: 1, heldStatus: 'active_green' } as const
  expect(draftsOf(frozen, [raised, frozen]).map(({ kind, facts }) => [kind, facts.code])).toEqual([['held', 'LAB']])
})

test('the last letter speaks of redress where the end came of it, and nowhere else (8.9)', () => {
  const end = { type: 'base_closed', status: 'declined', code: 'SCA' } as const
  const closing = (key: string, how: 'act' | 'stopped') => {
    const closed = { type: 'step_closed', step: `${key}.1`, key, option: 'accept', how } as const
    const { words, forms } = letters.base_closed
    return draftsOf(end, [closed, end]).map(({ facts: { form } }) =>
      (form === undefined ? words : forms?.[form])?.en.body.join().includes('contested'),
    )
  }
  expect([closing('R0', 'act'), closing('R0', 'stopped'), closing('1.2b', 'act')]).toEqual([[true], [false], [false]])
})
