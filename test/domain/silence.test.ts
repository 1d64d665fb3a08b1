import { expect, test } from '@jest/globals'
import type { StepDefinition } from '../../domain/procedure.js'
import { procedures } from '../../domain/procedures/index.js'
import { roles } from '../../domain/role.js'

/** Steps of the place, where silence chooses an option that a person there could have chosen. */
const silenceAsConsent = (steps: readonly StepDefinition[]): readonly string[] =>
  steps.flatMap(({ key, role, silence, options }) =>
    silence !== undefined && roles[role].side === 'partner' && options[silence]?.byClock !== true ? [key] : [],
  )

test.each(procedures.map((procedure) => [procedure.id, procedure] as const))(
  'in %s the silence of a government or cluster body is never consent, but to the findings of 2.6 (8.5)',
  (_id, { steps }) => {
    expect(silenceAsConsent(Object.values(steps))).toEqual(['2.6'])
  },
)

test('an option that silence may take from a person is found', () => {
  const steps = Object.values(procedures[0]?.steps ?? {})
  const asked = steps.find(({ key }) => key === '1.7')
  if (asked === undefined) throw new Error('1.7 is a step')
  expect(silenceAsConsent([{ ...asked, silence: 'endorse' }])).toEqual(['1.7'])
})
