import { expect, test } from '@jest/globals'
import type { Actor } from '../../domain/values/actor.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import type { Judgement } from '../../domain/judge/draft.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import type { Role } from '../../domain/role.js'
import { separation } from '../../domain/gicc/separation.js'
import { conflictOf, mustActInPerson } from '../../domain/separation.js'
import { delegateOf, openAt, seatOf, somebody, standingAt, tried } from '../support/standing.js'

/** 1.1 belongs to the programme, which has no steps of a base (see programme.test.ts). */
const ofBase = (key: StepKey): boolean => full.steps[key] !== undefined
const roleOf = (key: StepKey): Role => full.steps[key]?.role ?? 'PM'

/** Every forbidden pair of acts, in both orders, with the rules that forbid it. */
const pairs = [
  ...new Map(
    separation.pairs.flatMap(({ first, second }) =>
      first
        .flatMap((one) =>
          second.flatMap((other) => [
            { did: one, tries: other },
            { did: other, tries: one },
          ]),
        )
        .filter(({ did, tries }) => ofBase(did) && ofBase(tries))
        .map((pair) => [`${pair.did} ${pair.tries}`, pair] as const),
    ),
  ).values(),
]
const rulesOf = (did: StepKey, tries: StepKey): readonly string[] =>
  separation.pairs
    .filter(
      ({ first, second }) =>
        (first.includes(did) && second.includes(tries)) || (second.includes(did) && first.includes(tries)),
    )
    .map(({ rule }) => rule)

const ended = { until: '2026-06-01T00:00:00.000Z' }

/** The ways by which one person has tried to do both; each names who acts on the second step. */
const ways: Readonly<Record<string, (pair: { did: Role; tries: Role }) => Actor>> = {
  'the same login': ({ tries }) => somebody('p-one', seatOf(tries)),
  'a changed role': ({ did, tries }) => somebody('p-one', seatOf(did, { id: 'm-former', ...ended }), seatOf(tries)),
  'a second seat': ({ tries }) =>
    somebody('p-one', seatOf(tries, { id: 'm-1' }), seatOf(tries, { id: 'm-2', organisation: 'another' })),
  'somebody who stands in for that person': ({ tries }) => delegateOf('p-one', { person: 'p-friend', role: tries }),
  'that person standing in for somebody': ({ tries }) => delegateOf('p-absent', { person: 'p-one', role: tries }),
}

const told = (judged: Judgement): { readonly code: string; readonly rule: string } => {
  if (judged.ok) return { code: 'accepted', rule: '' }
  const { code, detail } = judged.refusal
  return { code, rule: 'rule' in detail ? detail.rule : '' }
}

test('the matrix tries as many pairs as were counted', () => {
  expect(pairs.length).toBeGreaterThan(700)
  expect(new Set(pairs.flatMap(({ did, tries }) => rulesOf(did, tries)))).toEqual(
    new Set(['SD1', 'SD2', 'SD3', 'SD4', 'SD8']),
  )
})

test.each(Object.keys(ways))(
  'no forbidden pair of acts is accepted by way of %s, and each refusal names its rule',
  (way) => {
    const lent = way.includes('stand')
    const wrong = pairs.flatMap(({ did, tries }) => {
      const from = standingAt(tries, { by: { person: 'p-one' }, keys: [did] })
      const actor = ways[way]?.({ did: roleOf(did), tries: roleOf(tries) }) ?? somebody('p-one')
      const { code, rule } = told(tried(from, { key: tries, actor }))
      const inPerson = lent ? mustActInPerson(separation, tries)?.rule : undefined
      const right =
        inPerson === undefined
          ? code === 'separation_of_duties' && rulesOf(did, tries).includes(rule)
          : code === 'act_in_person' && rule === inPerson
      return right ? [] : [`${did} then ${tries}: ${code} ${rule}`]
    })
    expect(wrong).toEqual([])
  },
)

test('what a delegate did binds the person in whose place it was done', () => {
  const accepted = pairs.filter(({ did, tries }) => {
    const from = standingAt(tries, { by: { person: 'p-delegate', delegator: 'p-one' }, keys: [did] })
    return tried(from, { key: tries, actor: somebody('p-one', seatOf(roleOf(tries))) }).ok
  })
  expect(accepted).toEqual([])
})

test('the same pairs by two different persons are all accepted, by an own seat and by a lent one', () => {
  const refused = pairs.flatMap(({ did, tries }) => {
    const from = standingAt(tries, { by: { person: 'p-one' }, keys: [did] })
    const own = tried(from, { key: tries, actor: somebody('p-two', seatOf(roleOf(tries))) })
    const lent = tried(from, { key: tries, actor: delegateOf('p-two', { person: 'p-three', role: roleOf(tries) }) })
    const inPerson = mustActInPerson(separation, tries) !== undefined
    const right = [told(own).code === 'accepted', told(lent).code === (inPerson ? 'act_in_person' : 'accepted')]
    // The appeals panel takes nobody who acted on the case, and these two have not (R14).
    return right.every(Boolean) ? [] : [`${did} then ${tries}: ${told(own).code}, ${told(lent).code}`]
  })
  expect(refused).toEqual([])
})

/**
 * Steps that people decide, but the appeals panel, which is closed to whoever acted on the case at all (R14), and a firm's own sheet,
 * which is closed to everybody but the firm (5.15).
 */
const decided = Object.values(full.steps).filter(
  ({ key, decides, options, onlyByRaiser }) =>
    decides.by !== 'clock' &&
    key !== 'R2' &&
    onlyByRaiser !== true &&
    Object.values(options).some(({ byClock }) => byClock !== true),
)

test('whoever has done everything the table does not forbid beside a step is accepted on it (R19)', () => {
  const refused = decided.flatMap(({ key, role }) => {
    const keys = Object.keys(full.steps).filter(
      (other) =>
        other !== key &&
        conflictOf(separation, { key, acted: { life: [other], before: [other], stage: [other] } }) === undefined,
    )
    const from = standingAt(key, { by: { person: 'p-one' }, keys })
    const judged = tried(from, { key, actor: somebody('p-one', seatOf(role)) })
    return judged.ok ? [] : [`${key}: ${told(judged).code}`]
  })
  expect(refused).toEqual([])
})

const country = 'CN'
/** The seat that closes steps, and the nearest one that does not. */
const closing: Readonly<Record<string, { readonly seat: HeldMandate; readonly twin: HeldMandate }>> = {
  AU: { seat: seatOf('AU'), twin: seatOf('AU', ended) },
  AD: { seat: seatOf('AD'), twin: seatOf('AD', { base: 'gasme-C10-hangji-1' }) },
  PM: {
    seat: seatOf('PM', { base: 'gasme-C09-yueqing-1' }),
    twin: seatOf('PM', { base: 'gasme-C10-hangji-1' }),
  },
  CLO: { seat: seatOf('CLO'), twin: seatOf('CLO', { base: 'gasme-C10-hangji-1' }) },
  LG: { seat: seatOf('LG'), twin: seatOf('LG', { base: 'gasme-C10-hangji-1' }) },
  EX: { seat: seatOf('EX', { country }), twin: seatOf('EX', { country: 'FR' }) },
  PD: { seat: seatOf('PD'), twin: seatOf('PD', ended) },
  LC: { seat: seatOf('LC'), twin: seatOf('LC', ended) },
  CS: { seat: seatOf('CS'), twin: seatOf('CS', ended) },
}

test.each(separation.seats)('a seat of $holds ($where) closes its steps in whichever role one comes ($rule)', (row) => {
  const keys = row.steps === 'every' ? decided.map(({ key }) => key) : row.steps
  const { seat, twin } = closing[row.holds] ?? { seat: seatOf('PM'), twin: seatOf('PM') }
  const wrong = keys.flatMap((key) => {
    const acting = seatOf(roleOf(key), { id: 'm-acting' })
    const asHolder = told(tried(openAt(key), { key, actor: somebody('p-one', seat, acting) }))
    const asTwin = tried(openAt(key), { key, actor: somebody('p-one', twin, acting) })
    const through = delegateOf('p-one', { person: 'p-two', role: roleOf(key), theirs: [seat] })
    const byFriend = told(tried(openAt(key), { key, actor: through }))
    const right =
      asHolder.code === 'seat_forbids' && asHolder.rule === row.rule && asTwin.ok && byFriend.code !== 'accepted'
    return right ? [] : [`${key}: ${asHolder.code} ${asHolder.rule}, ${told(asTwin).code}, ${byFriend.code}`]
  })
  expect(wrong).toEqual([])
})
