import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { isAskedOtherwise } from '../../domain/sight/sent-back.js'
import { saveText } from '../../db/writes/texts.js'
import { StepsResponse } from '../../api/contract/step.js'
import { aNominatedBase } from '../support/a-base.js'
import { decisionOn, memberOf, stepOf } from '../support/acting.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'
import { personOf, seatEverybody } from './everybody-seated.js'
import { signedInAt } from './signed-in.js'

const words = '第十一条请改为按年度预算安排。'
let api: AnApi

/** The place has answered the draft with remarks, in its own words. */
beforeAll(async () => {
  api = await anApi('asked otherwise')
  const base = playTo(aNominatedBase(), { key: '3.5' })
  const head = await recordLife(api, { base, after: 0 })
  await seatEverybody(api.parts.db, exampleBase)
  const step = stepOf(base, '3.5')
  const actor = memberOf(base, { step, number: 1 })
  const reason = await saveText(api.parts.db, { stream: exampleBase, author: personOf('LG'), body: words })
  if (reason === undefined) throw new Error('the words were not kept')
  expect(base.send({ ...decisionOn(base, { step, option: 'comments' }), reason }, { actor })).toMatchObject({
    ok: true,
  })
  await recordLife(api, { base, after: head })
}, 120_000)
afterAll(() => api.close())

const opened = async (person: string) => {
  const url = `/bases/${exampleBase}/steps?open=true`
  const answer = await api.app.inject({ url, headers: await api.as(person) })
  return StepsResponse.parse(answer.json()).items.find(({ key }) => key === '3.7a')
}

test('whoever revises the text reads on the step and on its page why the place wants it otherwise', async () => {
  expect((await opened(personOf('PM')))?.sentBack).toMatchObject({ key: '3.5', words })
  const { body } = await (await signedInAt(api.app, personOf('PM'))).ask(`/bases/${exampleBase}/steps/3.7a.1?lang=en`)
  expect(body).toContain(words)
})

test('what a programme sends on by itself is nobody asking otherwise, and the rule names the steps of the place alone', () => {
  const asked = (key: string, to: string) => isAskedOtherwise({ key, opened: to }, full)
  expect(['3.5', '3.6a', '3.6b', '3.7b'].map((key) => asked(key, '3.7a'))).toEqual([true, true, true, true])
  expect([asked('3.3a', '3.2a'), asked('3.2b', '3.2a'), asked('3.7a', '3.7b')]).toEqual([false, false, false])
})
