import { programmeOfBase, streamOfWorkflow, type ProgrammeId } from '../domain/ids.js'

/** The streams of a programme among the workflows a server lists, each once. */
export const listedStreams = async (
  listed: AsyncIterable<{ readonly workflowId: string }>,
  programme: ProgrammeId,
): Promise<readonly string[]> => {
  const streams = new Set<string>()
  for await (const { workflowId } of listed) {
    const stream = streamOfWorkflow(workflowId)
    if (stream !== undefined && programmeOfBase(stream) === programme) streams.add(stream)
  }
  return [...streams]
}

/** The runs among those a server lists, in its order. */
export const listedRuns = async (listed: AsyncIterable<{ readonly runId: string }>): Promise<readonly string[]> => {
  const runs: string[] = []
  for await (const { runId } of listed) runs.push(runId)
  return runs
}
