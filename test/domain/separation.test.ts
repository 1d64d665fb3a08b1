import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import type { Role } from '../../domain/role.js'
import { separation } from '../../domain/gicc/separation.js'
import { actedBy, closedBySeat, ofUnknownCountry, conflictOf, mustActInPerson } from '../../domain/separation.js'

const pairs = separation.pairs.flatMap(({ rule, first, second }) =>
  first.flatMap((one) => second.map((other) => ({ rule, one, other }))),
)
const did = (...keys: readonly string[]) => ({ life: keys, before: [], stage: keys })
/** 1.1 belongs to the programme, which has no steps of a base. */
const ofProgramme = ['1.1a', '1.1b']

test('the table names every step it forbids by a key of one of the procedures', () => {
  const keys = pairs.flatMap(({ one, other }) => [one, other])
  const known = [...Object.keys(full.steps), ...Object.keys(light.steps), ...ofProgramme]
  expect(keys.filter((key) => !known.includes(key))).toEqual([])
})

test('every pair binds in both orders, whoever acts first', () => {
  expect(pairs.length).toBeGreaterThan(350)
  for (const { one, other } of pairs) {
    expect(conflictOf(separation, { key: other, acted: did(one) })).toBeDefined()
    expect(conflictOf(separation, { key: one, acted: did(other) })).toBeDefined()
  }
})

test('no step is forbidden to the person who acted on it before: a second round may be done by the same', () => {
  expect(pairs.filter(({ one, other }) => one === other)).toEqual([])
})

test.each([
  ['3.3a', '3.9a'],
  ['1.10', '2.8'],
  ['1.4a', '1.5a'],
  ['3.11a', '4.11b'],
])('what the table does not name is allowed: %s and %s (R19)', (one, other) => {
  expect(conflictOf(separation, { key: other, acted: did(one) })).toBeUndefined()
})

test.each([
  { drafts: '3.7a', other: '3.3a' },
  { drafts: '3.7a', other: '3.9b' },
  { drafts: '3.7a', other: '3.11a' },
  { drafts: '3.3a', other: '3.11a' },
  { drafts: '3.9a', other: '3.11a' },
  { drafts: '5.7a', other: '5.8' },
])('who had a hand in the text at $drafts does not act on it at $other (SD1)', ({ drafts, other }) => {
  expect(conflictOf(separation, { key: other, acted: did(drafts) })).toEqual({ rule: 'SD1', other: drafts })
})

test('pairs inside one review bind within that review only, others for life', () => {
  const lastYear = { life: ['5.3a'], before: ['5.3a'], stage: [] }
  expect(conflictOf(separation, { key: '5.3b', acted: lastYear })).toBeUndefined()
  expect(conflictOf(separation, { key: '5.3b', acted: did('5.3a') })).toEqual({ rule: 'SD2', other: '5.3a' })
  expect(conflictOf(separation, { key: '5.8', acted: { life: ['2.7'], before: [], stage: [] } })).toEqual({
    rule: 'SD3',
    other: '2.7',
  })
})

test('what follows from a review is kept apart from its acts, though it is done in the stage after them, and from no older ones', () => {
  const acted = (stage: 'before' | 'older', key: string) => ({
    life: [key],
    before: stage === 'before' ? [key] : [],
    stage: [],
  })
  const across = pairs
    .flatMap(({ one, other }) => [
      { did: one, tries: other },
      { did: other, tries: one },
    ])
    .filter(({ did, tries }) => separation.afterReview.includes(tries) && separation.eachYear.includes(did))
    .filter(({ did }) => !separation.afterReview.includes(did))
  expect(across.map(({ did, tries }) => `${did} ${tries}`).toSorted()).toEqual([
    '5.13c 5.12a',
    '5.7a 5.8r',
    '5.8 5.12a',
  ])
  for (const { did, tries } of across) {
    expect([did, tries, conflictOf(separation, { key: tries, acted: acted('before', did) })?.other]).toEqual([
      did,
      tries,
      did,
    ])
    expect([did, tries, conflictOf(separation, { key: tries, acted: acted('older', did) })]).toEqual([
      did,
      tries,
      undefined,
    ])
  }
})

test('deeds are gathered over ended stages and the running one', () => {
  const acted = actedBy('p-so-1', {
    life: { '1.4a': ['p-so-1'], '1.5a': ['p-so-2'], '3.2a': ['p-so-1'] },
    before: { '3.2a': ['p-so-1'] },
    stage: { '4.9': ['p-so-1'] },
  })
  expect(acted).toEqual({ life: ['1.4a', '3.2a', '4.9'], before: ['3.2a'], stage: ['4.9'] })
})

test('the table of seats names every step by a key of the procedure', () => {
  const keys = separation.seats.flatMap(({ steps }) => (steps === 'every' ? [] : steps))
  expect(keys.filter((key) => full.steps[key] === undefined)).toEqual([])
  expect(separation.seats.map(({ rule, holds }) => `${rule} ${holds}`)).toEqual([
    'SD9 AU',
    'SD10 AD',
    'SD4 PM',
    'SD2 LG',
    'SD2 CLO',
    'SD5 EX',
    'SD8 PD',
    'SD8 LC',
    'SD8 CS',
  ])
})

const place = { base: 'gasme-C09-yueqing-1', country: 'CN' }
test.each([
  ['an auditor of the programme', { role: 'AU' }, '1.4a', 'SD9'],
  ['an auditor of another base', { role: 'AU', base: 'gasme-C10-hangji-1' }, '1.4a', undefined],
  ['the manager of the programme', { role: 'PM' }, '1.10', undefined],
  ['the manager of this base', { role: 'PM', base: place.base }, '1.10', 'SD4'],
  ['the manager of this base on a step of his own', { role: 'PM', base: place.base }, '1.2b', undefined],
  ['the local government of this base', { role: 'LG', base: place.base }, '3.7d', 'SD2'],
  ['the local government of another base', { role: 'LG', base: 'gasme-C10-hangji-1' }, '3.7d', undefined],
  ['the local government on a step of its own', { role: 'LG', base: place.base }, '3.7b', undefined],
  ['an expert of the same country', { role: 'EX', country: 'CN' }, '1.8', 'SD5'],
  ['an expert of another country', { role: 'EX', country: 'FR' }, '1.8', undefined],
  ['an expert whose country nobody knows', { role: 'EX' }, '1.8', undefined],
  ['the secretary of the committee', { role: 'CS' }, '1.10', 'SD8'],
  ['the secretary of the committee', { role: 'CS' }, '5.8', 'SD8'],
  ['the secretary of the committee on a step of the office', { role: 'CS' }, '1.9a', undefined],
  ['counsel of the programme', { role: 'LC' }, '3.11a', 'SD8'],
  ['counsel of the programme on a step of the office', { role: 'LC' }, '3.9a', undefined],
  ['the director', { role: 'PD' }, '1.8', 'SD8'],
  ['the director on a step of the office', { role: 'PD' }, '5.9a', undefined],
] as const)('%s is closed out by: %o on %s, %s', (_, seat, key, rule) => {
  expect(closedBySeat(separation, { key: key, ...place, seats: [seat] })?.rule).toBe(rule)
})

test.each([
  ['an expert whose organisation has no country', { role: 'EX', organisation: 'o-1' }, '1.8', 'o-1'],
  ['the same for this very base', { role: 'EX', base: place.base }, '1.8', '–'],
  ['the same for another base', { role: 'EX', base: 'gasme-C10-hangji-1' }, '1.8', undefined],
  ['an expert whose country is known', { role: 'EX', country: 'FR' }, '1.8', undefined],
  ['the same where no place is assessed', { role: 'EX', organisation: 'o-1' }, '1.4a', undefined],
  ['an officer, whose country closes nothing', { role: 'SO', organisation: 'o-1' }, '1.8', undefined],
] as const)('SD5 does not pass in silence: %s, %o on %s', (_, seat, key, organisation) => {
  expect(ofUnknownCountry(separation, { key, base: place.base, seats: [seat] })?.organisation).toBe(organisation)
})

test('an act on paper goes through the hands of a secretary who may not vote, but not of an auditor (R16)', () => {
  const closes = (role: Role) =>
    closedBySeat(separation, { key: '1.10', ...place, seats: [{ role }], asClerk: true })?.rule
  expect([closes('CS'), closes('AU')]).toEqual([undefined, 'SD9'])
})

test('every act that a body decides is a vote, closed to the secretary and to the manager of the base (4, SD4)', () => {
  const bodies = Object.values(full.steps).flatMap(({ key, decides }) => (decides.by === 'votes' ? [key] : []))
  const open = bodies.flatMap((key) =>
    [{ role: 'CS' } as const, { role: 'PM', base: place.base } as const].flatMap((seat) =>
      closedBySeat(separation, { key: key, ...place, seats: [seat] }) === undefined ? [`${key} ${seat.role}`] : [],
    ),
  )
  expect(bodies.length).toBeGreaterThan(10)
  expect(open).toEqual([])
})

test('experts judge and the board withdraws in person; what the board may delegate it may (3.9)', () => {
  expect([
    mustActInPerson(separation, '1.8')?.rule,
    mustActInPerson(separation, '5.12a')?.rule,
    mustActInPerson(separation, '3.9b'),
  ]).toEqual(['SD6', 'SD7', undefined])
})
