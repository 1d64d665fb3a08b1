import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'

const minute = 60_000
let data = ''
let engine: ChildProcess | undefined

const surroundings = () => ({ ...process.env, NODE_OPTIONS: '', CORNERSTONE_DATA: data })

/** The embedded programme, as `npm start` brings it up, on a data folder of this file alone. */
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-rehearse-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'workers/start.ts', '--quiet'], {
    env: surroundings(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  engine = child
  await new Promise<void>((ready, failed) => {
    child.once('message', () => ready())
    child.once('exit', (code) => failed(new Error(`the embedded programme ended with code ${code}`)))
  })
}, 10 * minute)

afterAll(async () => {
  const child = engine
  if (child !== undefined && child.exitCode === null) {
    const ended = new Promise((tell) => child.once('exit', tell))
    child.kill('SIGTERM')
    await ended
  }
  rmSync(data, { recursive: true, force: true })
}, 2 * minute)

interface Ended {
  readonly code: number
  readonly out: string
  readonly said: string
}
const cornerstone = (...args: readonly string[]): Promise<Ended> =>
  new Promise((ended) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'cli/cornerstone.ts', ...args],
      { env: surroundings(), maxBuffer: 64 * 1024 * 1024 },
      (error, out, said) => ended({ code: typeof error?.code === 'number' ? error.code : 0, out, said }),
    )
  })

const Outcome = z.strictObject({
  base: z.string(),
  stages: z.array(
    z.strictObject({ stage: z.string(), enteredAt: z.string(), leftAt: z.string(), outcome: z.string() }),
  ),
  steps: z.int(),
  decisions: z.int(),
  letters: z.int(),
  documents: z.array(z.strictObject({ kind: z.string(), language: z.string(), sha256: z.string() })),
  ledger: z.strictObject({ entries: z.int(), head: z.string() }),
  virtualDays: z.int(),
  wallSeconds: z.number(),
})
const played = async (...args: readonly string[]): Promise<z.infer<typeof Outcome>> => {
  const { code, out, said } = await cornerstone('rehearse', ...args, '--json')
  if (code !== 0) throw new Error(said)
  return Outcome.parse(JSON.parse(out))
}
const inWords = ({ stages }: z.infer<typeof Outcome>) => stages.map(({ stage, outcome }) => `${stage}: ${outcome}`)

const toLaunch = [
  'nomination: shortlisted',
  'due_diligence: slot_reserved',
  'memorandum: mou_signed',
  'launch: active_green',
]

test(
  'Yueqing goes from nomination to its second yearly review, and the dates lie years ahead',
  async () => {
    const outcome = await played('C09-yueqing', '--years', '2')
    expect(inWords(outcome)).toEqual([...toLaunch, 'yearly_review: active_green', 'yearly_review: active_green'])
    expect(outcome.virtualDays).toBeGreaterThan(365)
    expect(outcome.letters).toBeGreaterThan(0)
    expect(new Set(outcome.documents.map(({ language }) => language))).toEqual(new Set(['en', 'zh-CN']))
    expect(new Set(outcome.documents.map(({ kind }) => kind))).toEqual(
      new Set([
        'dossier_receipt',
        'decision_letter',
        'due_diligence_report',
        'mou_text',
        'launch_record',
        'review_letter',
      ]),
    )
  },
  4 * minute,
)

test.each([
  ['declined-at-committee', ['nomination: declined']],
  ['government-refuses', ['nomination: shortlisted', 'due_diligence: slot_reserved', 'memorandum: lapsed']],
  ['yellow-then-repaired', [...toLaunch, 'yearly_review: active_yellow', 'yearly_review: active_green']],
  ['red-and-withdrawn', [...toLaunch, 'yearly_review: red']],
  ['nominee-withdraws-during-site-mission', ['nomination: shortlisted', 'due_diligence: withdrawn_by_nominee']],
])(
  'the story %s ends where it says',
  async (story, stages) => {
    expect(inWords(await played('--script', `data/stories/${story}.json`))).toEqual(stages)
  },
  4 * minute,
)

test(
  'a government that lets the draft lie is reminded, and the matter is escalated',
  async () => {
    const { base } = await played('--script', 'data/stories/government-refuses.json')
    const { out } = await cornerstone('history', base, '--json')
    const { items } = z.object({ items: z.array(z.object({ type: z.string() })) }).parse(JSON.parse(out))
    const types = items.map(({ type }) => type)
    expect(types).toContain('reminded')
    expect(types).toContain('escalated')
  },
  4 * minute,
)

const Whole = z.object({
  programme: z.string(),
  bases: z.array(z.object({ cluster: z.string(), status: z.string(), code: z.string().optional() })),
  passed: z.array(z.string()),
  check: z.object({ holds: z.boolean(), broken: z.array(z.string()) }),
})

test(
  'of 22 nominations ten pass two reviews, and each of the others ends with a status and a reason',
  async () => {
    const { code, out, said } = await cornerstone('rehearse', '--all', '--years', '2', '--json')
    if (code !== 0) throw new Error(said)
    const whole = Whole.parse(JSON.parse(out))
    expect(whole.bases).toHaveLength(22)
    expect(whole.passed).toHaveLength(10)
    expect(whole.check).toMatchObject({ holds: true, broken: [] })
    const ended = whole.bases.filter(({ cluster }) => !whole.passed.includes(cluster))
    expect(
      ended.map(({ cluster, status, code: reason }) => `${cluster.slice(0, 3)} ${status} ${reason ?? '?'}`),
    ).toEqual([
      'W01 declined INE',
      'W02 declined INE',
      'W03 declined LAT',
      'W04 removed QUO',
      'W05 not_recommended LAB',
      'W06 not_recommended DAT',
      'W07 declined INE',
      'C02 removed CAP',
      'C03 removed CAP',
      'C05 removed CAP',
      'C06 removed CAP',
      'C08 declined SCA',
    ])
    expect(await cornerstone('check-ten', whole.programme, '--json')).toMatchObject({ code: 0 })
  },
  8 * minute,
)

const Rows = z.object({ rows: z.array(z.object({ result: z.string(), undated: z.array(z.string()).optional() })) })

test(
  'the sample file is imported once, and a second time changes nothing',
  async () => {
    const first = await cornerstone('import', 'data/clusters.json', '--json')
    const second = await cornerstone('import', 'data/clusters.json', '--json')
    const results = ({ out }: Ended) => Rows.parse(JSON.parse(out)).rows.map(({ result }) => result)
    expect([first.code, second.code]).toEqual([0, 0])
    expect(results(first)).toEqual(Array.from({ length: 22 }, () => 'created'))
    expect(results(second)).toEqual(Array.from({ length: 22 }, () => 'unchanged'))
    expect(Rows.parse(JSON.parse(first.out)).rows.flatMap(({ undated }) => undated ?? [])).toContain(
      'output (State of Michigan)',
    )
  },
  2 * minute,
)
