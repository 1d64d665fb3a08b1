import { expect, test } from '@jest/globals'
import { ProcedureBody } from '../../api/contract/procedure.js'
import { checkedRules } from '../../cli/procedure/rules-named.js'
import { samplePeople } from '../../cli/sample-data.js'
import { locales } from '../../domain/locale.js'
import { faultsOf, type DraftProcedure, type DraftStep, type ProcedureFault } from '../../domain/procedure-faults.js'
import type { Decides } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { asReadToday, type OlderProcedure } from '../../domain/gicc/read-today.js'
import { faultInWords } from '../../domain/words/rules.js'

const place = { place: 'C08-luoshe' }

/** The full procedure with one step otherwise. */
const changed = (key: StepKey, change: (step: DraftStep) => Partial<DraftStep>): DraftProcedure => {
  const step = full.steps[key]
  if (step === undefined) throw new Error(`full has no step ${key}`)
  return { ...full, steps: { ...full.steps, [key]: { ...step, ...change(step) } } }
}
/** The same with one option otherwise. */
const leading = (
  key: StepKey,
  { option, leads }: { readonly option: string; readonly leads: DraftStep['options'][string]['leads'] },
): DraftProcedure =>
  changed(key, ({ options }) => ({ options: { ...options, [option]: { ...options[option], leads } } }))
const body = (key: StepKey, change: Partial<Extract<Decides, { by: 'votes' }>>): DraftProcedure =>
  changed(key, ({ decides }) => (decides.by === 'votes' ? { decides: { ...decides, ...change } } : {}))

test.each(procedures)('nothing is wrong with $id as it ships, and its staff fills it', (procedure) => {
  expect(checkedRules(JSON.parse(JSON.stringify(procedure)), place)).toEqual([])
})

const { '1.9b': _, ...withoutLock } = full.steps

const wrong: readonly {
  readonly says: string
  readonly rules: DraftProcedure
  readonly fault: Partial<ProcedureFault>
}[] = [
  {
    says: 'an option that leads to a step that is not there',
    rules: leading('3.4', { option: 'send', leads: { to: ['9.9'] } }),
    fault: { fault: 'leads_nowhere', at: 'steps.3.4.options.send', to: '9.9' },
  },
  {
    says: 'an option that leads to no step at all',
    rules: leading('3.4', { option: 'send', leads: { to: [] } }),
    fault: { fault: 'leads_nowhere', at: 'steps.3.4.options.send' },
  },
  {
    says: 'a step taken out while others lead to it',
    rules: { ...full, steps: withoutLock },
    fault: { fault: 'leads_nowhere', to: '1.9b' },
  },
  {
    says: 'a loop that may go on for ever because nothing counts it',
    rules: leading('3.6a', { option: 'clear_with_changes', leads: { to: ['3.7a'] } }),
    fault: { fault: 'loop_without_limit', at: 'steps.3.6a' },
  },
  {
    says: 'a loop whose limit was left out',
    rules: leading('3.2b', { option: 'rework', leads: { back: '3.2a', then: 'not_offered' } }),
    fault: { fault: 'loop_without_limit', at: 'steps.3.2b.options.rework' },
  },
  {
    says: 'an end without a reason code',
    rules: leading('3.5', { option: 'accept', leads: { end: 'lapsed' } }),
    fault: { fault: 'ends_without_code', at: 'steps.3.5.options.accept' },
  },
  {
    says: 'a step nothing leads to any more',
    rules: leading('1.4a', { option: 'return', leads: { to: ['1.5a', '1.6a'] } }),
    fault: { fault: 'never_reached', at: 'steps.1.4b' },
  },
  {
    says: 'an option that stands in no order',
    rules: changed('1.4a', () => ({ order: ['complete', 'return'] })),
    fault: { fault: 'order_differs', at: 'steps.1.4a', option: 'refuse' },
  },
  {
    says: 'silence that means an option the step does not have',
    rules: changed('2.6', () => ({ silence: 'agree' })),
    fault: { fault: 'unknown_option', at: 'steps.2.6', option: 'agree' },
  },
  {
    says: 'a body without the options a score can call for',
    rules: body('2.10', { otherwise: { by: 'score' } }),
    fault: { fault: 'unknown_option', at: 'steps.2.10', option: 'yellow' },
  },
  {
    says: 'a due time that is not there',
    rules: changed('3.5', () => ({ due: undefined })),
    fault: { fault: 'due_not_countable', at: 'steps.3.5' },
  },
  {
    says: 'a due time from a signature that has not been given yet',
    rules: changed('1.4a', () => ({ due: { from: 'signature', days: { unit: 'cd', n: 30 } } })),
    fault: { fault: 'due_not_countable', at: 'steps.1.4a.due', from: 'signature' },
  },
  {
    says: 'a date no year has',
    rules: changed('5.2a', () => ({ due: { from: 'date', month: 2, day: 30 } })),
    fault: { fault: 'due_not_countable', at: 'steps.5.2a.due', from: 'date' },
  },
  {
    says: 'fewer seats than a quorum needs',
    rules: body('2.10', { seats: 3, quorum: 4 }),
    fault: { fault: 'quorum_over_seats', at: 'steps.2.10.decides', quorum: 4, seats: 3 },
  },
  {
    says: 'more in writing than there are seats',
    rules: body('1.10', { written: { needs: 10, within: { unit: 'wd', n: 10 } } }),
    fault: { fault: 'quorum_over_seats', quorum: 10, seats: 9 },
  },
  {
    says: 'weights that do not come to a hundred',
    rules: { ...full, nominationSheet: full.nominationSheet.slice(1) },
    fault: { fault: 'weights', at: 'nominationSheet', sum: 75 },
  },
  {
    says: 'a share of the score for a step that is not there',
    rules: { ...full, streams: { ...full.streams, '2.3z': 5 } },
    fault: { fault: 'unknown_step', at: 'streams', key: '2.3z' },
  },
  {
    says: 'a duty kept apart from a step that is not there',
    rules: { ...full, separation: { ...full.separation, inPerson: [{ rule: 'SD6', steps: ['2.3z'] }] } },
    fault: { fault: 'unknown_step', at: 'separation', key: '2.3z' },
  },
  {
    says: 'a sensitive work-stream that is not there',
    rules: {
      ...full,
      settings: { ...full.settings, recommends: { ...full.settings.recommends, sensitive: ['2.3z'] } },
    },
    fault: { fault: 'unknown_step', at: 'settings.recommends.sensitive', key: '2.3z' },
  },
  {
    says: 'a lock by a step that is not there',
    rules: changed('1.3', () => ({ lockedBy: { step: '2.3z', option: 'complete' } })),
    fault: { fault: 'unknown_step', at: 'steps.1.3.lockedBy', key: '2.3z' },
  },
  {
    says: 'ground taken after a step that is not there',
    rules: changed('1.5b', () => ({ takesTerritory: { by: 'confirm', after: { step: '2.3z', option: 'eligible' } } })),
    fault: { fault: 'unknown_step', at: 'steps.1.5b.takesTerritory', key: '2.3z' },
  },
  {
    says: 'ground taken by no option',
    rules: changed('1.5d', () => ({ takesTerritory: { by: 'wave' } })),
    fault: { fault: 'unknown_option', at: 'steps.1.5d', option: 'wave' },
  },
  {
    says: 'an item of the checklist left open by no option',
    rules: changed('4.2a', () => ({ checklist: { leaves: 'unready' } })),
    fault: { fault: 'unknown_option', at: 'steps.4.2a', option: 'unready' },
  },
  {
    says: 'a role that reads only (SD9)',
    rules: changed('4.9', () => ({ role: 'AU' })),
    fault: { fault: 'nobody', at: 'steps.4.9', role: 'AU', have: 0, rule: 'SD9' },
  },
]

const staff = samplePeople().people.filter(({ base }) => base === undefined || base === place.place)

test.each(wrong)('the check finds $says, and says so in both languages', ({ rules, fault }) => {
  const found = faultsOf(rules, staff)
  expect(found).toContainEqual(expect.objectContaining(fault))
  for (const one of found) {
    const [en, zh] = locales.map((locale) => faultInWords(one, locale))
    expect([en?.includes('undefined'), zh?.includes('undefined')]).toEqual([false, false])
    expect(/[一-鿿]/.test(zh ?? '')).toBe(true)
  }
})

test('a person who would have to act twice is no staff: the reviser alone cannot translate (SD2)', () => {
  const alone = staff.map((one) => (one.id === 'p-rv-1' ? { ...one, roles: ['TR' as const, 'RV' as const] } : one))
  const few = alone.filter(({ id }) => id !== 'p-tr-1')
  expect(faultsOf(full, staff)).toEqual([])
  expect(faultsOf(full, few)).toContainEqual(expect.objectContaining({ fault: 'nobody', rule: 'SD2' }))
})

test.each([
  {
    says: 'an unknown key',
    change: { colour: 'blue' },
    fault: { fault: 'unknown_key', at: 'the rules', key: 'colour' },
  },
  { says: 'a version that is no day', change: { version: 'new' }, fault: { fault: 'malformed', at: 'version' } },
  { says: 'a part that is missing', change: { settings: undefined }, fault: { fault: 'malformed', at: 'settings' } },
])('$says is told by its place before anything else is looked at', ({ change, fault }) => {
  const json: unknown = JSON.parse(JSON.stringify({ ...light, ...change }))
  expect(checkedRules(json, place)).toContainEqual(expect.objectContaining(fault))
})

test('an unknown key deep in an option is told by its place', () => {
  const json = JSON.parse(JSON.stringify(light).replace('"leads":{"to":["1.2b"]}', '"leads":{"to":["1.2b"],"maybe":1}'))
  expect(checkedRules(json, place)).toEqual([
    { fault: 'unknown_key', at: 'steps.1.2a.options.sent.leads', key: 'maybe' },
  ])
})

test('the form of the contract leaves nothing of the rules out', () => {
  for (const procedure of procedures)
    expect(ProcedureBody.parse(JSON.parse(JSON.stringify(procedure)))).toEqual(JSON.parse(JSON.stringify(procedure)))
})

test.each(procedures)(
  'nothing is wrong with $id either when its steps come in another order, as a database gives them',
  (procedure) => {
    const steps = Object.fromEntries(Object.entries(procedure.steps).toReversed())
    expect(checkedRules(JSON.parse(JSON.stringify({ ...procedure, steps })), place)).toEqual([])
  },
)

/** The procedure as it was published before these rules were part of it. */
const before = (): OlderProcedure => {
  const { separation: _, settings, steps, ...rest } = full
  const { recommends: __, colours: ___, visitEvery: ____, ...others } = settings
  const { boundaryShare: _____, renewalDays: ______, ...then } = others
  const bare = Object.values(steps).map(({ begins: _1, again: _2, supports: _3, ...step }) => {
    const { scores: _4, lockedBy: _5, checklist: _6, means: _7, takesTerritory: _8, fallsWith: _9, ...known } = step
    return [known.key, known] as const
  })
  return { ...rest, settings: then, steps: Object.fromEntries(bare) }
}

test('a version from before the rules of separation were published is read with what the code said then', () => {
  expect(JSON.stringify(before())).not.toContain('sensitive')
  expect(asReadToday(before())).toEqual(full)
  expect(asReadToday(full)).toBe(full)
})
