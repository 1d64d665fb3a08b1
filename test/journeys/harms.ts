import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from '@temporalio/client'
import type { Connection, WorkflowStartUpdateInput, WorkflowStartUpdateOutput } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import type pg from 'pg'
import { baseWorkflowId } from '../../domain/ids.js'
import type { DivergenceCode } from '../../domain/witness/divergence.js'
import { actorHeader } from '../../workflows/messages.js'

/** Whom a harm is done to, and the means of an administrator to do it. */
export interface Harmed {
  readonly base: string
  /** Owns the tables, and may switch off what guards them. */
  readonly owner: pg.Client
  readonly client: Client
  readonly connection: Connection
}

interface Harm {
  readonly does: string
  readonly finds: DivergenceCode
  readonly harm: (harmed: Harmed) => Promise<unknown>
}

/** Rewrites the ledger as only its owner can: the triggers are off for one statement. */
const rewrite =
  (statement: string) =>
  async ({ owner, base }: Harmed): Promise<void> => {
    await owner.query('alter table ledger_entry disable trigger user')
    const { rowCount } = await owner.query(statement, [base])
    await owner.query('alter table ledger_entry enable trigger user')
    if (rowCount !== 1) throw new Error(`the harm was done to ${rowCount} rows`)
  }

const last = '(select max(seq) from ledger_entry where stream = $1)'

/** Cuts a run off after its first workflow task and lets it live again from there. */
const reset =
  (exclude: readonly number[]) =>
  async ({ client, base }: Harmed): Promise<void> => {
    const workflowExecution = { workflowId: baseWorkflowId(base) }
    const { namespace } = client.options
    const { events } = await client.workflow.getHandle(workflowExecution.workflowId).fetchHistory()
    const first = events?.find(({ workflowTaskCompletedEventAttributes: done }) => done)
    await client.workflowService.resetWorkflowExecution({
      ...{ namespace, workflowExecution, reason: 'harm', requestId: randomUUID() },
      ...{ workflowTaskFinishEventId: first?.eventId ?? null, resetReapplyExcludeTypes: [...exclude] },
    })
  }

const options =
  (change: object, path: string) =>
  async ({ client, base }: Harmed): Promise<void> => {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace: client.options.namespace,
      workflowExecution: { workflowId: baseWorkflowId(base) },
      workflowExecutionOptions: change,
      updateMask: { paths: [path] },
    })
  }

const forget = ({ client, base }: Harmed): Promise<void> => forgetRun({ client, base })

/** Takes a run, or the latest one, from the server as retention does, and waits until it is gone. */
export const forgetRun = async ({
  client,
  base,
  run,
}: Pick<Harmed, 'client' | 'base'> & { readonly run?: string }): Promise<void> => {
  const workflowExecution = { workflowId: baseWorkflowId(base), ...(run === undefined ? {} : { runId: run }) }
  await client.workflowService.deleteWorkflowExecution({ namespace: client.options.namespace, workflowExecution })
  const isThere = (): Promise<boolean> =>
    client.workflow
      .getHandle(workflowExecution.workflowId, run)
      .describe()
      .then(
        () => true,
        () => false,
      )
  while (await isThere()) await pause(50)
}

/** Sends a command as the API would, in the name of a person, from a program that is not the API. */
export const actingAs = async (
  actor: object,
  { connection, base, command }: Pick<Harmed, 'connection' | 'base'> & { readonly command: { readonly type: string } },
): Promise<void> => {
  const headers = { [actorHeader]: defaultPayloadConverter.toPayload(actor) }
  const interceptors = {
    workflow: [
      {
        startUpdate: (
          input: WorkflowStartUpdateInput,
          next: (input: WorkflowStartUpdateInput) => Promise<WorkflowStartUpdateOutput>,
        ) => next({ ...input, headers }),
      },
    ],
  }
  const client = new Client({ connection, namespace: 'cornerstone', interceptors })
  await client.workflow.getHandle(baseWorkflowId(base)).executeUpdate(command.type, { args: [command] })
}

/** The twelve of reliability.md A6. */
export const harms: readonly Harm[] = [
  {
    does: 'an entry is taken out of the ledger',
    finds: 'entry_missing',
    harm: rewrite(`delete from ledger_entry where stream = $1 and seq = ${last}`),
  },
  {
    does: 'an entry is added to the ledger',
    finds: 'entry_extra',
    harm: rewrite(`insert into ledger_entry select stream, seq + 1, type, schema_version, payload, canonical, actor,
      on_behalf_of, role, channel, effective_on, occurred_at, recorded_at, command_id, workflow_run, rules_version, hash,
      hash from ledger_entry where stream = $1 and seq = ${last}`),
  },
  {
    does: 'what an entry says is changed',
    finds: 'entry_differs',
    harm: rewrite(`update ledger_entry set payload = jsonb_set(payload, '{option}', '"declined"')
      where stream = $1 and seq = 4`),
  },
  {
    does: 'the answer to a command is changed',
    finds: 'outcome_differs',
    harm: ({ owner, base }) =>
      owner.query(`update command set state = 'refused' where stream = $1 and route like '%decisions'`, [base]),
  },
  {
    does: 'another person is put in the place of the one who acted',
    finds: 'actor_differs',
    harm: rewrite(`update ledger_entry set actor = 'p-pd-1' where stream = $1 and seq = 4`),
  },
  { does: 'a run is reset', finds: 'run_reset', harm: reset([1, 2]) },
  {
    does: 'a run is terminated',
    finds: 'run_terminated',
    harm: ({ client, base }) => client.workflow.getHandle(baseWorkflowId(base)).terminate('harm'),
  },
  {
    does: 'a signal is sent by hand',
    finds: 'signal_by_hand',
    harm: ({ client, base }) =>
      client.workflow.getHandle(baseWorkflowId(base)).signal('ranked', { session: 's-1', place: 1, of: 1 }),
  },
  {
    does: 'time is skipped where there is no rehearsal',
    finds: 'time_skipped',
    harm: ({ owner, base }) =>
      owner.query('update programme set rehearsal = false where id = $1', [base.split('-', 1)[0]]),
  },
  {
    does: 'the options of a run are changed',
    finds: 'options_changed',
    harm: options({ versioningOverride: { autoUpgrade: true } }, 'versioning_override'),
  },
  {
    does: 'a history is removed and no sealed copy of it is kept',
    finds: 'history_missing',
    harm: forget,
  },
  { does: 'a command is applied again after a reset', finds: 'update_reapplied', harm: reset([]) },
]
