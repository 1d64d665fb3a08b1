import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { separation } from '../../domain/gicc/separation.js'
import { orderChecker } from '../../verify/check-order.js'
import type { HashedEntry } from '../../verify/entry.js'
import type { Fault } from '../../verify/fault.js'
import { exclusivePairs } from '../../verify/four-eyes.js'
import { isFields } from '../../verify/entry.js'
import { readProcedures } from '../../verify/manifest.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { play } from '../support/playing.js'
import { planFor } from '../support/roads.js'
import { choicesOf } from '../support/walk.js'

const procedures = readProcedures({
  names: [`procedures/full@${full.version}.json`],
  bytes: () => Buffer.from(JSON.stringify(full)),
})

/** A played life as the verifier reads it from an evidence file. */
const entriesOf = (base: ABase): readonly HashedEntry[] =>
  base.recorded.map(({ seq, occurredAt, event }) => {
    const by = 'by' in event ? event.by : undefined
    const payload: unknown = JSON.parse(JSON.stringify(event))
    return {
      stream: 'gasme-C09-yueqing-1',
      seq,
      type: event.type,
      schemaVersion: 1,
      payload: isFields(payload) ? payload : {},
      actor: by?.person ?? null,
      role: by?.role ?? null,
      occurredAt,
      recordedAt: occurredAt,
      onBehalfOf: null,
      channel: 'api',
      effectiveOn: null,
      commandId: '',
      rulesVersion: '',
      workflowRun: '',
      prevHash: '',
      hash: '',
    }
  })

const faultsIn = (entries: readonly HashedEntry[]): readonly string[] => {
  const found: Fault[] = []
  entries.forEach(orderChecker(procedures, (one) => found.push(one)).visit)
  return found.map(({ says }) => says.en)
}

test('a life to its second review is in order', () => {
  const base = aNominatedBase()
  expect(play(base, { until: ({ state }) => state().facts.reviews.length === 2 })).toBe(true)
  expect(faultsIn(entriesOf(base))).toEqual([])
})

/** Every option but the one that simply goes on, which every other life takes on its way. */
const turnsOf = () => choicesOf(full).filter(({ key, option }) => full.steps[key]?.order[0] !== option)

/** Lives that take each option of each step at least once where the road leads there, from their first entry on. */
const lives = (): readonly { readonly title: string; readonly base: ABase }[] =>
  turnsOf().map((choice) => {
    const base = aNominatedBase()
    const { answers, brings } = planFor(choice)
    const until = (one: ABase) => one.state().closed || one.state().facts.reviews.length > 1
    try {
      play(base, { answers: { ...answers, [choice.key]: choice.option }, brings, until })
    } catch {
      // An option without a ground ends the play; what was recorded on the way is checked all the same.
    }
    return { title: `${choice.key} ${choice.option}`, base }
  })

test('whatever the core has taken is in order, whichever option of whichever step is chosen', () => {
  const kinds = new Set<string>()
  const wrong = lives().flatMap(({ title, base }) => {
    for (const { event } of base.recorded) if (event.type === 'step_closed') kinds.add(`${event.key} ${event.option}`)
    return faultsIn(entriesOf(base)).map((says) => `${title}: ${says}`)
  })
  expect(wrong).toEqual([])
  expect(kinds.size).toBeGreaterThan(150)
})

test('the two tables of acts that exclude each other, written apart, are the same', () => {
  const own = separation.pairs.flatMap(({ rule, first, second }) => inSingles({ rule, first, second }))
  const there = exclusivePairs.flatMap(([rule, first, second]) =>
    inSingles({ rule, first: first.split(' '), second: second.split(' ') }),
  )
  expect([...new Set(there)].toSorted()).toEqual([...new Set(own)].toSorted())
})

interface Excluding {
  readonly rule: string
  readonly first: readonly string[]
  readonly second: readonly string[]
}
const inSingles = ({ rule, first, second }: Excluding): readonly string[] =>
  first.flatMap((one) => second.map((other) => `${rule} ${one} ${other}`))

const lifeToMemorandum = (() => {
  const base = aNominatedBase()
  play(base, { until: ({ state }) => state().stage?.stage === 'memorandum' })
  return entriesOf(base)
})()

/** The legal life with one entry changed, as if somebody had written it so and every hash fitted. */
const spoiled = (spoil: (entries: HashedEntry[]) => void): readonly string[] => {
  const entries = [...lifeToMemorandum]
  spoil(entries)
  return faultsIn(entries)
}
const placeOf = (entries: readonly HashedEntry[], what: string): number =>
  entries.findIndex(({ type, payload }) => `${type} ${String(payload['step'])}` === what)
interface Change extends Partial<Omit<HashedEntry, 'payload'>> {
  /** Fields of the payload. */
  readonly says?: Readonly<Record<string, unknown>>
}
const change = (entries: HashedEntry[], { at, says, ...fields }: Change & { readonly at: number }): void => {
  const entry = entries[at]
  if (entry !== undefined) entries[at] = { ...entry, ...fields, payload: { ...entry.payload, ...says } }
}

test.each<readonly [string, (entries: HashedEntry[]) => void]>([
  [
    'step 1.5a.1 was not open',
    (entries) => {
      const [act] = entries.splice(placeOf(entries, 'step_acted 1.5a.1'), 1)
      if (act !== undefined) entries.splice(placeOf(entries, 'step_opened 1.5a.1'), 0, act)
    },
  ],
  [
    'nothing closed before leads to step 1.10.1',
    (entries) => {
      const at = placeOf(entries, 'step_opened 1.4a.1')
      change(entries, { at, says: { step: '1.10.1', key: '1.10', role: 'CM' } })
    },
  ],
  [
    'step 1.4a.1 offers nobody "wave_through"',
    (entries) => {
      const at = placeOf(entries, 'step_acted 1.4a.1')
      change(entries, { at, says: { option: 'wave_through' } })
    },
  ],
  [
    'step 1.4a.1 belongs to SO',
    (entries) => {
      const at = placeOf(entries, 'step_acted 1.4a.1')
      change(entries, { at, role: 'PM', says: { by: { person: entries[at]?.actor, role: 'PM' } } })
    },
  ],
  ['acts for another', (entries) => change(entries, { at: placeOf(entries, 'step_acted 1.4a.1'), actor: 'p-nobody' })],
  [
    'lacks a reason code',
    (entries) => {
      const at = placeOf(entries, 'step_acted 1.4a.1')
      change(entries, { at, says: { option: 'return' } })
    },
  ],
  [
    'nobody chose',
    (entries) => {
      const at = placeOf(entries, 'step_closed 1.4a.1')
      change(entries, { at, says: { option: 'refuse' } })
    },
  ],
  [
    'stage memorandum does not follow here',
    (entries) => {
      const at = entries.findIndex(({ payload }) => payload['stage'] === 'due_diligence')
      change(entries, { at, says: { stage: 'memorandum' } })
    },
  ],
  [
    'the status was not active_green',
    (entries) => {
      const at = entries.findLastIndex(({ type }) => type === 'status_changed')
      change(entries, { at, says: { from: 'active_green' } })
    },
  ],
  [
    'after acting on 1.5a (SD2), which one person may not',
    (entries) => {
      const actor = entries[placeOf(entries, 'step_acted 1.5a.1')]?.actor ?? ''
      const at = placeOf(entries, 'step_acted 1.5b.1')
      change(entries, { at, actor, says: { by: { person: actor, role: 'SO' } } })
    },
  ],
  [
    'in spite of a declared interest (SD5)',
    (entries) => {
      const at = placeOf(entries, 'step_opened 1.5b.1')
      const person = entries[placeOf(entries, 'step_acted 1.5b.1')]?.actor ?? ''
      const [like] = entries
      if (like === undefined) return
      const declared = { ...like, type: 'interest_declared', payload: { person, roles: ['SO'] } }
      entries.splice(at, 0, declared)
    },
  ],
  [
    'after acting on 1.5a (SD2), which one person may not',
    (entries) => {
      const delegator = entries[placeOf(entries, 'step_acted 1.5a.1')]?.actor ?? ''
      const at = placeOf(entries, 'step_acted 1.5b.1')
      change(entries, { at, says: { by: { person: entries[at]?.actor, role: 'SO', delegator } } })
    },
  ],
])('a life in which something stands where it may not is found: %s', (says, spoil) => {
  expect(spoiled(() => undefined)).toEqual([])
  expect(spoiled(spoil).join('\n')).toContain(says)
})
