import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import type { BaseCommand } from '../../domain/command.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { act } from '../support/acting.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'
import { ofMatch, personOf, place, seatEverybody, untold } from './everybody-seated.js'

/** How a list that is not told yet was decided. */
const ofList = /Advance/
const Sent = z.custom<BaseCommand>((value) => typeof value === 'object' && value !== null)

interface Judged {
  readonly api: AnApi
  readonly base: ABase
}

/** An API whose workflow is a base of the core: what is sent is judged on it, and a "no" is told as the core says it. */
const judgedBy = async (title: string, base: ABase): Promise<Judged> => {
  const api = await anApi(title)
  await seatEverybody(api.parts.db, base.state().id)
  await recordAsItHappened(api.parts.db, { base })
  const { answer } = api.door
  api.door.answer = (sent) => {
    const judged = base.send(Sent.parse(sent.parcel.command), { actor: sent.actor })
    return judged.ok ? answer(sent) : { kind: 'refused', refusal: judged.refusal }
  }
  return { api, base }
}

interface Posted {
  readonly as: string
  readonly path: string
  readonly body: object
}

const post = async ({ api, base }: Judged, { as, path, body }: Posted) => {
  const headers = { ...(await api.write(as)), 'accept-language': 'en' }
  const answer = await api.app.inject({
    method: 'POST',
    url: `/bases/${base.state().id}/${path}`,
    headers,
    payload: body,
  })
  return { status: answer.statusCode, ...bodyOf(answer), text: answer.body }
}

/** Everything that may be said of a step, whoever says it. */
const saidOf = (step: string): readonly Omit<Posted, 'as'>[] => [
  { path: `steps/${step}/decisions`, body: { option: 'clear' } },
  { path: 'comments', body: { text: 'Seen.', step } },
  { path: `steps/${step}/extensions`, body: { days: 5, code: 'GOV', reason: 'more time' } },
  { path: `steps/${step}/revocations`, body: { code: 'DAT', reason: 'by mistake' } },
  { path: `steps/${step}/voids`, body: { code: 'DAT', reason: 'by mistake' } },
  { path: `steps/${step}/reassignments`, body: { to: 'v-so-now', reason: 'absent' } },
]

let examined: Judged
let listed: Judged
beforeAll(async () => {
  const matched = aNominatedBase()
  playMinutely(matched, { until: ({ open }) => open('1.6a') !== undefined })
  act(matched, { key: '1.6a', option: 'match' })
  expect(matched.openKeys()).toContain('1.6c')
  examined = await judgedBy('a match is examined', matched)
  const shortlisted = aNominatedBase()
  playMinutely(shortlisted, { until: ({ open }) => open('1.11') !== undefined })
  listed = await judgedBy('a list is not told yet', shortlisted)
}, 240_000)
afterAll(async () => {
  await examined.api.close()
  await listed.api.close()
})

test.each(untold)('%s hears from no refusal that a match is examined (1.6, 8.12)', async (role) => {
  for (const step of ['1.6c.1', '1.6a.1', '9.9.1'])
    for (const asked of saidOf(step)) {
      const { text } = await post(examined, { as: personOf(role), ...asked })
      // The published rules have its title, and whoever asks for it by its id reads both again.
      const told = text.replaceAll(`${step} (Examine the match found in the screening)`, '').replaceAll(step, '')
      expect([asked.path, ofMatch.exec(told)?.[0]]).toEqual([asked.path, undefined])
    }
})

test.each(untold)('to %s a step that may not be known of is refused as one that never was', async (role) => {
  const as = personOf(role)
  const [hidden, never] = [saidOf('1.6c.1'), saidOf('1.6c.7')]
  for (const [at, asked] of hidden.entries()) {
    const told = await post(examined, { as, ...asked })
    const other = await post(examined, { as, ...(never[at] ?? asked) })
    const same = ({ status, code, detail }: typeof told) => [
      asked.path,
      status,
      code,
      detail.replaceAll(/1\.6c\.\d/g, ''),
    ]
    expect(same(told)).toEqual(same(other))
  }
})

test('whoever is told the verdict hears of it: the twin', async () => {
  const said = await post(examined, { as: personOf('CH'), path: 'comments', body: { text: 'Seen.', step: '9.9.1' } })
  expect(said.text).toMatch(ofMatch)
})

test('before the decision letter the place hears from no refusal how the list was decided, and the programme does (1.11)', async () => {
  const asked = { path: 'steps/1.10.1/decisions', body: { option: 'advance' } }
  for (const role of place) {
    const { text } = await post(listed, { as: personOf(role), ...asked })
    expect([role, ofList.exec(text)?.[0]]).toEqual([role, undefined])
  }
  expect((await post(listed, { as: personOf('PM'), ...asked })).text).toMatch(ofList)
})
