import { isDeepStrictEqual } from 'node:util'
import type { KeptHistory } from './histories.js'
import type { Help } from './judge-again.js'
import type { Judging } from './judging.js'
import { askedIn, ledgerIn } from './outcomes.js'
import { replays, type Replayed } from './replay.js'
import { becomings, linesOf } from './transcribe.js'
import { firstDifference, type Line } from './transcript.js'

/** What the gate has against the code of today: where it goes another way than a history did, and how that was seen. */
export interface Found {
  readonly history: string
  readonly by: 'replay' | 'transcript' | 'judging'
  readonly says: string
}

/** A replay that was held against its history and transcript; `found` is absent where all is as it was. */
export interface Held {
  readonly replayed: Replayed<KeptHistory>
  readonly found?: Found
}

/**
 * Replays histories on a bundle and holds each call against the kept transcript. It guards the shell: the order of what a
 * workflow does (Temporal sees that), and what each of its calls carries (which Temporal does not look at).
 */
export async function* heldAgainst(code: string, histories: readonly KeptHistory[]): AsyncGenerator<Held> {
  for await (const replayed of replays(code, histories)) {
    const { of, error } = replayed
    const says = error?.message ?? differenceIn(of.lines.map(callAlone), linesOf(replayed))
    if (says === undefined) yield { replayed }
    else yield { replayed, found: { history: of.name, by: error === undefined ? 'transcript' : 'replay', says } }
  }
}

/** Without what its command becomes, which is judging and no replay. */
const callAlone = ({ became: _, help: __, ...call }: Line): Line => call

const differenceIn = (kept: readonly Line[], now: readonly Line[]): string | undefined => {
  const difference = firstDifference(kept, now)
  if (difference === undefined) return undefined
  const { line, was, is } = difference
  return `call ${line} was ${JSON.stringify(was)} and is ${JSON.stringify(is)}`
}

/**
 * Judges again what the runs of some replays asked, and holds what it becomes against the kept transcripts. It guards the
 * rules: a replay takes what was stored and never asks them.
 */
export async function* judgedAgainst(
  judging: Judging,
  replayed: readonly Replayed<KeptHistory>[],
): AsyncGenerator<Found> {
  const ledger = ledgerIn(replayed.flatMap((replay) => [...askedIn(replay).values()]))
  for (const replay of replayed) {
    const { name, lines } = replay.of
    for await (const [call, became] of becomings(judging, { replay, ledger, helpFor: helpOf(lines) })) {
      const kept = lines[call]?.['became']
      if (isDeepStrictEqual(kept, became)) continue
      const says = differenceIn([asLine(kept)], [became])?.replace('call 0', `what call ${call} becomes`)
      yield { history: name, by: 'judging', says: says ?? `what call ${call} becomes is told otherwise` }
      break
    }
  }
}

const asLine = (value: unknown): Line =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** The help that each call of a kept transcript was judged again with. */
export const helpOf =
  (lines: readonly Line[]) =>
  (call: number): Help => {
    const help = lines[call]?.['help']
    return isHelp(help) ? help : {}
  }
const isHelp = (value: unknown): value is Help => typeof value === 'object' && value !== null

/** The first thing found, or undefined; whatever comes behind it is not worked out. */
export const firstFound = async (all: AsyncIterable<Found | Held>): Promise<Found | undefined> => {
  for await (const one of all) {
    if ('by' in one) return one
    if (one.found !== undefined) return one.found
  }
  return undefined
}
