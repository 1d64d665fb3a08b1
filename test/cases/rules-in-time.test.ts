import { keyOf } from '../../domain/values/step-key.js'
import { formFilledIn } from '../support/filling.js'
import { defined } from '../../domain/values/defined.js'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { now } from '../../clock/machine-clock.js'
import { connect } from '../../db/connect.js'
import { readBase } from '../../db/reads/bases.js'
import { listHistory } from '../../db/reads/history.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import type { Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import type { Role } from '../../domain/role.js'
import { aProgramme, aWorker, sendNomination, sendToBase, type AProgramme } from '../support/a-worker.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

const version = '2027-03-01'
/** A later version of `full` with some steps otherwise. */
const later = (steps: Readonly<Record<StepKey, Partial<Procedure['steps'][string]>>>): Procedure => ({
  ...full,
  version,
  steps: {
    ...full.steps,
    ...Object.fromEntries(
      Object.entries(steps).flatMap(([key, change]) => {
        const step = full.steps[key]
        return step === undefined ? [] : [[key, { ...step, ...change }]]
      }),
    ),
  },
})

/** The letter of 1.11 has ten days instead of five, the team of 2.1a three instead of ten. */
const changed = later({
  '1.11': { due: { from: 'opening', days: { unit: 'wd', n: 10 } } },
  '2.1a': { due: { from: 'opening', days: { unit: 'wd', n: 3 } } },
})

const adopt = (base: ABase, role: 'PD' | 'AL') =>
  base.send({ type: 'adopt_procedure', version }, { actor: holderOf(role) })
const rulesOf = (base: ABase) => base.state().rulesVersion
const daysFor = (base: ABase, key: StepKey): number => {
  const step = base.open(key)
  return step === undefined ? 0 : Math.round((Date.parse(step.dueAt) - Date.parse(step.openedAt)) / 86_400_000)
}

test('rules change mid-stage: the stage finishes under its version, and the next begins under the new one (14.21, 8.8)', () => {
  const base = playTo(aNominatedBase(), { key: '1.10' })
  base.comesIntoForce(changed)
  playTo(base, { key: '1.11' })
  expect([rulesOf(base), daysFor(base, '1.11')]).toEqual([full.version, 8])
  playTo(base, { key: '2.1a' })
  expect([rulesOf(base), daysFor(base, '2.1a')]).toEqual([version, 6])
})

test('the next stage claims that its version is the newest, so that one that came meanwhile is never missed (14.21, 8.8)', () => {
  const base = playTo(aNominatedBase(), { key: '1.11' })
  const judged = act(base, { key: '1.11', option: 'notified' })
  const claims = judged.ok ? judged.claims : []
  expect(claims).toContainEqual({ claim: 'rules', procedure: 'full', version: full.version })
})

test('adopted by agreement of both sides the new version applies in the stage that runs, and what was decided stands (14.21, 8.8)', () => {
  const base = playTo(aNominatedBase({ later: changed }), { key: '1.10' })
  const decided = Object.values(base.state().stage?.steps ?? {}).filter(({ outcome }) => outcome !== undefined)
  expect(adopt(base, 'PD').ok).toBe(true)
  expect(rulesOf(base)).toBe(full.version)
  expect(adopt(base, 'AL').ok).toBe(true)
  expect(rulesOf(base)).toBe(version)
  expect(base.events().slice(-2)).toMatchObject([
    { type: 'adoption_agreed', version, side: 'partner' },
    { type: 'procedure_adopted', from: full.version, to: version },
  ])
  expect(base.state().stage?.steps).toMatchObject(Object.fromEntries(decided.map((step) => [step.id, step])))
  playTo(base, { key: '1.11' })
  expect(daysFor(base, '1.11')).toBeGreaterThanOrEqual(14)
})

test('one side alone adopts nothing, though the stage runs to its end (14.21, 8.8)', () => {
  const base = playTo(aNominatedBase({ later: changed }), { key: '1.10' })
  expect(adopt(base, 'PD').ok).toBe(true)
  playTo(base, { key: '1.11' })
  expect([rulesOf(base), daysFor(base, '1.11')]).toEqual([full.version, 8])
})

/** The rules without the lock on the score. */
const withoutLock = (): Procedure => {
  const { '1.9b': _, ...steps } = full.steps
  return { ...full, steps }
}

test('an approval the new version asks for opens in its turn after the agreement (14.21, 8.8)', () => {
  const base = playTo(aNominatedBase({ procedure: withoutLock(), later: { ...full, version } }), { key: '1.9a' })
  expect([adopt(base, 'PD').ok, adopt(base, 'AL').ok]).toEqual([true, true])
  act(base, { key: '1.9a', option: 'accept_mean' })
  expect(base.openKeys()).toContain('1.9b')
})

test('no approval is slipped in before what is open: such a version comes with the next stage (14.21, 8.8)', () => {
  const base = aNominatedBase({ procedure: withoutLock(), later: { ...full, version } })
  play(base, { until: () => base.open('1.10') !== undefined })
  expect(refusalOf(adopt(base, 'PD'))).toMatchObject({ code: 'adoption_not_now', detail: { steps: ['1.10.1'] } })
})

test('a body that has voted finishes under its own rules: other votes needed are no rules to adopt now (14.21, 8.4)', () => {
  const { decides } = full.steps['2.8'] ?? {}
  if (decides?.by !== 'votes') throw new Error('2.8 is decided by votes')
  const smaller = later({ '2.8': { decides: { ...decides, seats: 3, quorum: 2 } } })
  const base = playTo(aNominatedBase({ later: smaller }), { key: '2.8' })
  expect(act(base, { key: '2.8', option: 'recommend' }).ok).toBe(true)
  expect(act(base, { key: '2.8', option: 'recommend' }).ok).toBe(true)
  expect(refusalOf(adopt(base, 'PD'))).toMatchObject({
    code: 'adoption_not_now',
    detail: { version, steps: ['2.8.1'] },
  })
})

let programme: AProgramme
let worker: Awaited<ReturnType<typeof aWorker>>
beforeAll(async () => {
  programme = await aProgramme('rules in time')
  worker = await aWorker(programme)
})
afterAll(async () => {
  await worker.stop()
  await programme.close()
})

/** A version whose first stage is one letter, so that the next stage is one decision away. */
const brief = (name: string): Procedure => ({
  ...full,
  version: name,
  steps: Object.fromEntries(
    Object.entries(full.steps).filter(
      ([key, { stage, matter }]) => stage !== 'nomination' || matter !== undefined || ['1.2a', '1.2b'].includes(key),
    ),
  ),
})
const seed = async (procedure: Procedure): Promise<void> => {
  const owner = connect(programme.database.ownerUrl)
  await seedProcedures(owner, { procedures: [procedure], at: now() })
  await owner.destroy()
}
const stored = async () => (await listHistory(programme.db, { stream: programme.base, limit: 200 })).items
const found = () => readBase(programme.db, { id: programme.base })

test('on the real server: seeded mid-stage, adopted by both sides at once, and by every next stage by itself (14.21, 8.8)', async () => {
  const [first, second, third] = [brief('2027-01-01'), brief('2027-02-01'), { ...full, version: '2027-03-01' }]
  await seed(first)
  await sendNomination(programme)
  expect((await found())?.procedure).toBe('full@2027-01-01')
  await seed(second)
  const agree = (role: Role) =>
    sendToBase(programme, {
      command: { type: 'adopt_procedure', version: second.version },
      actor: programme.holderOf(role),
    })
  expect(await agree('PM')).toMatchObject({ kind: 'refused', refusal: { code: 'not_your_role' } })
  expect(await agree('AL')).toMatchObject({ kind: 'accepted' })
  expect((await found())?.procedure).toBe('full@2027-01-01')
  expect(await agree('PD')).toMatchObject({ kind: 'accepted' })
  expect((await found())?.procedure).toBe('full@2027-02-01')
  await seed(third)
  for (const [step, option, role] of [
    ['1.2a.1', 'sent', 'LG'],
    ['1.2b.1', 'invite', 'PM'],
  ] as const)
    expect(
      await sendToBase(programme, {
        command: { type: 'decide', step, option, ...formOf(step, option) },
        actor: programme.holderOf(role),
      }),
    ).toMatchObject({ kind: 'accepted' })
  expect(await found()).toMatchObject({ stage: 'due_diligence', procedure: 'full@2027-03-01' })
  expect(
    (await stored()).flatMap(({ type, rulesVersion }) =>
      type === 'stage_entered' || type === 'procedure_adopted' ? [rulesVersion] : [],
    ),
  ).toEqual(['full@2027-01-01', 'full@2027-01-01', 'full@2027-02-01'])
})

/** An invented form, where the step has one. */
const formOf = (step: string, option: string) => defined({ form: formFilledIn(full.steps[keyOf(step)]?.form, option) })
