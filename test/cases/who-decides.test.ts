import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { BaseResponse } from '../../api/contract/base.js'
import { LetterResponse } from '../../api/contract/paper.js'
import { DelegationResponse } from '../../api/contract/who.js'
import { readEntries } from '../journeys/a-played-base.js'
import { nominate } from '../journeys/a-standing-base.js'
import { givesSeat } from '../support/gives-seat.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { parsed, type Answered } from '../support/an-asker.js'
import { aDossier, aDossierToWaive } from '../support/an-example.js'

let stack: Stack
beforeAll(async () => {
  stack = await aStack()
}, 200_000)
afterAll(() => stack.remove(), 90_000)

const until = '2099-12-31T00:00:00.000Z'
const codeOf = ({ body }: Answered): string => z.looseObject({ code: z.string().default('accepted') }).parse(body).code

/** One act on the first visit of a step, by whoever it is. */
const reason = 'three firms report late'
const acts = (
  base: string,
  { key, as, ...body }: { key: string; as: string; option: string; reason?: string; facts?: object },
) => stack.ask(`/bases/${base}/steps/${key}.1/decisions`, { as, body })
const mustAct = async (base: string, act: Parameters<typeof acts>[1]): Promise<void> => {
  const answer = await acts(base, act)
  if (answer.status >= 300) throw new Error(`${act.key} ${act.option}: ${JSON.stringify(answer.body)}`)
}
const lends = async (as: string, { role, to }: { role: string; to: string }): Promise<string> => {
  const lent = await stack.ask('/programmes/gasme/delegations', { as, body: { role, to, until } })
  if (lent.status >= 300) throw new Error(JSON.stringify(lent.body))
  const found = await stack.all('/delegations', { schema: DelegationResponse, as: to })
  return found.find((one) => one.delegator === as)?.id ?? ''
}
const look = async (base: string) => parsed(await stack.ask(`/bases/${base}`, { as: 'p-au-1' }), BaseResponse)
const grants = async (person: string, role: string): Promise<Answered> => {
  const seat = { person, role, organisation: 'o-office', from: '2026-01-01T00:00:00.000Z' }
  return await givesSeat(stack, seat)
}

/** A nominated base, brought to the open second look at its eligibility or beyond. */
const broughtTo = async (cluster: string, { dossier, screens }: { dossier: object; screens: string }) => {
  const base = await nominate(stack, cluster)
  const lg = `p-${cluster}-lg`
  await mustAct(base, { key: '1.2a', as: lg, option: 'sent' })
  await mustAct(base, { key: '1.2b', as: 'p-pm-1', option: 'invite' })
  await mustAct(base, { key: '1.3', as: lg, option: 'submit', facts: { dossier } })
  await mustAct(base, { key: '1.4a', as: screens, option: 'complete' })
  return base
}

test('a delegation ended while the task is open lets nobody act under it, and the task stays open for its owner (14.19, SD7)', async () => {
  const base = await nominate(stack, 'C09-yueqing')
  await mustAct(base, { key: '1.2a', as: 'p-C09-yueqing-lg', option: 'sent' })
  const typed = await stack.cli(...['delegate', 'PM', '--to', 'p-tr-1', '--until', until, '--as', 'p-pm-2', '--json'])
  expect(typed).toMatchObject({ code: 0, said: '' })
  expect((await stack.cli('inbox', 'p-tr-1')).out).toContain('1.2b.1')
  const listed = z
    .object({ items: z.array(DelegationResponse) })
    .parse(JSON.parse((await stack.cli('delegations', '--as', 'p-tr-1', '--json')).out))
  const id = listed.items[0]?.id ?? ''
  expect((await stack.cli('end-delegation', id, '--as', 'p-pm-2')).out).toContain('Delegation ended')
  const entries = (await readEntries(stack, base)).length
  const refused = await acts(base, { key: '1.2b', as: 'p-tr-1', option: 'invite' })
  expect(refused).toMatchObject({ status: 403, body: { code: 'delegation_over' } })
  expect(JSON.stringify(refused.body)).toMatch(/Rule SD7.*nobody acts under it on step 1\.2b\.1.*Allowed: p-pm-2/s)
  expect((await readEntries(stack, base)).length).toBe(entries)
  await mustAct(base, { key: '1.2b', as: 'p-pm-2', option: 'invite' })
}, 120_000)

test('while it runs the delegate acts, and both names stand in the record (SD7)', async () => {
  const base = await nominate(stack, 'C10-hangji')
  await mustAct(base, { key: '1.2a', as: 'p-C10-hangji-lg', option: 'sent' })
  await lends('p-pm-1', { role: 'PM', to: 'p-rv-1' })
  await mustAct(base, { key: '1.2b', as: 'p-rv-1', option: 'invite' })
  const acted = (await readEntries(stack, base)).filter(({ type }) => type === 'step_acted').at(-1)
  expect(acted).toMatchObject({ actor: 'p-rv-1', onBehalfOf: 'p-pm-1', role: 'PM' })
}, 120_000)

test('of two acts that one person may not both do, sent at once, exactly one is taken; a second person does the other (SD2)', async () => {
  const base = await broughtTo('C01-dali', { dossier: aDossierToWaive, screens: 'p-so-1' })
  await mustAct(base, { key: '1.5a', as: 'p-so-1', option: 'waiver', reason })
  expect(codeOf(await grants('p-pd-1', 'CH'))).toBe('accepted')
  const tried = await Promise.all(
    ['1.5c', '1.5d', '1.5c', '1.5d', '1.5c', '1.5d'].map((key) =>
      acts(base, { key, as: 'p-pd-1', option: 'grant', reason }),
    ),
  )
  const codes = tried.map(codeOf)
  expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
  expect(codes.filter((code) => code === 'separation_of_duties')).toHaveLength(3)
  const left = (await look(base)).waitsFor.find(({ key }) => key === '1.5c' || key === '1.5d')?.key ?? ''
  const second = left === '1.5c' ? 'p-pd-2' : 'p-cm-1'
  await mustAct(base, { key: left, as: second, option: 'grant', reason })
}, 120_000)

test('nor is the second act taken when a delegate sends it at the same moment in the other’s place (SD2, SD7)', async () => {
  const base = await broughtTo('C04-xindu', { dossier: aDossierToWaive, screens: 'p-so-1' })
  await mustAct(base, { key: '1.5a', as: 'p-so-1', option: 'waiver', reason })
  expect(codeOf(await grants('p-pd-2', 'CH'))).toBe('accepted')
  await lends('p-pd-2', { role: 'PD', to: 'p-fo-2' })
  const codes = (
    await Promise.all([
      acts(base, { key: '1.5c', as: 'p-fo-2', option: 'grant', reason }),
      acts(base, { key: '1.5d', as: 'p-pd-2', option: 'grant', reason }),
    ])
  ).map(codeOf)
  expect(codes.toSorted()).toEqual(['accepted', 'separation_of_duties'])
}, 120_000)

test('a rule that resolves to nobody is a letter to the programme manager and a mark on base and page at once (4)', async () => {
  const base = await broughtTo('C07-shengzhou', { dossier: aDossier, screens: 'p-so-1' })
  for (const person of ['p-so-2', 'p-so-3']) {
    const typed = await stack.cli('interest', base, '--kind', 'direct', '--as', person)
    expect(typed).toMatchObject({ code: 0, said: '' })
  }
  expect((await look(base)).waitsFor.filter(({ vacant }) => vacant)).toEqual([])
  await mustAct(base, { key: '1.5a', as: 'p-so-1', option: 'eligible' })
  const vacant = await untilVacant(base)
  expect(vacant).toMatchObject([{ step: '1.5b.1', role: 'SO' }])
  const letters = await stack.all(`/bases/${base}/letters`, { schema: LetterResponse })
  const readers = letters.filter(({ kind }) => kind === 'vacancy_found').map(({ recipient }) => recipient)
  expect(readers).toEqual(expect.arrayContaining(['p-pm-1', 'p-pm-2']))
  const page = await stack.ask('/bases?lang=en', { as: 'p-pm-1', headers: { accept: 'text/html' } })
  expect(String(page.body)).toContain('vacant: too few people may act')
  expect((await stack.cli('base', base)).out).toContain('vacant: too few may act')
  expect(codeOf(await acts(base, { key: '1.5b', as: 'p-so-2', option: 'confirm' }))).toBe('interest_declared')
  expect(codeOf(await acts(base, { key: '1.5b', as: 'p-so-1', option: 'confirm' }))).toBe('separation_of_duties')
  expect(codeOf(await grants('p-fo-1', 'SO'))).toBe('accepted')
  await mustAct(base, { key: '1.5b', as: 'p-fo-1', option: 'confirm' })
}, 120_000)

/** The steps that are vacant, as soon as one is: the workflow says so right after the entries that opened it. */
const untilVacant = async (base: string) => {
  for (;;) {
    const vacant = (await look(base)).waitsFor.filter((step) => step.vacant)
    if (vacant.length > 0) return vacant
    await pause(50)
  }
}

test('a director gives an open step to one holder of its role, and nobody else of the role acts on it (4)', async () => {
  const base = await nominate(stack, 'C11-wendeng')
  await mustAct(base, { key: '1.2a', as: 'p-C11-wendeng-lg', option: 'sent' })
  const typed = await stack.cli(
    ...[
      'reassign',
      base,
      '1.2b.1',
      '--to',
      'p-pm-2',
      '--code',
      'LAT',
      '--reason',
      'on leave',
      '--as',
      'p-pd-1',
      '--json',
    ],
  )
  expect(typed).toMatchObject({ code: 0, said: '' })
  expect((await look(base)).waitsFor).toMatchObject([{ step: '1.2b.1', holder: 'p-pm-2' }])
  expect(codeOf(await acts(base, { key: '1.2b', as: 'p-pm-1', option: 'invite' }))).toBe('assigned_to_another')
  await mustAct(base, { key: '1.2b', as: 'p-pm-2', option: 'invite' })
}, 120_000)
