import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { machineClock } from '../../clock/machine-clock.js'
import { ExceptionResponse } from '../../api/contract/exceptions.js'
import { StepResponse } from '../../api/contract/step.js'
import { AccessResponse } from '../../api/contract/logs.js'
import { openZip } from '../../verify/zip.js'
import { zipOf } from '../../exhibits/zip-writer.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { readAll, readEntries } from './a-played-base.js'
import { nominate } from './a-standing-base.js'

const lg = 'p-C09-yueqing-lg'
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(machineClock())
const letter = '%PDF-1.7 the sealed letter of intent, as scanned\n%%EOF\n'
let stack: Stack
let folder: string
let base: string
let scan: string

beforeAll(async () => {
  stack = await aStack()
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-paper-'))
  base = await nominate(stack, 'C09-yueqing')
  await writeFile(join(folder, 'letter.pdf'), letter)
}, 200_000)
afterAll(async () => {
  await stack.remove()
  await rm(folder, { recursive: true, force: true })
})

const inJson = <T extends z.ZodType>(text: string, schema: T): z.infer<T> => schema.parse(JSON.parse(text))
const of = (as: string) => ['--signatory', lg, '--scan', scan, '--json', '--as', as]
const enter = (as: string) =>
  stack.cli(...['enter-paper', base, '1.2a.1', 'sent', '--number', 'Yue [2027] 15', '--signed-on', today, ...of(as)])
/** Confirms as the second person, naming the entry that the step shows. */
const confirm = async (as: string) => {
  const steps = await stack.all(`/bases/${base}/steps?open=true`, { as, schema: StepResponse })
  const seq = steps.flatMap(({ papers }) => papers)[0]?.seq
  return await stack.cli('confirm-paper', base, '1.2a.1', '--seq', String(seq), ...of(as))
}

test('a sealed letter is scanned and entered by one person; the base waits, and says for what (R16)', async () => {
  const scanned = await stack.cli('scan', base, join(folder, 'letter.pdf'), '--json', '--as', 'p-cs-1')
  scan = inJson(scanned.out, z.object({ sha256: z.string() })).sha256
  expect(await enter('p-cs-1')).toMatchObject({ code: 0, out: expect.stringContaining('paper_entered') })
  expect(await enter('p-cs-2')).toMatchObject({ code: 1, said: expect.stringContaining('already waits') })
  expect((await stack.cli('why', base)).out).toContain('must be confirmed by a second person (R16)')
  expect(await confirm('p-cs-1')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Rule R16'),
  })
}, 120_000)

test('turned away by another it may be entered again, and whoever had entered it is told by letter who did so (R16)', async () => {
  const asked = [base, '1.2a.1', '--signatory', lg, '--code', 'DAT', '--reason', 'misread', '--json', '--as', 'p-cs-2']
  const refused = await stack.cli('refuse-paper', ...asked)
  expect(refused).toMatchObject({ code: 0, out: expect.stringContaining('paper_refused') })
  const { letters } = await readAll(stack, base)
  expect(letters.filter(({ kind }) => kind === 'paper_refused')).toMatchObject([{ recipient: 'p-cs-1' }])
  expect(await enter('p-cs-1')).toMatchObject({ code: 0, out: expect.stringContaining('paper_entered') })
}, 120_000)

test('confirmed by another it is the signatory’s act, with the day it bears beside the times of the entry (R16)', async () => {
  const confirmed = await confirm('p-pd-1')
  expect(confirmed).toMatchObject({ code: 0, out: expect.stringContaining('step_closed') })
  const entries = await readEntries(stack, base)
  const last = entries.filter(({ channel }) => channel === 'paper')
  expect(last.map(({ type, actor, effectiveOn }) => [type, actor, effectiveOn])).toEqual(
    expect.arrayContaining([
      ['paper_entered', 'p-cs-1', today],
      ['paper_confirmed', 'p-pd-1', null],
      ['step_acted', lg, today],
    ]),
  )
  expect(JSON.stringify(entries)).not.toContain('Yue [2027]')
}, 60_000)

test('by letter the other clerks were asked to confirm it, and the signatory is told what stands in the own name (R16)', async () => {
  const { letters } = await readAll(stack, base)
  const readers = (kind: string) => letters.flatMap((one) => (one.kind === kind ? [one.recipient] : []))
  expect(readers('paper_awaits')).toEqual(expect.arrayContaining(['p-cs-2', 'p-pd-1', 'p-pm-1']))
  expect(readers('paper_awaits')).not.toContain('p-cs-1')
  expect(readers('paper_recorded')).toEqual([lg])
}, 60_000)

test('both are exceptions an auditor lists, and may be taken along as a table', async () => {
  const asked = ['exceptions', '--kind', 'paper', '--base', base, '--as', 'p-au-1']
  const { items } = inJson((await stack.cli(...asked, '--json')).out, z.object({ items: z.array(ExceptionResponse) }))
  expect(items).toMatchObject([
    { what: 'refused', step: '1.2a.1', person: 'p-cs-2', role: 'CS', detail: lg },
    { what: 'acted', step: '1.2a.1', person: lg, role: 'LG', detail: today },
  ])
  const file = join(folder, 'exceptions.csv')
  expect(await stack.cli(...asked, '--csv', file)).toMatchObject({ code: 0 })
  expect(await readFile(file, 'utf8')).toContain(`paper,${base},`)
})

test('the evidence holds scan and exceptions, verifies, and no longer does without the scan; who took it is on record', async () => {
  const file = join(folder, 'evidence.zip')
  expect(await stack.cli('evidence', base, '--out', file, '--as', 'p-au-1')).toMatchObject({ code: 0 })
  const zip = openZip(await readFile(file))
  expect(zip.bytes(`scans/${scan}.pdf`)?.toString('utf8')).toBe(letter)
  expect(zip.bytes('exceptions.csv')?.toString('utf8')).toContain(`paper,${base},`)
  expect(await stack.cli('verify', file)).toMatchObject({ code: 0, out: expect.stringContaining('Everything fits.') })
  const names = zip.names.filter((name) => !name.startsWith('scans/'))
  const without = new Map(names.map((name) => [name, zip.bytes(name) ?? Buffer.alloc(0)]))
  await writeFile(join(folder, 'bad.zip'), zipOf(without, machineClock()))
  expect(await stack.cli('verify', join(folder, 'bad.zip'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('The scan of entry'),
  })
  const looked = await stack.cli('access-log', '--kind', 'exported', '--json', '--as', 'p-au-1')
  expect(inJson(looked.out, z.object({ items: z.array(AccessResponse) })).items).toMatchObject([
    { person: 'p-au-1', kind: 'exported', subject: 'evidence', stream: base },
  ])
}, 120_000)

test('ledger and histories agree in acts on paper, turned away and confirmed', async () => {
  expect(await stack.cli('reconcile', '--as', 'p-au-1')).toMatchObject({
    code: 0,
    out: expect.stringContaining('they agree'),
  })
}, 60_000)
