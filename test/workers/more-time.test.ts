import { expect, test } from '@jest/globals'
import { extensionOf } from '../../domain/extension.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import type { Procedure, StepDefinition } from '../../domain/procedure.js'
import { openSteps } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import { renderLetter } from '../../mail/render-letter.js'
import { stepClock } from '../../workers/letters/step-clock.js'
import { letterCases } from '../mail/letter-laws.js'
import { aNominatedBase } from '../support/a-base.js'
import { calendars } from '../support/an-example.js'

const base = aNominatedBase()
const [opened] = openSteps(base.state())
/** In a stop, so that what silence leads to is not asked. */
const state = { ...base.state(), heldAt: base.now() }
const promises = /more time|time should be changed|have it extended|更多时间|调整时间|提请延长/

/** What a letter of the step would be told of it. */
const isTold = (procedure: Procedure, definition: StepDefinition): boolean => {
  if (opened === undefined) throw new Error('a step is open')
  const step = { ...opened, key: definition.key }
  const clock = stepClock({ step, calendars, now: base.now(), state, rules: { procedure, definition } })
  return clock.isExtensible === true
}

test.each([
  ['full', full],
  ['light', light],
])(
  'a letter hears that a step may get more time where the rules of %s let somebody give it, and nowhere else',
  (_name, procedure) => {
    const all = Object.values(procedure.steps)
    const given = all.filter((step) => extensionOf(procedure, step) !== undefined)
    expect([given.length, all.length - given.length].every((count) => count > 5)).toBe(true)
    expect(all.filter((step) => isTold(procedure, step))).toEqual(given)
  },
)

/** The letters, to every reader in every language and with all that any letter may tell, that speak of more time. */
const promising = (isExtensible: boolean): readonly LetterKind[] => {
  const cases = letterCases().filter(({ facts: { isExtensible: _, ...facts }, kind, language }) => {
    const told = { ...facts, ...defined({ isExtensible: isExtensible ? (true as const) : undefined }) }
    return promises.test(renderLetter(kind, { languages: [language], facts: told }).text)
  })
  return [...new Set(cases.map(({ kind }) => kind))]
}

test('no letter speaks of more time where nobody can give it', () => {
  expect(promising(false)).toEqual([])
})

test('where somebody can, the request, the reminder and the words to whoever is late say so: the twin', () => {
  expect(promising(true)).toEqual(expect.arrayContaining(['step_opened', 'reminded', 'escalated']))
})
