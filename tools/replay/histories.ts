import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import proto from '@temporalio/proto'
import { z } from 'zod'
import type { Line } from './transcript.js'

const { History } = proto.temporal.api.history.v1

/** The folder of all sets, one numbered folder for each. */
export const setsFolder = new URL('../../test/replay/histories', import.meta.url).pathname

/** What a set says of itself. */
export const SetManifest = z.strictObject({
  replaysOnToday: z.boolean().describe('false: a set of an older build, which runs on that build alone.'),
  histories: z.record(
    z.string(),
    z.strictObject({ workflowId: z.string(), run: z.string(), events: z.int(), lines: z.int() }),
  ),
})
export type SetManifest = z.infer<typeof SetManifest>
const Lines = z.array(z.record(z.string(), z.unknown()))

/** The history of one run as it is kept, under its name in its set, with the transcript of its replay when it was recorded. */
export interface KeptHistory {
  readonly set: string
  readonly name: string
  readonly workflowId: string
  readonly run: string
  readonly history: ReturnType<typeof History.decode>
  readonly lines: readonly Line[]
}

export interface KeptSet {
  readonly set: string
  readonly manifest: SetManifest
  readonly histories: readonly KeptHistory[]
}

/**
 * Every kept set, oldest first. Refuses a folder without sets, a set without a manifest or with none in it, a history the
 * manifest does not name or counts otherwise, one that is not there, one without a transcript, and a set without its build.
 */
export const readSets = async (folder: string): Promise<readonly KeptSet[]> => {
  const sets = (await readdir(folder)).sort((first, second) => Number(first) - Number(second))
  if (sets.length === 0) throw new Error(`${folder} holds no set of histories.`)
  return await Promise.all(sets.map((set) => readSet(folder, set)))
}

const readSet = async (folder: string, set: string): Promise<KeptSet> => {
  const within = join(folder, set)
  const files = await readdir(within)
  if (!files.includes('manifest.json')) throw new Error(`Set ${set} has no manifest.`)
  const manifest = SetManifest.parse(JSON.parse(await readFile(join(within, 'manifest.json'), 'utf8')))
  refuse(set, faultsOf(manifest, files))
  const histories = await Promise.all(
    Object.entries(manifest.histories).map(async ([name, { workflowId, run }]) => ({
      set,
      name,
      workflowId,
      run,
      history: History.decode(await readFile(join(within, `${name}.binpb`))),
      lines: Lines.parse(JSON.parse(await readFile(join(within, `${name}.json`), 'utf8'))),
    })),
  )
  refuse(
    set,
    histories.flatMap((kept) => countsOtherwise(manifest, kept)),
  )
  return { set, manifest, histories }
}

const refuse = (set: string, faults: readonly string[]): void => {
  if (faults.length > 0) throw new Error(`Set ${set}: ${faults.join('; ')}.`)
}

const faultsOf = ({ histories }: SetManifest, files: readonly string[]): readonly string[] => {
  const named = Object.keys(histories)
  const there = files.flatMap((file) => (file.endsWith('.binpb') ? [file.slice(0, -'.binpb'.length)] : []))
  return [
    ...(named.length === 0 ? ['the manifest names no history'] : []),
    ...(files.includes('build.js.gz') ? [] : ['its build is missing']),
    ...there.filter((name) => !named.includes(name)).map((name) => `${name} is not in the manifest`),
    ...named.filter((name) => !there.includes(name)).map((name) => `${name} is missing`),
    ...there.filter((name) => !files.includes(`${name}.json`)).map((name) => `${name} has no transcript`),
  ]
}

const countsOtherwise = ({ histories }: SetManifest, { name, history, lines }: KeptHistory): readonly string[] => {
  const counted = histories[name]
  const isAsCounted = counted?.events === history.events.length && counted.lines === lines.length
  return isAsCounted ? [] : [`${name} is not as long as the manifest says`]
}
