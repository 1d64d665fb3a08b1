import { expect, test } from '@jest/globals'
import { programmeOfBase, type BaseId, type OrganisationId, type PersonId, type ProgrammeId } from '../../domain/ids.js'
import { keyOf, visitOf, type StepId, type StepKey } from '../../domain/values/step-key.js'

const step: StepKey = '5.2a'
const visit: StepId = '5.2a.2'
const person: PersonId = 'p-1'
const base: BaseId = 'gasme-C09-yueqing-1'
const programme: ProgrammeId = 'gasme'

/** Each line is an error that the type checker must find: `npm run types` fails where one is none. */
const mixedUp: readonly unknown[] = [
  // @ts-expect-error A step is not one visit of it.
  visitOf(step),
  // @ts-expect-error Whoever acts is not the organisation for which he does.
  ((id: OrganisationId) => id)(person),
  // @ts-expect-error A base is not its programme.
  ((id: ProgrammeId) => id)(base),
  // @ts-expect-error A person is no base.
  ((id: BaseId) => id)(person),
]

test('ids of two kinds are told apart by the type checker, and are plain text when the program runs', () => {
  expect(mixedUp.slice(1)).toEqual(['p-1', 'gasme-C09-yueqing-1', 'p-1'])
})

test('a visit tells its step, and a base its programme', () => {
  expect(keyOf(visit)).toBe(step)
  expect(programmeOfBase(base)).toBe(programme)
})
