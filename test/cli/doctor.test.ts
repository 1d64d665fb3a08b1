import { expect, test } from '@jest/globals'
import { exits, CliFailure, Refused } from '../../cli/failure.js'
import { notCompared } from '../../cli/verbs/witnesses.js'

const refused = (code: 'not_permitted' | 'unexpected' | 'unauthenticated', status: number) =>
  new Refused({
    type: `/problems/${code}`,
    title: 'No',
    status,
    code,
    detail: 'It says no.',
    next: 'Do this.',
    instance: '/programmes/gasme/reconciliation',
    requestId: 'r1',
  })

test('who may not see the reports of the two witnesses is told so, and nothing is wrong', () => {
  expect(notCompared(refused('not_permitted', 403))).toEqual({
    what: 'two witnesses',
    well: true,
    found: 'not asked: who asks may not see the reports',
  })
})

test.each([
  ['a database that does not answer in time', new CliFailure('PostgreSQL cannot be reached.', exits.unreachable)],
  ['a mistake of the program', refused('unexpected', 500)],
  ['an answer of another form', new Error('it does not fit')],
  ['a token that has expired', refused('unauthenticated', 401)],
])('%s is told as not well, with what was heard and what to do', (_, error) => {
  expect(notCompared(error)).toEqual({
    what: 'two witnesses',
    well: false,
    found: `not compared: ${error.message}`,
    fix: expect.stringContaining('cornerstone -- doctor'),
  })
})
