import { z } from 'zod'
import { BaseResponse } from '../../api/contract/base.js'
import { EntryResponse } from '../../api/contract/history.js'
import { LetterResponse } from '../../api/contract/paper.js'
import { documentKind, instant, locale, sha256, stage, status } from '../../api/contract/scalars.js'
import type { Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'

/** What `rehearse --json` prints, and nothing besides. */
const Played = z.strictObject({
  base: z.string(),
  stages: z.array(z.strictObject({ stage, enteredAt: instant, leftAt: instant, outcome: status })),
  steps: z.int(),
  decisions: z.int(),
  letters: z.int(),
  facts: z.int(),
  evidence: z.int(),
  findings: z.int(),
  conditions: z.int(),
  figures: z.int(),
  documents: z.array(z.strictObject({ kind: documentKind, language: locale, sha256 })),
  ledger: z.strictObject({ entries: z.int(), head: sha256 }),
  people: z.int(),
  virtualDays: z.int(),
  wallSeconds: z.number(),
})
export type Played = z.infer<typeof Played>

/** Plays a base by the command line. Throws, with what it said, when that does not end well. */
export const play = async (stack: Stack, ...args: readonly string[]): Promise<Played> => {
  const { code, out, said } = await stack.cli('rehearse', ...args, '--json')
  if (code !== 0) throw new Error(`rehearse ${args.join(' ')} ended with ${code}: ${said}`)
  return Played.parse(JSON.parse(out))
}

/** Where a base stands, its ledger and its letters, as the auditor reads them from the API. */
export const readAll = async (stack: Stack, base: string) => ({
  view: parsed(await stack.ask(`/bases/${base}`, { as: 'p-au-1' }), BaseResponse),
  entries: await readEntries(stack, base),
  letters: await stack.all(`/bases/${base}/letters`, { schema: LetterResponse }),
})

/** The ledger of a base, first entry first. */
export const readEntries = async (stack: Stack, base: string) =>
  (await stack.all(`/bases/${base}/history`, { schema: EntryResponse })).map(withKey)
export type Entry = Awaited<ReturnType<typeof readEntries>>[number]

const Keyed = z.looseObject({ key: z.string().optional(), step: z.string().optional(), how: z.string().optional() })

const withKey = (entry: z.infer<typeof EntryResponse>) => ({ ...entry, payload: Keyed.parse(entry.payload) })

export const ofType = (entries: readonly Entry[], type: string): readonly Entry[] =>
  entries.filter((entry) => entry.type === type)

/** The steps that were opened, by key, each once, in the order of their first opening. */
export const keysOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(ofType(entries, 'step_opened').flatMap(({ payload: { key = '' } }) => [key])),
]

/** Runs of entries that one command became, in order. A command that was carried out twice would have two. */
export const runsOfCommands = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ commandId }, at) =>
    commandId === null || entries[at - 1]?.commandId === commandId ? [] : [commandId],
  )

/** How many commands of people a ledger holds. */
export const humanCommands = (entries: readonly Entry[]): number =>
  new Set(entries.flatMap(({ actor, commandId }) => (actor === null ? [] : [commandId]))).size
