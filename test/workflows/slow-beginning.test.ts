import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import pg from 'pg'
import { baseWorkflowId } from '../../domain/ids.js'
import { aCommandId, sendNomination, sendToBase } from '../support/a-worker.js'
import { aProgrammeOn } from '../support/builds-beside.js'

/** A base that waits a second for its nomination, in place of the ten minutes of every other build. */
let on: Awaited<ReturnType<typeof aProgrammeOn>>

beforeAll(async () => {
  on = await aProgrammeOn([{ file: 'workflows/live.ts', from: "'10 minutes'", to: "'1 second'" }], 'a slow beginning')
}, 120_000)
afterAll(() => on.close())

test('a nomination that is written down after the patience of its workflow is over has a workflow that lives on', async () => {
  const { programme } = on
  const connection = await Connection.connect({ address: programme.temporalAddress })
  const handle = new Client({ connection, namespace: programme.namespace }).workflow.getHandle(
    baseWorkflowId(programme.base),
  )
  const holding = new pg.Client(programme.database.ownerUrl)
  await holding.connect()
  await holding.query('begin; lock table ledger_entry in exclusive mode')
  const sending = sendNomination(programme)
  const patienceIsOver = async (): Promise<boolean> =>
    ((await handle.fetchHistory().catch(() => undefined))?.events ?? []).some(
      (event) => event.timerFiredEventAttributes,
    )
  const giveUp = performance.now() + 40_000
  while (!(await patienceIsOver()) && performance.now() < giveUp);
  expect(await patienceIsOver()).toBe(true)
  await holding.query('commit')
  await holding.end()
  expect(await sending).toMatchObject({ kind: 'accepted' })
  const command = { type: 'comment', text: { id: aCommandId(), hash: '0'.repeat(64) } } as const
  expect(await sendToBase(programme, { command, actor: programme.holderOf('PM') })).toMatchObject({ kind: 'accepted' })
  expect((await handle.describe()).status.name).toBe('RUNNING')
  await connection.close()
}, 90_000)
