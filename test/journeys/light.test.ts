import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FollowUpResponse } from '../../api/contract/follow-up.js'
import { SessionResponse } from '../../api/contract/session.js'
import { SinceTheReportResponse } from '../../api/contract/since-the-report.js'
import { SubjectsResponse } from '../../api/contract/subjects.js'
import { exits } from '../../cli/failure.js'
import { samplePeople, smallStaff } from '../../cli/sample-data.js'
import { light } from '../../domain/gicc/light.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'
import { keysOf, ofType, play, readAll, type Played } from './a-played-base.js'

let stack: Stack
let played: Played

beforeAll(async () => {
  stack = await aStack()
  played = await play(stack, 'C08-luoshe', '--procedure', 'light', '--years', '1')
}, 300_000)
afterAll(() => stack.remove(), 90_000)

test('twelve people carry a base under light from nomination to its first review, and no thirteenth acts (R18)', async () => {
  expect(played.stages.map(({ stage, outcome }) => `${stage}: ${outcome}`)).toEqual([
    'nomination: shortlisted',
    'due_diligence: slot_reserved',
    'memorandum: mou_signed',
    'launch: active_green',
    'yearly_review: active_green',
  ])
  const { entries } = await readAll(stack, played.base)
  const acted = new Set(entries.flatMap(({ actor }) => actor ?? []))
  const beside = Object.keys(smallStaff().beside)
  const twelve = samplePeople('light').people.filter(
    ({ id, base }) => !beside.includes(id) && (base === undefined || base === 'C08-luoshe'),
  )
  expect([...acted].sort()).toEqual(twelve.map(({ id }) => id).sort())
  expect(played.people).toBe(12)
})

test('what was noted during the year its report has settled, and nothing was noted since (5.14)', async () => {
  const ask = (what: string) => stack.ask(`/bases/${played.base}/${what}`, { as: 'p-C08-luoshe-clo' })
  const { items } = parsed(await ask('follow-up'), FollowUpResponse)
  const noted = items.filter(({ step }) => step.startsWith('5.14a'))
  expect(new Set(noted.map(({ kind, status }) => `${kind}: ${status}`))).toEqual(
    new Set(['activity: done', 'receipt: done']),
  )
  const since = parsed(await ask('since-the-report'), SinceTheReportResponse)
  expect(since.areas.map(({ activities }) => activities)).toEqual([0, 0, 0, 0, 0, 0])
  expect(since.money.found).toEqual({ usd: 0, unrated: [] })
})

test('its steps are those of light, and its rules are pinned by name and version', async () => {
  const { entries } = await readAll(stack, played.base)
  expect([...keysOf(entries)].filter((key) => light.steps[key] === undefined)).toEqual([])
  expect(new Set(entries.map(({ rulesVersion }) => rulesVersion))).toEqual(new Set([`light@${light.version}`]))
})

test('it is screened again every three months; whom and what compliance alone reads, and of the place nobody a verdict (1.6)', async () => {
  const { entries } = await readAll(stack, played.base)
  expect(ofType(entries, 'subjects_screened').length).toBeGreaterThan(3)
  expect(keysOf(entries)).toContain('1.6d')
  const told = async (as: string) => {
    const { code, out } = await stack.cli('subjects', played.base, '--as', as, '--json')
    return code === 0 ? SubjectsResponse.parse(JSON.parse(out)) : code
  }
  const whole = await told('p-co-1')
  expect(whole).toMatchObject({ verdict: 'clear', runs: expect.any(Array) })
  const items = typeof whole === 'number' ? [] : (whole.items ?? [])
  expect(items.map(({ capacity }) => capacity)).toEqual(expect.arrayContaining(['head_of_government', 'funder']))
  expect(items.filter(({ status }) => status === 'due')).toEqual([])
  expect(await told('p-pm-1')).toMatchObject({ verdict: 'clear', due: 0, items: null, runs: null })
  expect(await told('p-C08-luoshe-lg')).toBe(exits.refused)
})

test('the session that ranked it tells the secretary agenda, presence and result (8.4)', async () => {
  const { entries } = await readAll(stack, played.base)
  const session = String(ofType(entries, 'ranked')[0]?.payload['session'])
  const [programme = ''] = played.base.split('-', 1)
  const { out } = await stack.cli('session', session, '--programme', programme, '--as', 'p-cs-1', '--json')
  const { status, items } = SessionResponse.parse(JSON.parse(out))
  const [own] = items.filter(({ base }) => base === played.base)
  expect([status, own?.status, own?.result?.option]).toEqual(['over', 'decided', 'advance'])
  expect(own?.present).toHaveLength(own?.cast ?? 0)
  expect(own?.result?.votes?.['advance']).toBeGreaterThanOrEqual(2)
})

test('what is shown of the rules is what a check takes, and a diff says which running base another version would change', async () => {
  const shown = await stack.cli('procedure', 'show', `light@${light.version}`)
  const file = join(tmpdir(), `${played.base}-rules.json`)
  const other = {
    ...light,
    version: '2027-03-01',
    steps: { ...light.steps, '5.1': { ...light.steps['5.1'], role: 'PM' } },
  }
  writeFileSync(file, JSON.stringify(other))
  expect(JSON.parse(shown.out)).toEqual(JSON.parse(JSON.stringify(light)))
  expect((await stack.cli('procedure', 'check', file, '--json')).code).toBe(0)
  const diff = ['procedure', 'diff', 'light', file, '--bases', '--json']
  const [programme = ''] = played.base.split('-', 1)
  const { code, out } = await stack.cli(...diff, '--programme', programme)
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    differences: [
      { at: 'version', from: light.version, to: '2027-03-01' },
      { at: 'steps.5.1.role', from: 'CS', to: 'PM' },
    ],
    bases: [{ base: played.base, stage: 'yearly_review', changes: [{ change: 'open_step_differs', key: '5.1' }] }],
  })
  expect(JSON.parse((await stack.cli(...diff)).out)).toMatchObject({ bases: [] })
  writeFileSync(file, JSON.stringify({ ...other, colour: 'blue' }))
  const refused = await stack.cli('procedure', 'check', file, '--language', 'zh-CN')
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('“colour”')])
})
