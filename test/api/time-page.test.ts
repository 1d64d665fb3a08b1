import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { unborn } from '../../domain/state.js'
import { aBase, type ABase } from '../support/a-base.js'
import { dayOfNomination, holderOf, nomination } from '../support/an-example.js'
import { recordLife } from './a-recorded-life.js'
import { fieldsOf } from './a-page.js'
import { anApi, type AnApi } from './an-api.js'
import { send, signedInAt } from './signed-in.js'

const programme = 'rh0006'
const id = `${programme}-C09-yueqing-1`
const page = `/bases/${id}/time`
let api: AnApi
let base: ABase
let head = 0
beforeAll(async () => {
  api = await anApi('the time of a base')
  const begun = { method: 'POST', url: '/rehearsals', payload: { id: programme } } as const
  await api.app.inject({ ...begun, headers: await api.write('p-pm-1') })
  base = aBase({ from: { state: unborn(id), now: dayOfNomination } })
  expect(base.send({ ...nomination, programme }, { actor: holderOf('PM') })).toMatchObject({ ok: true })
  head = await recordLife(api, { base, after: 0 })
  api.door.clockOf = async () => base.now()
  api.door.fastForward = async (_, { byMs }) => {
    base.turnTo(new Date(Date.parse(base.now()) + byMs).toISOString())
    expect(base.send({ type: 'tick' })).toMatchObject({ ok: true })
    if (base.state().seq > head) head = await recordLife(api, { base, after: head })
    return 'arrived'
  }
}, 120_000)
afterAll(() => api.close())

test('whoever moves time reads before what is due, and afterwards what came of it', async () => {
  const manager = await signedInAt(api.app, 'p-pm-1')
  const before = await manager.ask(`${page}?lang=en`)
  expect(before.body).toContain('What is due then')
  expect(before.body).toContain('A reminder of step 1.2a.1')
  expect(before.body).not.toContain('Time was moved')
  const sent = await send(manager, { page, fields: { ...fieldsOf(before.body, page), do: 'next' } })
  const after = String(manager.location(sent))
  expect([sent.statusCode, after]).toEqual([303, `${page}?since=${String(head - 1)}`])
  for (const [lang, said] of [
    ['en', 'Time was moved, and this happened'],
    ['zh-CN', '时间已推进，其间发生'],
  ] as const)
    expect((await manager.ask(`${after}&lang=${lang}`)).body).toContain(said)
  const day = await manager.ask(`${page}?lang=en`)
  const quiet = await send(manager, { page, fields: { ...fieldsOf(day.body, page), do: 'day' } })
  expect((await manager.ask(`${String(manager.location(quiet))}&lang=en`)).body).toContain(
    'nothing happened on the way',
  )
})
