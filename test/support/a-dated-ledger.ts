import { jest } from '@jest/globals'
import type { Kysely } from 'kysely'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import type { BaseEvent, Recorded } from '../../domain/event.js'
import type { By } from '../../domain/values/by.js'
import { limits } from '../db/an-example.js'
import type { ABase } from './a-base.js'
import { play, type Play } from './playing.js'
import { defined } from '../../domain/values/defined.js'

type Db = Kysely<Database>
type Entries = readonly Recorded<BaseEvent>[]

/** Everything of a fake clock but the date stays real, so that the database answers as ever. */
const realTimers = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
]

/** Writes what happened to a base after an entry, command by command, each recorded in the moment in which it happened. */
export const recordAsItHappened = async (db: Db, { base, after = 0 }: { base: ABase; after?: number }) => {
  const fresh = base.recorded.filter(({ seq }) => seq > after)
  jest.useFakeTimers({ doNotFake: [...realTimers] })
  try {
    for (const entries of commandsOf(fresh)) {
      const [first] = entries
      if (first === undefined) continue
      jest.setSystemTime(new Date(first.occurredAt))
      const by = byIn(entries)
      await recordEntries(db, {
        stream: base.state().id,
        kind: 'base',
        commandId: `command-${first.seq}`,
        expectedHead: first.seq - 1,
        channel: by === undefined ? 'machine' : 'api',
        occurredAt: first.occurredAt,
        workflowRun: 'run-1',
        ...defined({ by }),
        rulesVersion: `${base.procedure.id}@${base.procedure.version}`,
        claims: [],
        limits,
        view: base.view(),
        events: entries.map(({ event }) => event),
      })
    }
  } finally {
    jest.useRealTimers()
  }
}

/** Plays a base on with a minute between what people do, so that every act has a moment of its own. */
export const playMinutely = (base: ABase, { until, ...playing }: Play): boolean => {
  const minutely = (): boolean => {
    const isThere = until(base)
    if (!isThere) base.turnTo(new Date(Date.parse(base.now()) + 60_000).toISOString())
    return isThere
  }
  return play(base, { ...playing, until: minutely })
}

const byIn = (entries: Entries): By | undefined =>
  entries.flatMap(({ event }) => ('by' in event && event.by !== undefined ? [event.by] : []))[0]

/** Entries by the command they came of: a person's act begins one, and so does every new moment. */
const commandsOf = (entries: Entries): readonly Entries[] => {
  const commands: Recorded<BaseEvent>[][] = []
  for (const entry of entries) {
    const current = commands.at(-1)
    // Who confirms a paper makes it its signatory's act in the same command (R16).
    const isConfirmed = entry.event.type === 'step_acted' && current?.at(-1)?.event.type === 'paper_confirmed'
    const begins = 'by' in entry.event && entry.event.by !== undefined && !isConfirmed
    if (current === undefined || begins || current[0]?.occurredAt !== entry.occurredAt) commands.push([entry])
    else current.push(entry)
  }
  return commands
}
