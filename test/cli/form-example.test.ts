import { expect, test } from '@jest/globals'
import { CliFailure, exits, Refused } from '../../cli/failure.js'
import { exampleOf } from '../../cli/verbs/form.js'

const shown = {
  step: '3.5.1',
  options: [{ option: 'approve' }, { option: 'comments' }],
  things: [],
  prefilled: {},
  example: {},
}

const failureOf = (ask: () => unknown): unknown => {
  try {
    return ask()
  } catch (error) {
    return error
  }
}

test('an example of an option that a step does not have is refused, and those it has are named', () => {
  const failure = failureOf(() => exampleOf(shown, { option: 'agree', form: undefined }))
  expect(failure).toBeInstanceOf(CliFailure)
  expect(failure).toMatchObject({
    exit: exits.usage,
    message: '3.5.1 has no option "agree"; it has: approve, comments; ask for an example of one of them',
  })
})

test('one of an option it has is given: the twin', () => {
  expect(exampleOf(shown, { option: 'approve', form: undefined })).toEqual({})
})

test('a sentence that names its field itself names it once, and one that does not is led by its field', () => {
  const no = new Refused({
    type: '/problems/rules_unsound',
    title: 'No',
    status: 422,
    code: 'rules_unsound',
    detail: 'It is not sound.',
    next: 'Correct it.',
    instance: '/rules',
    requestId: 'r1',
    errors: [
      { path: 'settings.passMark', message: 'settings.passMark is not as it must be: too big.' },
      { path: '/country', message: 'must be a country' },
    ],
  })
  expect(no.message).toContain('[settings.passMark is not as it must be: too big.; /country must be a country]')
})
