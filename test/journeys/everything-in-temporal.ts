import { Client, Connection } from '@temporalio/client'

export interface Kept {
  readonly runs: number
  /** Every text and every payload of every run, one after the other. */
  readonly text: string
}

/** All that Temporal's history holds of a workflow, back to its first run. */
export const everythingInTemporal = async (
  address: string,
  { namespace, workflowId }: { namespace: string; workflowId: string },
): Promise<Kept> => {
  const connection = await Connection.connect({ address })
  const client = new Client({ connection, namespace })
  const texts: string[] = []
  let runs = 0
  try {
    for (let runId: string | undefined = ''; runId !== undefined; runs += 1) {
      const history = await client.workflow.getHandle(workflowId, runId === '' ? undefined : runId).fetchHistory()
      texts.push(...textsIn(history))
      runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined
    }
    return { runs, text: texts.join('\n') }
  } finally {
    await connection.close()
  }
}

/** The history, memo and search attributes of every run of every workflow of a server, by its namespace, workflow and run. */
export const everyRunInTemporal = async (address: string): Promise<Readonly<Record<string, string>>> => {
  const connection = await Connection.connect({ address })
  try {
    const { namespaces } = await connection.workflowService.listNamespaces({})
    const found: (readonly [string, string])[] = []
    for (const namespace of namespaces.flatMap(({ namespaceInfo }) => namespaceInfo?.name ?? [])) {
      if (namespace === 'temporal-system') continue
      const client = new Client({ connection, namespace })
      for await (const { workflowId, runId, raw } of client.workflow.list()) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
        found.push([`run ${namespace} ${workflowId} ${runId}`, [...textsIn(history), ...textsIn(raw)].join('\n')])
      }
    }
    return Object.fromEntries(found)
  } finally {
    await connection.close()
  }
}

/** Payloads are bytes of JSON; everything else that can be read is a text. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [name, ...textsIn(part)])
}
