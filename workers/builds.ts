import type { NativeConnection } from '@temporalio/worker'

/** All builds of the workers are versions of this one deployment. */
const deploymentName = 'cornerstone'

/**
 * How a worker of a named build asks for work: a run stays with the build it began on, and its next run begins on the current
 * one. Bases wake at least once in thirty days, so a build that is no longer current has no runs left after that.
 */
export const pinnedTo = (buildId: string) =>
  ({
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName, buildId },
      defaultVersioningBehavior: 'PINNED',
    },
  }) as const

interface Making {
  readonly connection: Pick<NativeConnection, 'workflowService'>
  readonly namespace: string
  readonly build: string
}

/** Makes a build the current one of a namespace: what begins from now on begins on its workers. They must be asking for work. */
export const makeCurrent = async ({ connection, namespace, build: buildId }: Making): Promise<void> => {
  await connection.workflowService.setWorkerDeploymentCurrentVersion({
    namespace,
    deploymentName,
    buildId,
    identity: 'cornerstone',
  })
}
