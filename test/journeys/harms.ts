import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from '@temporalio/client'
import type { Connection, WorkflowStartUpdateInput, WorkflowStartUpdateOutput } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import type pg from 'pg'
import { baseWorkflowId } from '../../domain/ids.js'
import type { DivergenceCode } from '../../domain/divergence.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import { actorHeader } from '../../workflows/messages.js'
import { unborn } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import { answerAs, goOnWith } from './forging-runs.js'

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
      namespace,
      workflowExecution,
      reason: 'harm',
      requestId: randomUUID(),
      workflowTaskFinishEventId: first?.eventId ?? null,
      resetReapplyExcludeTypes: [...exclude],
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
  const workflowExecution = { workflowId: baseWorkflowId(base), ...defined({ runId: run }) }
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

/** Ends what runs under the name of a base and starts something else there, which no worker takes. */
const startAnew =
  (type: string, input: (base: string) => object) =>
  async ({ client, base }: Harmed): Promise<void> => {
    const workflowId = baseWorkflowId(base)
    await client.workflow
      .getHandle(workflowId)
      .terminate('harm')
      .catch(() => undefined)
    await client.workflow.start(type, { workflowId, taskQueue: 'nobody', args: [input(base)] })
  }

const inputOf = (base: string) => ({ base, place: { country: 'CN', zone: 'Asia/Shanghai' }, procedure: 'full' })
const inventedStateOf = (base: string) => ({ state: { ...unborn(base), seq: 2, status: 'activated' }, handled: [] })

/** Has a base go on as another run, as its own worker would, with something it never said. */
const goOn =
  (change: (base: string) => object) =>
  async ({ client, base }: Harmed): Promise<void> => {
    const [type, input] = [workflowTypes.base, inputOf(base)]
    const commands = [goOnWith(type, { ...input, ...change(base) })]
    await answerAs({ client, workflowId: baseWorkflowId(base), type, input, commands })
  }

/** Takes a base out of the ledger with its head; its workflow is all that is left to tell of it. */
const takeAway = async ({ owner, base }: Harmed): Promise<void> => {
  await owner.query('alter table ledger_head disable trigger user')
  await owner.query('alter table ledger_entry disable trigger user')
  await owner.query('delete from ledger_head where stream = $1', [base])
  await owner.query('delete from ledger_entry where stream = $1', [base])
  await owner.query('alter table ledger_entry enable trigger user')
  await owner.query('alter table ledger_head enable trigger user')
}

/** What somebody with the rights of an administrator does to one of the two stores. */
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
      hash, seal from ledger_entry where stream = $1 and seq = ${last}`),
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
    // With the guard lifted: what its sender was told stays otherwise.
    harm: async ({ owner, base }) => {
      await owner.query('alter table command disable trigger command_answer_stays')
      await owner.query(`update command set state = 'refused' where stream = $1 and route like '%decisions'`, [base])
      await owner.query('alter table command enable always trigger command_answer_stays')
    },
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
    finds: 'history_unsealed',
    harm: forget,
  },
  { does: 'a command is applied again after a reset', finds: 'update_reapplied', harm: reset([]) },
  {
    does: 'an entry is said to be recorded a month before',
    finds: 'dates_differ',
    harm: rewrite(
      `update ledger_entry set recorded_at = recorded_at - interval '30 days' where stream = $1 and seq = 2`,
    ),
  },
  {
    does: 'an entry is said to hold from another day',
    finds: 'dates_differ',
    harm: rewrite(`update ledger_entry set effective_on = '2020-01-01' where stream = $1 and seq = 2`),
  },
  {
    does: 'an entry is said to be judged by other rules',
    finds: 'rules_differ',
    harm: rewrite(`update ledger_entry set rules_version = 'full@1999-01-01' where stream = $1 and seq = 2`),
  },
  {
    does: 'an entry is hung onto another one',
    finds: 'chain_broken',
    harm: rewrite(`update ledger_entry set prev_hash = repeat('f', 64) where stream = $1 and seq = 3`),
  },
  {
    does: 'a command is said to be accepted that nobody sent',
    finds: 'command_unknown',
    harm: ({ owner, base }) =>
      owner.query(
        `insert into command (id, stream, route, actor, body_hash, body, state, received_at, outcome)
          values (gen_random_uuid(), $1, 'POST /x', 'p-pd-1', '', '{"command":{"type":"hold"}}', 'accepted', now(), '{}')`,
        [base],
      ),
  },
  {
    does: 'an entry is given another hash',
    finds: 'chain_broken',
    harm: rewrite(`update ledger_entry set hash = repeat('f', 64) where stream = $1 and seq = 2`),
  },
  {
    does: 'the seal of an entry is replaced',
    finds: 'entry_unsealed',
    harm: rewrite(
      `update ledger_entry set seal = repeat('0', 8) || '.' || repeat('a', 64) where stream = $1 and seq = 1`,
    ),
  },
  {
    does: 'an entry is said to have come through another door',
    finds: 'entry_differs',
    harm: rewrite(`update ledger_entry set channel = 'import' where stream = $1 and seq = 2`),
  },
  {
    does: 'an entry is said to be written by another run',
    finds: 'history_unsealed',
    harm: rewrite(`update ledger_entry set workflow_run = gen_random_uuid()::text where stream = $1 and seq = 2`),
  },
  {
    does: 'a run is begun by hand with an invented state',
    finds: 'state_forged',
    harm: startAnew('cooperationBase', (base) => ({ ...inputOf(base), carried: inventedStateOf(base) })),
  },
  { does: 'another workflow runs under the name of a base', finds: 'run_foreign', harm: startAnew('mine', () => ({})) },
  { does: 'a base is taken away with its head', finds: 'entry_missing', harm: takeAway },
  {
    does: 'a base is had go on with an invented state',
    finds: 'state_forged',
    harm: goOn((base) => ({ carried: inventedStateOf(base) })),
  },
  {
    does: 'a base is had go on at another place',
    finds: 'beginning_differs',
    harm: goOn(() => ({ place: { country: 'US', zone: 'America/Detroit' } })),
  },
]
