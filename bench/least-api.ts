import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { Client, Connection } from '@temporalio/client'
import fastify from 'fastify'
import { written } from './workflows.js'

/**
 * The least API there can be before a workflow: the path names the workflow, which is sent the update `written`. A process
 * of its own, like the API that is measured beside it. Arguments: address and namespace of the Temporal server, and the
 * port to listen on. Ends with the process that started it.
 */
const [address = '', namespace = '', port = ''] = process.argv.slice(2)
const connection = await Connection.connect({ address })
const client = new Client({ connection, namespace })
const server = fastify()
server.post<{ Params: { id: string } }>('/:id', async ({ params: { id } }) => ({
  answered: await client.workflow.getHandle(id).executeUpdate<number, []>(written, { updateId: randomUUID() }),
}))
await server.listen({ host: '127.0.0.1', port: Number(port) })
const end = (): void => void server.close().then(() => process.exit(0))
process.once('disconnect', end).once('SIGTERM', end)
process.send?.({ ready: true })
