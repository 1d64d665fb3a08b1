import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { Client, Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { connect } from '../cli/connection.js'
import { cliConfig } from '../config/processes.js'
import { runningOn } from '../workers/embedded/data-folder.js'
import { catchUp } from '../workflows/messages.js'
import { SetManifest, readSets, setsFolder } from './replay/histories.js'
import { keepSet, type Fetched } from './replay/keep-set.js'
import { playLives, type Life } from './replay/lives.js'

/**
 * Records a set of histories for the replay gate: `npm run histories -- <number of the set>`. It brings up the programme
 * on an empty data folder of its own, plays the lives, and keeps every run worth it with its transcript. A set of that
 * number that was there before is replaced, once the new one is whole. Behind the number, nothing is played: with
 * `--transcribe` the histories of that set get new transcripts, with `--older` the set stays as it is and runs on its own
 * build alone from now on.
 */
const record = async (set: string): Promise<void> => {
  const data = resolve(cliConfig().CORNERSTONE_DATA)
  await rm(data, { recursive: true, force: true })
  const engine = await connect({ start: true, patienceMs: 120_000 })
  try {
    const address = runningOn(data)?.temporalAddress
    if (address === undefined) throw new Error(`Nothing runs on ${data}.`)
    const fetched = await atTemporal(address, async (client) => {
      const lookBehind = (workflowId: string) => client.workflow.getHandle(workflowId).signal(catchUp)
      return await fetchAll(client, await playLives({ client: engine.client, tell, lookBehind }))
    })
    await keepSet(join(setsFolder, set), fetched)
    for (const { name, history } of fetched) tell(`${name}: ${history.events.length} events`)
  } finally {
    await engine.leave()
  }
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`)

const namespace = 'cornerstone-rehearsal'
const atTemporal = async <T>(address: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const connection = await Connection.connect({ address })
  try {
    return await work(new Client({ connection, namespace }))
  } finally {
    await connection.close()
  }
}

const fetchAll = async (client: Client, lives: readonly Life[]): Promise<readonly Fetched[]> => {
  const fetched: Fetched[] = []
  for (const life of lives) fetched.push(...(await runsOf(client, life)))
  return fetched
}

const { History } = proto.temporal.api.history.v1

/** The runs of a life that are kept, first run first. */
const runsOf = async (client: Client, { name, workflowId, from }: Life): Promise<readonly Fetched[]> => {
  const runs: { readonly runId: string; readonly startTime: Date }[] = []
  for await (const { runId, startTime } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
    runs.push({ runId, startTime })
  runs.sort((first, second) => first.startTime.getTime() - second.startTime.getTime())
  if (runs.length < from) throw new Error(`${name} has ${runs.length} runs, and is to be kept from run ${from} on.`)
  return await Promise.all(
    runs.slice(from - 1).map(async ({ runId: run }, index) => {
      const history = await client.workflow.getHandle(workflowId, run).fetchHistory()
      return {
        name: `${name}-${String(index + from).padStart(2, '0')}`,
        workflowId,
        run,
        history: History.decode(History.encode(history).finish()),
      }
    }),
  )
}

/** New transcripts for histories that are kept, where a change is meant: what differs is then read in the commit. */
const transcribe = async (set: string): Promise<void> => {
  const kept = (await readSets(setsFolder)).find((one) => one.set === set)
  if (kept === undefined) throw new Error(`There is no set ${set}.`)
  await keepSet(join(setsFolder, set), kept.histories)
}

/** The shell of today no longer replays this set; the build kept in it still does. */
const markAsOlder = async (set: string): Promise<void> => {
  const path = join(setsFolder, set, 'manifest.json')
  const manifest = SetManifest.parse(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, `${JSON.stringify({ ...manifest, replaysOnToday: false }, undefined, 2)}\n`)
}

Runtime.install({ logger: new DefaultLogger('ERROR') })
const [set = '1', how] = process.argv.slice(2)
if (how === '--older') await markAsOlder(set)
else await (how === '--transcribe' ? transcribe(set) : record(set))
