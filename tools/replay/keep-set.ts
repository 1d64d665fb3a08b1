import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import proto from '@temporalio/proto'
import { helpOf } from './gate.js'
import { judging } from './judging.js'
import type { KeptHistory, SetManifest } from './histories.js'
import { keepBuild } from './kept-build.js'
import { askedIn, ledgerIn } from './outcomes.js'
import { bundleToTell, replays, type Replayed } from './replay.js'
import { transcribed } from './transcribe.js'
import type { Line } from './transcript.js'

/** A history as the server gave it out, or one that is kept already and gets a new transcript. */
export type Fetched = Omit<KeptHistory, 'set' | 'lines'> & { readonly lines?: readonly Line[] }

const { History } = proto.temporal.api.history.v1
const root = new URL('../..', import.meta.url).pathname

/**
 * Writes a set: each history in binary form, beside it the transcript of its replay on the code of today, the build of today,
 * and a manifest. Refuses a set that does not replay, whose commands do not become again what they were, or that does not show
 * what the gate has to know.
 */
export const keepSet = async (folder: string, fetched: readonly Fetched[]): Promise<void> => {
  const half = `${folder}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true })
  for (const { name, history } of fetched)
    await writeFile(join(half, `${name}.binpb`), History.encode(withoutStacks(history)).finish())
  const transcripts = await transcriptsOf(fetched)
  const missing = missingIn(transcripts.flatMap(({ lines }) => lines))
  if (missing.length > 0) throw new Error(`The set shows nothing of: ${missing.join(', ')}.`)
  const manifest: SetManifest = {
    replaysOnToday: true,
    histories: Object.fromEntries(
      transcripts.map(({ of: { name, workflowId, run, history }, lines }) => [
        name,
        { workflowId, run, events: history.events.length, lines: lines.length },
      ]),
    ),
  }
  for (const { of, lines } of transcripts) await writeFile(join(half, `${of.name}.json`), inRows(lines))
  await keepBuild(half, root)
  await writeFile(join(half, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  await rm(folder, { recursive: true, force: true })
  await rename(half, folder)
}

/** Where a refusal was thrown on the machine that recorded it is nothing a replay looks at. */
const withoutStacks = (history: Fetched['history']): Fetched['history'] => {
  for (const event of history.events)
    for (const failure of failuresIn(event)) Object.assign(failure, { stackTrace: '' })
  return history
}

function failuresIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  const own = 'stackTrace' in value ? [value] : []
  return [...own, ...Object.values(value).flatMap(failuresIn)]
}

/** One call a row, so that a difference between two sets can be read. */
const inRows = (lines: readonly Line[]): string => `[\n${lines.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`

const transcriptsOf = async (
  fetched: readonly Fetched[],
): Promise<readonly { readonly of: Fetched; readonly lines: readonly Line[] }[]> => {
  const code = await bundleToTell({ root })
  const replayed: Replayed<Fetched>[] = []
  for await (const replay of replays(code, fetched)) {
    if (replay.error !== undefined) throw new Error(`${replay.of.name}: ${replay.error.message}`)
    replayed.push(replay)
  }
  const ledger = ledgerIn(replayed.flatMap((replay) => [...askedIn(replay).values()]))
  return await Promise.all(
    replayed.map(async (replay) => {
      const helpFor = replay.of.lines === undefined ? undefined : helpOf(replay.of.lines)
      return { of: replay.of, lines: await transcribed(judging, { replay, ledger, helpFor }) }
    }),
  )
}

/** What a set has to show, so that a change of it can be seen. */
const shows: Readonly<Record<string, (line: Line) => boolean>> = {
  'a paper that is made': ({ does }) => does === 'activity',
  'a timer': ({ does }) => does === 'timer',
  'a base that tells where it stands': ({ name }) => name === 'stands',
  'a base that hears its place': ({ name }) => name === 'ranked',
  'a base that is offered a slot': ({ name }) => name === 'offered',
  'a base that hears of somebody who left': ({ name }) => name === 'person_left',
  'a run that goes on as another': ({ does }) => does === 'continue',
  'a base that ends': ({ does }) => does === 'end',
  'a refusal by the handler': ({ does }) => does === 'refuse',
  'a claim that was refused': ({ help }) => JSON.stringify(help ?? {}).includes('refused'),
  'a reminder': ({ became }) => JSON.stringify(became ?? {}).includes('reminded'),
  'a look at the ledger': ({ args }) => JSON.stringify(args ?? []).includes('"id":"look:'),
  'a command that comes twice': ({ args }) => JSON.stringify(args ?? []).includes('"isRepeat":true'),
  'an act on paper': ({ name }) => name === 'confirm_paper',
  'a suspension': ({ name }) => name === 'raise',
  'a ranked session': ({ name }) => name === 'convene_session',
}

const missingIn = (lines: readonly Line[]): readonly string[] =>
  Object.entries(shows).flatMap(([what, isShown]) => (lines.some(isShown) ? [] : [what]))
