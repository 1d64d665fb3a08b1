import { formFilledIn } from '../support/filling.js'
import { defined } from '../../domain/values/defined.js'
import { full } from '../../domain/gicc/full.js'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { listHistory } from '../../db/reads/history.js'
import { readBase } from '../../db/reads/bases.js'
import { aCommandId, aProgramme, aWorker, sendNomination, sendToBase, type AProgramme } from '../support/a-worker.js'

let programme: AProgramme
let worker: Awaited<ReturnType<typeof aWorker>>

beforeAll(async () => {
  programme = await aProgramme('one base on the real server')
  worker = await aWorker(programme)
})
afterAll(async () => {
  await worker.stop()
  await programme.close()
})

const history = async () => (await listHistory(programme.db, { stream: programme.base, limit: 200 })).items
const eventsInTemporal = async (): Promise<number> => {
  const connection = await Connection.connect({ address: programme.temporalAddress })
  const { historyLength } = await new Client({ connection, namespace: programme.namespace }).workflow
    .getHandle(`base/${programme.base}`)
    .describe()
  await connection.close()
  return historyLength
}
const aComment = (n: number) =>
  ({ type: 'comment', text: { id: aCommandId(), hash: String(n).padStart(64, '0') } }) as const

test('a nomination by somebody who is no programme manager is refused and leaves nothing behind', async () => {
  const refused = await sendNomination(programme, { actor: programme.holderOf('EX') })
  expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'not_your_role' } })
  expect(await readBase(programme.db, { id: programme.base })).toBeUndefined()
})

test('an accepted nomination opens the letter of interest and is read back at once', async () => {
  const accepted = await sendNomination(programme)
  expect(accepted).toMatchObject({ kind: 'accepted' })
  const found = await readBase(programme.db, { id: programme.base })
  expect(found).toMatchObject({ status: 'expression_of_interest', stage: 'nomination' })
  expect((await history()).map(({ type }) => type)).toEqual(['base_nominated', 'stage_entered', 'step_opened'])
})

test('ten commands sent at once are taken one after another, none lost and none doubled', async () => {
  const before = (await history()).length
  const deliveries = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      sendToBase(programme, { command: aComment(n), actor: programme.holderOf('PM', n % 9 || 9) }),
    ),
  )
  expect(deliveries.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'accepted'))
  const after = (await history()).map(({ seq }) => seq).sort((a, b) => a - b)
  expect(after).toEqual(Array.from({ length: before + 10 }, (_, index) => index + 1))
})

test('the same command sent twice counts once and is answered twice alike', async () => {
  const id = aCommandId()
  const command = aComment(11)
  const [first, second] = [
    await sendToBase(programme, { command, actor: programme.holderOf('PM'), id }),
    await sendToBase(programme, { command, actor: programme.holderOf('PM'), id }),
  ]
  expect(second).toEqual(first)
})

test('what the validator refuses leaves no event in the history of Temporal', async () => {
  const before = await eventsInTemporal()
  const refused = await sendToBase(programme, {
    command: { type: 'decide', step: '1.2a.1', option: 'approve' },
    actor: programme.holderOf('LG'),
  })
  expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'unknown_option' } })
  expect(await eventsInTemporal()).toBe(before)
})

test('the decision of the local government opens the reply of the programme', async () => {
  const accepted = await sendToBase(programme, {
    command: {
      type: 'decide',
      step: '1.2a.1',
      option: 'sent',
      ...defined({ form: formFilledIn(full.steps['1.2a']?.form, 'sent') }),
    },
    actor: programme.holderOf('LG'),
  })
  expect(accepted).toMatchObject({ kind: 'accepted' })
  const found = await readBase(programme.db, { id: programme.base })
  expect(found?.waitsFor.map(({ key }) => key)).toEqual(['1.2b'])
})
