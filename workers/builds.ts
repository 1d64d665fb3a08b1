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

/** A build and how many runs still go on it. */
export interface BuildInUse {
  readonly build: string
  readonly isCurrent: boolean
  readonly runs: number
}

/** The builds a namespace has heard of, with the runs on each: the workers of one without runs may go. */
export const buildsInUse = async ({ connection, namespace }: Omit<Making, 'build'>): Promise<readonly BuildInUse[]> => {
  const { workflowService } = connection
  const { workerDeploymentInfo: told } = await workflowService.describeWorkerDeployment({ namespace, deploymentName })
  const current = told?.routingConfig?.currentDeploymentVersion?.buildId
  const builds: BuildInUse[] = []
  for (const { deploymentVersion } of told?.versionSummaries ?? []) {
    const build = deploymentVersion?.buildId ?? ''
    const query = `TemporalWorkerDeploymentVersion = '${deploymentName}:${build}' and ExecutionStatus = 'Running'`
    const { count } = await workflowService.countWorkflowExecutions({ namespace, query })
    builds.push({ build, isCurrent: build === current, runs: count.toNumber() })
  }
  return builds
}
