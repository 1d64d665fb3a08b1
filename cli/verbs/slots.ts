import type { Command } from 'commander'
import type { z } from 'zod'
import { SlotResponse, WaitingResponse } from '../../api/contract/ten.js'
import { statusWord } from '../codes.js'
import { print, table, when } from '../printing.js'
import { told } from '../tongue.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Ten {
  readonly slots: readonly z.infer<typeof SlotResponse>[]
  readonly waiting: readonly z.infer<typeof WaitingResponse>[]
}

/** Adds `slots`: who holds the ten, until when, and who is next on the waiting list. */
export const addSlots = (program: Command): void => {
  verb(program, {
    usage: 'slots <programme>',
    says: 'Show the slots of a programme, until when they are kept, and the waiting list in its order.',
    examples: ['slots gasme', 'slots rh3f7k --json'],
  })
    .addOption(asOption())
    .action(async (programme: string, wanted: AskingOptions) => {
      const path = `/programmes/${encodeURIComponent(programme)}`
      const ten = await overTheLine({}, async (connection): Promise<Ten> => {
        const as = actor(wanted, connection)
        return {
          slots: await connection.client.all(`${path}/slots`, { ...as, schema: SlotResponse }),
          waiting: await connection.client.all(`${path}/waiting-list`, { ...as, schema: WaitingResponse }),
        }
      })
      print(ten, { json: wanted.json, text: () => tenText(ten) })
    })
}

const tenText = ({ slots, waiting }: Ten): string =>
  [
    table(
      ['slot', 'base', 'place', 'status', 'board is asked on'],
      slots.map(({ number, holder }) => [
        number,
        holder?.base ?? told(free),
        holder === null ? '' : told(holder.names.name),
        holder === null ? '' : statusWord(holder.status),
        holder === null || holder.until === null ? '' : when(holder.until, holder),
      ]),
    ),
    ...(waiting.length === 0
      ? [told(nobodyWaits)]
      : [
          table(
            ['place', 'base', 'waits for', 'score', 'since', 'offer', 'against it'],
            waiting.map(({ place, base, zone, waitsFor, score, since, offer, against, awaits }) => [
              place,
              base,
              waitsFor,
              score,
              when(since, { zone }),
              offer === undefined
                ? ''
                : `${offer.state}${offer.until === undefined ? '' : ` until ${when(offer.until, { zone })}`}`,
              awaits ?? against,
            ]),
          ),
        ]),
  ].join('\n')

const free = { en: 'free', 'zh-CN': '空缺' } as const
const nobodyWaits = { en: 'Nobody waits.', 'zh-CN': '目前无候补。' } as const
