import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { BaseResponse } from '../../api/contract/base.js'
import { StepResponse } from '../../api/contract/step.js'
import { SlotResponse, WaitingResponse } from '../../api/contract/ten.js'
import { eleven } from '../../cli/rehearsal/ten-at-once.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { drawn, drawnBy } from '../support/how-much.js'
import { parsed } from '../support/an-asker.js'

const Race = z.strictObject({ slots: z.array(z.string()), waiting: z.array(z.string()) })
type Race = z.infer<typeof Race>

let stack: Stack
beforeAll(async () => {
  stack = await aStack()
}, 240_000)
afterAll(() => stack.remove(), 90_000)

const run = async (...args: readonly string[]): Promise<Race> => {
  const played = await stack.cli('rehearse', 'C07-shengzhou', '--story', 'ten-at-once', ...args, '--json')
  if (played.code !== 0) throw new Error(played.said)
  return Race.parse(JSON.parse(played.out))
}
const clusterOf = (base: string): string => base.replace(/^[^-]+-|-\d+$/g, '')
const programmeOf = (base: string): string => base.slice(0, base.indexOf('-'))
const openSteps = (base: string) => stack.all(`/bases/${base}/steps?open=true`, { schema: StepResponse })
const waitingIn = (programme: string) => stack.all(`/programmes/${programme}/waiting-list`, { schema: WaitingResponse })

/** Waits for the fact that a step of a base is open. */
const untilOpen = async (base: string, key: string): Promise<z.infer<typeof StepResponse>> => {
  for (;;) {
    const step = (await openSteps(base)).find((one) => one.key === key)
    if (step !== undefined) return step
    await pause(50)
  }
}
const decide = async (base: string, { step, option, as }: { step: string; option: string; as: string }) => {
  const answer = await stack.ask(`/bases/${base}/steps/${step}/decisions`, { as, body: { option, noInterest: true } })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

/** The ways in which eleven boards approve: all in the same moment, or one after the other in an order drawn from a seed. */
const ways = [
  { how: 'in the same moment', args: ['--together'], last: undefined },
  ...[8, 2].map((seed) => ({
    how: `in the order drawn from seed ${seed}, where the last finds none`,
    args: ['--seed', String(seed)],
    last: eleven[seed],
  })),
]

// The short form plays one of them.
describe.each(drawn(ways, { short: 1, of: 'last slot' }))(`$how (drawn by ${drawnBy})`, ({ args, last }) => {
  let race: Race
  beforeAll(async () => {
    race = await run(...args)
  }, 400_000)

  test('eleven boards approve on the real server: ten get a slot, the other is first on the waiting list (14.1, 8.1)', async () => {
    expect([race.slots.length, race.waiting.length]).toEqual([10, 1])
    expect([...race.slots, ...race.waiting].map(clusterOf).toSorted()).toEqual(eleven.toSorted())
    const [loser = ''] = race.waiting
    if (last !== undefined) expect(clusterOf(loser)).toBe(last)
    const view = parsed(await stack.ask(`/bases/${loser}`, { as: 'p-au-1' }), BaseResponse)
    expect(view).toMatchObject({ status: 'waiting_list', code: 'QUO' })
    expect(view.slot).toBeUndefined()
  })

  test('a slot that is freed is offered to the first on the list at once, and goes to it with the Board’s vote (8.3)', async () => {
    const [loser = ''] = race.waiting
    const [, second = ''] = race.slots
    const programme = programmeOf(loser)
    const withdrawn = await stack.ask(`/bases/${second}/withdrawals`, {
      as: `p-${clusterOf(second)}-lg`,
      body: { code: 'WDR', reason: 'the council decided against it' },
    })
    expect(withdrawn.status).toBe(200)
    const offer = await untilOpen(loser, '2.10o')
    for (;;) {
      const [entry] = await waitingIn(programme)
      if (entry?.offer?.until === offer.dueAt) break
      await pause(50)
    }
    await decide(loser, { step: offer.id, option: 'accept', as: `p-${clusterOf(loser)}-lg` })
    const board = await untilOpen(loser, '2.10')
    for (const as of ['p-bd-1', 'p-bd-2']) await decide(loser, { step: board.id, option: 'approve', as })
    const slots = await stack.all(`/programmes/${programme}/slots`, { schema: SlotResponse })
    expect(slots.map(({ holder }) => holder?.base)).toEqual(race.slots.map((base) => (base === second ? loser : base)))
    const shown = await stack.cli('slots', programme, '--json')
    expect(z.object({ slots: z.array(SlotResponse) }).parse(JSON.parse(shown.out)).slots).toEqual(slots)
  }, 60_000)
})
