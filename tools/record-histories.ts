import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { Client, Connection } from '@temporalio/client'
import proto from '@temporalio/proto'

/**
 * Keeps the histories of a workflow's runs for the replay suite, in binary form:
 * `node --import tsx tools/record-histories.ts <address> <namespace> <workflow id> <name>`.
 */
const [address, namespace, workflowId, name] = process.argv.slice(2)
if (address === undefined || namespace === undefined || workflowId === undefined || name === undefined)
  throw new Error('Say: address, namespace, workflow id, and the name the files get.')

const connection = await Connection.connect({ address })
const client = new Client({ connection, namespace })
const runs: { readonly runId: string; readonly startTime: Date }[] = []
for await (const { runId, startTime } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
  runs.push({ runId, startTime })
runs.sort((first, second) => first.startTime.getTime() - second.startTime.getTime())

const folder = new URL('../test/replay/histories', import.meta.url).pathname
await mkdir(folder, { recursive: true })
for (const [index, { runId }] of runs.entries()) {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
  const bytes = proto.temporal.api.history.v1.History.encode(history).finish()
  const file = `${name}-${String(index + 1).padStart(2, '0')}.binpb`
  await writeFile(join(folder, file), bytes)
  process.stdout.write(`${file}: ${history.events?.length ?? 0} events, ${bytes.length} bytes\n`)
}
await connection.close()
