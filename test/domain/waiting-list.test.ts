import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { evolveProgramme } from '../../domain/programme/evolve.js'
import { judgeProgramme } from '../../domain/programme/judge.js'
import { programmeViewOf } from '../../domain/programme/view.js'
import { unfounded, type ProgrammeState } from '../../domain/programme/state.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import type { Stand } from '../../domain/stand.js'
import { calendarOfSide, dayOfNomination } from '../support/an-example.js'
import { defined } from '../../domain/values/defined.js'

type Told = Stand | { readonly stand: Stand; readonly seq?: number; readonly claimRefusal?: ClaimRefusal }

/** A programme of so many slots, in memory. */
const aList = (slots: number) => {
  let state: ProgrammeState = unfounded('gasme')
  const seqs = new Map<string, number>()
  const procedure = { ...full, settings: { ...full.settings, slots, categoriesAtLeast: 0 } }
  const hear = (base: string, told: Told) => {
    const { stand, ...asked } = 'is' in told ? { stand: told } : told
    const seq = asked.seq ?? (seqs.get(base) ?? 0) + 1
    seqs.set(base, seq)
    const { claimRefusal } = asked
    const judged = judgeProgramme(state, {
      envelope: { id: 'c', command: { type: 'base_stands', base, seq, stand }, now: dayOfNomination },
      rules: {
        procedure,
        calendar: calendarOfSide('programme'),
        ...defined({ claimRefusal }),
      },
    })
    if (!judged.ok) throw new Error(judged.refusal.code)
    for (const event of judged.events)
      state = evolveProgramme(state, {
        seq: state.seq + 1,
        occurredAt: dayOfNomination,
        schemaVersion: 1,
        event,
        commandId: 'c',
      })
    return judged
  }
  const order = () => (programmeViewOf(state, procedure.settings).waiting ?? []).map(({ base }) => base)
  const view = (base: string) => programmeViewOf(state, procedure.settings).waiting?.find((one) => one.base === base)
  return { hear, order, view, state: () => state }
}

interface About {
  readonly category?: string
  readonly province?: string
  readonly score?: number
  readonly since?: string
  readonly offer?: string
}
const placeOf = (base: string, { category = `of ${base}`, province = `of ${base}` }: About) => ({
  cluster: base,
  category,
  province,
  overlaps: [],
})
const holding = (base: string, about: About & { readonly slot?: number } = {}): Stand => ({
  is: 'holding',
  slot: about.slot ?? 1,
  active: false,
  place: placeOf(base, about),
})
const listed = (base: string, about: About) => ({
  place: placeOf(base, about),
  score: about.score ?? 80,
  since: about.since ?? '2027-01-01T00:00:00.000Z',
  waived: false,
  code: 'QUO' as const,
})
const waiting = (base: string, about: About & { passed?: readonly string[] } = {}): Stand => ({
  is: 'waiting',
  ...listed(base, about),
  passed: about.passed ?? [],
  ...defined({ offer: about.offer }),
})
const gone: Stand = { is: 'none' }
const offered = (events: readonly { type: string }[]) =>
  events.flatMap((event) => (event.type === 'slot_offered' && 'base' in event ? [event.base] : []))

test('a slot that is freed is offered at once to the first on the list, and to nobody else (8.3)', () => {
  const list = aList(2)
  list.hear('a', holding('a', { slot: 1 }))
  list.hear('b', holding('b', { slot: 2 }))
  expect(offered(list.hear('c', waiting('c', { score: 75 })).events)).toEqual([])
  expect(offered(list.hear('d', waiting('d', { score: 85 })).events)).toEqual([])
  expect(list.order()).toEqual(['d', 'c'])
  const { events, claims } = list.hear('a', gone)
  expect(offered(events)).toEqual(['d'])
  expect(claims).toEqual([{ claim: 'offer', programme: 'gasme', bases: ['d'] }])
})

test('a category in which nobody holds a slot comes before a better score in another (8.3)', () => {
  const list = aList(2)
  list.hear('a', holding('a', { slot: 1, category: 'textile' }))
  list.hear('b', holding('b', { slot: 2 }))
  list.hear('c', waiting('c', { category: 'textile', score: 95 }))
  list.hear('d', waiting('d', { category: 'toys', score: 71 }))
  expect(list.order()).toEqual(['d', 'c'])
  // Without the holder of the category the score alone decides.
  list.hear('a', gone)
  expect(list.order()).toEqual(['c', 'd'])
})

test('equal scores stand in the order in which they came, and then by their id', () => {
  const list = aList(0)
  list.hear('e', waiting('e', { since: '2027-02-01T00:00:00.000Z' }))
  list.hear('d', waiting('d', { since: '2027-01-01T00:00:00.000Z' }))
  list.hear('c', waiting('c', { since: '2027-02-01T00:00:00.000Z' }))
  expect(list.order()).toEqual(['d', 'c', 'e'])
})

test('an entry against which a cap stands is passed over until the cap is free, or waived (8.2, 8.3)', () => {
  const list = aList(3)
  for (const [at, base] of ['a', 'b'].entries()) list.hear(base, holding(base, { slot: at + 1, category: 'textile' }))
  list.hear('z', holding('z', { slot: 3 }))
  list.hear('c', waiting('c', { category: 'textile', score: 99 }))
  list.hear('d', waiting('d', { score: 70 }))
  expect([list.order(), list.view('c')?.against]).toEqual([['d', 'c'], 'category_full'])
  expect(offered(list.hear('z', gone).events)).toEqual(['d'])
  const waived: Stand = { ...listed('c', { category: 'textile', score: 99 }), is: 'waiting', passed: [], waived: true }
  list.hear('c', waived)
  expect(list.view('c')?.against).toBeUndefined()
  expect(offered(list.hear('a', gone).events)).toEqual(['c'])
})

test('who lets an offer pass makes room for the next, and is asked again when another slot is freed (8.3)', () => {
  const list = aList(2)
  for (const [at, base] of ['a', 'b'].entries()) list.hear(base, holding(base, { slot: at + 1 }))
  list.hear('c', waiting('c', { score: 90 }))
  list.hear('d', waiting('d', { score: 80 }))
  list.hear('a', gone)
  const offer = list.view('c')?.offer?.offer ?? ''
  expect(list.view('c')?.offer).toEqual({ offer, state: 'open' })
  const passed = list.hear('c', waiting('c', { score: 90, passed: ['window_closed'], offer }))
  expect(passed.events).toContainEqual({ type: 'offer_ended', offer, base: 'c', how: 'passed' })
  expect(offered(passed.events)).toEqual(['d'])
  expect([list.order(), list.view('c')?.passed]).toEqual([['d', 'c'], true])
  expect(offered(list.hear('b', gone).events)).toEqual(['c'])
})

test('a slot that everybody lets pass is offered to nobody twice', () => {
  const list = aList(1)
  list.hear('a', holding('a', { slot: 1 }))
  list.hear('c', waiting('c'))
  list.hear('a', gone)
  const offer = list.view('c')?.offer?.offer ?? ''
  expect(offered(list.hear('c', waiting('c', { passed: ['not_now'], offer })).events)).toEqual([])
  expect(offered(list.hear('e', waiting('e')).events)).toEqual(['e'])
})

test('an accepted offer keeps its slot until the board has decided, and is taken with it', () => {
  const list = aList(1)
  list.hear('a', holding('a', { slot: 1 }))
  list.hear('c', waiting('c'))
  list.hear('d', waiting('d'))
  list.hear('a', gone)
  const offer = list.view('c')?.offer?.offer ?? ''
  const accepted: Stand = { ...listed('c', {}), is: 'accepted', offer }
  expect(list.hear('c', accepted).events).toContainEqual({ type: 'offer_accepted', offer, base: 'c' })
  expect(list.view('c')?.offer?.state).toBe('accepted')
  const taken = list.hear('c', holding('c', { slot: 1 }))
  expect(taken.events).toContainEqual({ type: 'offer_ended', offer, base: 'c', how: 'taken' })
  expect([offered(taken.events), list.order()]).toEqual([[], ['d']])
})

test('a base that leaves the list while it is asked gives the offer on to the next', () => {
  const list = aList(1)
  list.hear('a', holding('a', { slot: 1 }))
  list.hear('c', waiting('c', { score: 90 }))
  list.hear('d', waiting('d'))
  list.hear('a', gone)
  const left = list.hear('c', gone)
  expect(left.events).toContainEqual(expect.objectContaining({ type: 'offer_ended', base: 'c', how: 'left' }))
  expect([offered(left.events), list.order()]).toEqual([['d'], ['d']])
})

test('news that newer news has overtaken changes nothing, nor does the same news twice', () => {
  const list = aList(1)
  list.hear('a', { stand: holding('a'), seq: 40 })
  const before = list.state()
  expect(list.hear('a', { stand: gone, seq: 39 }).events).toEqual([])
  expect(list.hear('a', { stand: gone, seq: 40 }).events).toEqual([])
  expect(list.state()).toBe(before)
})

test('a slot the database has given away meanwhile is not offered, and the news is kept', () => {
  const list = aList(2)
  for (const [at, base] of ['a', 'b'].entries()) list.hear(base, holding(base, { slot: at + 1 }))
  list.hear('c', waiting('c'))
  const refused: ClaimRefusal = { code: 'no_free_slot', have: 2, allowed: 2 }
  const { events, claims } = list.hear('a', { stand: gone, claimRefusal: refused })
  expect([events.map(({ type }) => type), claims]).toEqual([['base_stood'], []])
})

test('news told before an offer was heard does not end it', () => {
  const list = aList(1)
  list.hear('a', holding('a', { slot: 1 }))
  list.hear('c', waiting('c', { passed: ['not_now'], offer: 'gasme-offer-0' }))
  list.hear('a', gone)
  expect(list.view('c')?.offer?.state).toBe('open')
  list.hear('c', { ...listed('c', {}), is: 'waiting', passed: ['not_now'], offer: 'gasme-offer-0', waived: true })
  expect(list.view('c')?.offer?.state).toBe('open')
})

test('never are more slots held and offered than there are, whatever is told in whatever order', () => {
  const list = aList(3)
  const bases = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  let mark = 7
  for (let turn = 0; turn < 3000; turn += 1) {
    mark = (mark * 48_271) % 2_147_483_647
    const base = bases[mark % bases.length] ?? ''
    const offer = list.state().ten?.offers[base]
    const held = Object.values(list.state().ten?.stands ?? {}).filter(({ is }) => is === 'holding').length
    const kept = Object.keys(list.state().ten?.offers ?? {}).length
    const mayTake = offer !== undefined || held + kept < 3
    if (mark % 5 === 0) list.hear(base, gone)
    else if (mark % 5 === 1 && mayTake) list.hear(base, holding(base))
    else if (mark % 5 === 2 && offer !== undefined)
      list.hear(base, waiting(base, { offer: offer.offer, passed: ['not_now'] }))
    else if (list.state().ten?.stands[base] === undefined) list.hear(base, waiting(base))
    const after = list.state().ten
    const holds = Object.values(after?.stands ?? {}).filter(({ is }) => is === 'holding').length
    expect(holds + Object.keys(after?.offers ?? {}).length).toBeLessThanOrEqual(3)
  }
})

test('whoever is stopped on the list is passed over, and is asked next once the stop is lifted (E6, 8.3)', () => {
  const list = aList(1)
  const stopped: Stand = { is: 'waiting', ...listed('first', { score: 90 }), passed: [], awaits: 'stop' }
  list.hear('first', stopped)
  expect(list.view('first')).toMatchObject({ awaits: 'stop' })
  expect(list.state().ten?.offers).toEqual({})
  list.hear('first', waiting('first', { score: 90 }))
  expect(Object.keys(list.state().ten?.offers ?? {})).toEqual(['first'])
})
