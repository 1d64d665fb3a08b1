import type { Command } from 'commander'
import { SubscriptionResponse } from '../../api/contract/checkpoint.js'
import { print, when } from '../printing.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds `subscribe` and `unsubscribe`: whether the last checkpoint of each day comes by mail to whoever asks. */
export const addSubscription = (program: Command): void => {
  const says = 'the last checkpoint of each day by mail; an auditor gets it from the beginning.'
  addSaying(program, { usage: 'subscribe', says: `Take ${says}`, wanted: true })
  addSaying(program, { usage: 'unsubscribe', says: `No longer take ${says}`, wanted: false })
}

const addSaying = (
  program: Command,
  { usage, says, wanted }: { usage: string; says: string; wanted: boolean },
): void => {
  verb(program, { usage, says, examples: [`${usage} --as p-au-1`, `${usage} --json`] })
    .addOption(asOption())
    .action(async (asked: AskingOptions) => {
      const said = await askAs(asked).post('/checkpoints/subscription', {
        body: { wanted },
        schema: SubscriptionResponse,
      })
      const since = said.saidAt === null ? '' : `, said ${when(said.saidAt)}`
      const text = () => `the checkpoint of the day ${said.wanted ? 'comes by mail' : 'does not come by mail'}${since}`
      print(said, { json: asked.json === true, text })
    })
}
