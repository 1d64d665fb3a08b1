import { randomUUID } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commandIdOf } from '../../api/commands/ask.js'
import { AcceptedResponse, CommandResponse, PendingResponse } from '../../api/contract/answer.js'
import { Problem } from '../../api/contract/problem.js'
import { aDataFolder, aStack, isReady, type Part, type Stack } from '../support/a-stack.js'
import { answersFor } from '../support/filling.js'
import { parsed, type Answered } from '../support/an-asker.js'
import { readEntries } from './a-played-base.js'
import { nominate } from './a-standing-base.js'

let stack: Stack
let data: string
let base: string
/** Whether documents lie on a small disk of their own, which only root can arrange. */
let isSmall = false

beforeAll(async () => {
  data = await aDataFolder()
  isSmall = mountSmallDisk(join(data, 'documents'))
  stack = await aStack({ data })
  base = await nominate(stack, 'C09-yueqing')
}, 200_000)
afterAll(async () => {
  await stack.stop()
  if (isSmall) spawnSync('umount', [join(data, 'documents')])
  rmSync(data, { recursive: true, force: true })
}, 90_000)

/** 72 MiB, a little more than the store wants to have free. */
const mountSmallDisk = (folder: string): boolean => {
  mkdirSync(folder, { recursive: true })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=72m', 'tmpfs', folder]).status === 0
}

const decisionsPath = (step: string) => `/bases/${base}/steps/${step}/decisions`

/** The problem an answer is; throws when it is none. */
const problemIn = ({ type, body }: Answered) => {
  expect(type).toBe('application/problem+json')
  return Problem.parse(body)
}

const entriesNow = () => readEntries(stack, base)

/** Kills a part and does something while it is away: the supervisor sleeps meanwhile, so nobody starts it again. */
const whileAway = async <T>(part: Part, work: () => Promise<T>): Promise<T> => {
  const supervisor = await stack.pidOf('supervisor')
  process.kill(supervisor, 'SIGSTOP')
  try {
    process.kill(await stack.pidOf(part), 'SIGKILL')
    // Until then a command may still leave on a connection that is about to break, and its outcome is open.
    while (await isReady(stack.url)) await pause(50)
    return await work()
  } finally {
    process.kill(supervisor, 'SIGCONT')
    while (!(await isReady(stack.url))) await pause(50)
  }
}

/** Sends a command until it has its outcome, under one key, as a patient person does. */
const insist = async (path: string, sent: { as: string; key: string; body: unknown }): Promise<Answered> => {
  for (;;) {
    const answer = await stack.ask(path, sent)
    if (answer.status !== 503 && answer.status !== 202) return answer
    await pause(200)
  }
}

test.each([
  ['PostgreSQL', 'database', { as: 'p-C09-yueqing-lg', step: '1.2a.1', option: 'sent' }],
  ['Temporal', 'temporal', { as: 'p-pm-1', step: '1.2b.1', option: 'invite' }],
] as const)(
  '%s away: nothing is done and the answer says so; afterwards the same key gives the decision once',
  async (...row) => {
    const [title, part, { as, step, option }] = row
    await stack.filler.provenBy({ base, as, answers: answersFor(step, { option }) ?? {} })
    const before = await entriesNow()
    const sent = { as, key: randomUUID(), body: { option } }
    // Who acts has a token already; to get one needs the database.
    await stack.tokenOf(as)
    const [answer, typed] = await whileAway(part, () =>
      Promise.all([stack.ask(decisionsPath(step), sent), stack.cli('decide', base, step, option, '--as', as)]),
    )
    expect(answer.status).toBe(503)
    expect(problemIn(answer)).toMatchObject({
      code: 'unavailable',
      detail: `${title} cannot be reached, or does not answer in time. Nothing was done.`,
      next: 'Send it again, under the same key, after the seconds in Retry-After.',
    })
    expect(typed).toMatchObject({ code: 3, out: '' })
    expect(typed.said).toMatch(
      /^cornerstone: .* cannot be reached, or does not answer in time\. Nothing was done\. Send it again.*\n$/,
    )
    expect(await entriesNow()).toEqual(before)
    const accepted = AcceptedResponse.parse((await insist(decisionsPath(step), sent)).body)
    expect(AcceptedResponse.parse((await stack.ask(decisionsPath(step), sent)).body)).toEqual(accepted)
    const added = (await entriesNow()).slice(before.length)
    expect(added.map(({ commandId }) => commandId)).toEqual(added.map(() => commandIdOf({ person: as, key: sent.key })))
    expect(added.filter(({ type }) => type === 'step_acted')).toHaveLength(1)
  },
  120_000,
)

test('Temporal silent with a command in hand: the answer says where to ask, and the command is carried out once', async () => {
  const before = await entriesNow()
  const path = `/bases/${base}/comments`
  const sent = { as: 'p-pm-1', key: randomUUID(), body: { text: 'The map came by post.' } }
  const temporal = await stack.pidOf('temporal')
  process.kill(temporal, 'SIGSTOP')
  const answer = await stack.ask(path, sent).finally(() => process.kill(temporal, 'SIGCONT'))
  expect(answer.status).toBe(202)
  const { ask } = parsed(answer, PendingResponse)
  const outcome = async () => parsed(await stack.ask(ask, { as: sent.as }), CommandResponse).answer
  while ((await outcome()) === null) await pause(200)
  expect(await stack.ask(path, sent)).toMatchObject({ status: 200, body: (await outcome())?.body })
  const added = (await entriesNow()).slice(before.length)
  expect(added.map(({ type, commandId }) => [type, commandId])).toEqual([
    ['commented', commandIdOf({ person: sent.as, key: sent.key })],
  ])
}, 120_000)

test('documents without room: nothing is decided whose paper could not be kept; with room, the same key gives the decision', async () => {
  if (!isSmall)
    return void process.stderr.write('Left out: a full document folder, since only root can mount a small disk.\n')
  const before = await entriesNow()
  const filler = join(data, 'documents', 'filler')
  writeFileSync(filler, Buffer.alloc(16 * 1024 * 1024))
  const sent = {
    as: 'p-C09-yueqing-lg',
    key: randomUUID(),
    body: { option: 'withdraw', code: 'WDR', reason: 'funds withheld' },
  }
  const answer = await stack.ask(decisionsPath('1.3.1'), sent)
  const typed = await stack.cli(
    'decide',
    base,
    '1.3.1',
    'withdraw',
    '--code',
    'WDR',
    '--reason',
    'funds withheld',
    '--as',
    sent.as,
  )
  expect(answer.status).toBe(507)
  expect(problemIn(answer)).toMatchObject({
    code: 'document_store_full',
    detail: expect.stringMatching(/The disk .* is all but full\. At least 64 MiB must be free\. Nothing was done\.$/),
    next: 'Tell the operator; when there is room, send it again under the same key.',
  })
  expect(typed).toMatchObject({ code: 1, out: '' })
  expect(typed.said).toMatch(/^cornerstone: There is no room for the papers .* send it again under the same key\.\n$/)
  expect(await entriesNow()).toEqual(before)
  rmSync(filler)
  expect(await stack.ask(decisionsPath('1.3.1'), sent)).toMatchObject({ status: 200 })
  const added = (await entriesNow()).slice(before.length)
  expect(
    added
      .filter(({ commandId }) => commandId === commandIdOf({ person: sent.as, key: sent.key }))
      .map(({ type }) => type),
  ).toContain('base_closed')
})
