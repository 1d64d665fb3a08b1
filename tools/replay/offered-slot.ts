import { inventedForm } from './invented-form.js'
import { setTimeout as pause } from 'node:timers/promises'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { StepResponse } from '../../api/contract/step.js'
import type { Client } from '../../cli/http-client.js'

const reader = 'p-au-1'
/** How often it is looked whether a base was asked; the news goes from base to programme to base. */
const looks = 600

/** One of the ten withdraws before its launch, the programme offers its slot, and the first who waits takes it (8.3). */
export const takeOfferedSlot = async (
  client: Client,
  { leaving, waiting }: { readonly leaving: string; readonly waiting: string },
): Promise<void> => {
  await client.post(`/bases/${leaving}/withdrawals`, {
    schema: AcceptedResponse,
    as: signatoryOf(leaving),
    body: { code: 'WDR', reason: 'Invented for rehearsal. 为演练虚构。' },
  })
  const step = await untilOpen(client, { base: waiting, key: '2.10o' })
  await client.post(`/bases/${waiting}/steps/${step}/decisions`, {
    schema: AcceptedResponse,
    as: signatoryOf(waiting),
    body: {
      option: 'accept',
      form: await inventedForm(client, { base: waiting, as: signatoryOf(waiting), key: '2.10o', option: 'accept' }),
    },
  })
}

/** The authorised signatory of the place, as the sample names him or her. */
const signatoryOf = (base: string): string => `p-${base.slice(base.indexOf('-') + 1, base.lastIndexOf('-'))}-lg`

const untilOpen = async (client: Client, { base, key }: { base: string; key: string }): Promise<string> => {
  for (let look = 0; look < looks; look += 1) {
    const open = await client.all(`/bases/${base}/steps?open=true`, { schema: StepResponse, as: reader })
    const found = open.find((step) => step.key === key)
    if (found !== undefined) return found.id
    await pause(100)
  }
  throw new Error(`${base} was never asked at ${key}.`)
}
