import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saveText } from '../../db/writes/texts.js'
import { aNominatedBase } from '../support/a-base.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { aDossierToWaive, exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'
import { signedInAt } from './signed-in.js'

const words = 'The output of 2022 was counted before two towns were joined to the cluster.'
let api: AnApi
beforeAll(async () => {
  api = await anApi('gates that are waived')
  const base = playTo(aNominatedBase(), { key: '1.5a', brings: { dossier: aDossierToWaive } })
  const reason = await saveText(api.parts.db, { stream: exampleBase, author: 'p-so-1', body: words })
  if (reason === undefined) throw new Error('the words were not kept')
  const asked = { ...decisionOn(base, { step: stepOf(base, '1.5a'), option: 'waiver' }), reason }
  expect(base.send(asked, { actor: holderOf('SO') })).toMatchObject({ ok: true })
  await recordLife(api, { base, after: 0 })
}, 120_000)
afterAll(() => api.close())

const pageOf = async (person: string, lang: string) =>
  (await (await signedInAt(api.app, person)).ask(`/bases/${exampleBase}/steps/1.5c.1?lang=${lang}`)).body

test('whoever decides on a waiver reads on the page what is asked for and why, and nobody of the place does', async () => {
  const page = await pageOf('p-pd-1', 'en')
  expect(page).toContain('1.5a Judge the eligibility of the nomination')
  expect(page).toContain(words)
  expect(page).toContain('Read otherwise than declared, or not passed')
  expect(await pageOf('p-pd-1', 'zh-CN')).toContain('1.5a 审查资格条件')
  expect(await pageOf('p-C09-yueqing-lg', 'en')).not.toContain(words)
})
