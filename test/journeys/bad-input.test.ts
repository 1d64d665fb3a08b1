import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { BaseSummary } from '../../api/contract/base.js'
import { RefusedAttemptResponse } from '../../api/contract/logs.js'
import { Problem } from '../../api/contract/problem.js'
import { aStack, type Stack } from '../support/a-stack.js'
import type { Asking } from '../support/an-asker.js'
import { readEntries } from './a-played-base.js'
import { nominate } from './a-standing-base.js'

const base = 'gasme-C09-yueqing-1'
const lg = 'p-C09-yueqing-lg'
let stack: Stack

beforeAll(async () => {
  stack = await aStack()
  await nominate(stack, 'C09-yueqing')
  await stack.decide({ base, step: '1.2a.1' }, { as: lg, option: 'sent' })
}, 200_000)
afterAll(() => stack.remove(), 90_000)

const everything = async () => ({
  bases: await stack.all('/bases', { schema: BaseSummary }),
  entries: await readEntries(stack, base),
})

const attempts = () => stack.all('/refused-attempts', { schema: RefusedAttemptResponse, as: 'p-au-1' })

interface Refused {
  readonly asked: readonly [path: string, asking: Asking]
  readonly says: readonly [status: number, code: string, detail: RegExp, next: RegExp]
}

const decision = (step: string, asking: Asking): Refused['asked'] => [`/bases/${base}/steps/${step}/decisions`, asking]

const bad: Readonly<Record<string, Refused>> = {
  'an unknown cluster': {
    asked: ['/programmes/gasme/bases', { as: 'p-pm-1', body: { cluster: 'X99-nowhere' } }],
    says: [404, 'not_found', /no cluster X99-nowhere in gasme/, /Check the spelling/],
  },
  'a second nomination of the same cluster': {
    asked: ['/programmes/gasme/bases', { as: 'p-pm-1', body: { cluster: 'C09-yueqing' } }],
    says: [
      409,
      'already_nominated',
      /already nominated as gasme-C09-yueqing-1/,
      /second nomination is possible when it is closed/,
    ],
  },
  'a decision with an option the step does not have': {
    asked: decision('1.2b.1', { as: 'p-pm-1', body: { option: 'party' } }),
    says: [
      422,
      'unknown_option',
      /1\.2b\.1 \(.+\) has no option "party"; it has: invite \(.+\), wait \(.+\), decline \(/,
      /Choose one of the options/,
    ],
  },
  'a decision by the wrong person': {
    asked: decision('1.2b.1', { as: 'p-so-1', body: { option: 'invite' } }),
    says: [
      403,
      'not_your_role',
      /1\.2b\.1 \(.+\) is decided by: programme manager; you act as: screening officer/,
      /Ask a person who holds the seat of programme manager/,
    ],
  },
  'a decision on a closed step': {
    asked: decision('1.2a.1', { as: lg, body: { option: 'sent' } }),
    says: [
      409,
      'step_already_decided',
      /1\.2a\.1 \(.+\) was decided as "sent \(.+\)" on .*; open now: 1\.2b\.1/,
      /Look at the base again/,
    ],
  },
  'a step that is none': {
    asked: decision('9.9.1', { as: lg, body: { option: 'sent' } }),
    says: [404, 'unknown_step', /no step 9\.9\.1 here; open now: 1\.2b\.1/, /Choose one of the open steps/],
  },
  'a decision without what it must have': {
    asked: decision('1.2b.1', { as: 'p-pm-1', body: { opinion: 'invite' } }),
    says: [400, 'invalid_request', /field\(s\) of the body do not fit/, /Correct these fields/],
  },
  'a body that is no JSON': {
    asked: decision('1.2b.1', { as: 'p-pm-1', body: '{"option": "inv' }),
    says: [400, 'malformed_body', /cannot be read: .* Allowed is one JSON value/, /Correct the body/],
  },
  'an oversize body': {
    asked: decision('1.2b.1', { as: 'p-pm-1', body: { option: 'invite', reason: 'x'.repeat(1024 * 1024) } }),
    says: [413, 'too_large', /larger than 1048576 bytes, which is the limit/, /Send less at a time/],
  },
  'a malformed token': {
    asked: decision('1.2b.1', { body: { option: 'invite' }, headers: { authorization: 'Bearer let.me-in' } }),
    says: [
      401,
      'unauthenticated',
      /What was sent is no token\. Allowed is "Authorization: Bearer <token>"/,
      /Get a new token/,
    ],
  },
  'no token': {
    asked: decision('1.2b.1', { body: { option: 'invite' } }),
    says: [401, 'unauthenticated', /There is no token\. Allowed is/, /Get a new token/],
  },
  'a write without a name': {
    asked: decision('1.2b.1', { as: 'p-pm-1', key: 'x'.repeat(256), body: { option: 'invite' } }),
    says: [400, 'idempotency_key_missing', /Idempotency-Key is too long; every write needs one/, /Make one up/],
  },
}

test.each(Object.entries(bad))(
  '%s is a problem that says what was got, what is allowed and what to do; nothing is done, and one row says who tried',
  async (_title, refused) => {
    const before = await everything()
    const tried = (await attempts())[0]?.id ?? 0
    const [status, code, detail, next] = refused.says
    const answer = await stack.ask(...refused.asked)
    expect(answer).toMatchObject({ status, type: 'application/problem+json' })
    const problem = Problem.parse(answer.body)
    expect(problem).toMatchObject({ status, code, type: `/problems/${code}`, instance: refused.asked[0] })
    expect(problem.detail).toMatch(detail)
    expect(problem.next).toMatch(next)
    expect(await everything()).toEqual(before)
    const rows = (await attempts()).filter(({ id }) => id > tried)
    expect(rows).toMatchObject([{ code, person: refused.asked[1].as ?? null, route: `POST ${refused.asked[0]}` }])
  },
)

test.each([
  [
    'an unknown cluster',
    ['rehearse', 'X99-nowhere'],
    2,
    /there is no sample cluster X99-nowhere; one of .*; name one of these/,
  ],
  [
    'an option the step does not have',
    ['decide', base, '1.2b', 'party'],
    1,
    /has no option "party"; it has: invite.*Choose one/,
  ],
  [
    'the wrong person',
    ['decide', base, '1.2b', 'invite', '--as', 'p-so-1'],
    1,
    /is decided by: programme manager; you act as: screening officer\. Ask a person/,
  ],
  [
    'a closed step',
    ['decide', base, '1.2a.1', 'sent', '--as', lg],
    1,
    /was decided as "sent \(.+\)" on .*Look at the base again/,
  ],
  [
    'a base that is none',
    ['base', 'gasme-X99-nowhere-1'],
    1,
    /There is no base gasme-X99-nowhere-1 .*Check the spelling/,
  ],
])('%s typed at the keyboard is one line on standard error and a non-zero exit', async (_title, args, code, line) => {
  const typed = await stack.cli(...args, '--json')
  expect(typed).toMatchObject({ code, out: '' })
  expect(typed.said).toMatch(/^cornerstone: [^\n]*\n$/)
  expect(typed.said).toMatch(line)
})

test('the same decision by the right person under a name is taken', async () => {
  const { entries } = await stack.decide({ base, step: '1.2b.1' }, { as: 'p-pm-1', option: 'invite' })
  expect(entries.map(({ type }) => type)).toContain('step_closed')
})
