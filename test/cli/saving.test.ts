import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cornerstone } from '../../cli/program.js'
import { exceptionLabels } from '../../domain/exceptions.js'
import { listening } from './listening.js'
import { runAlone } from './run-alone.js'

const exception = {
  kind: 'extension',
  label: exceptionLabels.extension,
  stream: 'gasme-C09-yueqing-1',
  seq: 7,
  at: '2027-03-01T08:00:00.000Z',
  what: 'deadline_moved',
  step: '1.4a.1',
  person: 'p-pd-1',
  role: 'PD',
  code: 'FMJ',
  detail: '5',
}

const answers: Readonly<Record<string, string>> = {
  '/exceptions': JSON.stringify({ items: [exception], next: null }),
  '/bases/gasme-C09-yueqing-1/history.csv': 'the ledger as a table',
  '/bases/gasme-C09-yueqing-1/history.pdf': 'the ledger as a paper',
  '/bases/gasme-C09-yueqing-1/text.docx': 'the text',
  '/bases/gasme-C09-yueqing-1/text/differences.pdf': 'what reads otherwise',
  '/bases/gasme-C09-yueqing-1/evidence': 'the evidence',
}

let [data, api, asked] = ['', '', '']
/** An API that has one thing of each kind to be taken along. */
const server: Server = createServer(({ url = '' }, response) => {
  asked = url
  response.end(answers[url.split('?', 1)[0] ?? ''])
})
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-saving-'))
  api = await listening(server)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(data, { recursive: true, force: true })
})

const base = 'gasme-C09-yueqing-1'
const table = 'kind,base,entry,at,what,step,person,role,code,detail'

test.each([
  [['exceptions', '--csv'], `${table}\r\nextension,${base},7,`, 'It is the list of exceptions.'],
  [['history', base, '--csv'], 'the ledger as a table', `It is the ledger of ${base}.`],
  [['history', base, '--pdf'], 'the ledger as a paper', `It is the ledger of ${base}.`],
  [
    ['text-diff', base, '1', '2', '--pdf'],
    'what reads otherwise',
    `It is what reads otherwise in version 2 of the text of ${base}.`,
  ],
  [['text', base, '--docx'], 'the text', `It is the text of ${base}; bring it back with text-propose.`],
  [['evidence', base, '--out'], 'the evidence', 'Check it with: npm run -s cornerstone -- verify '],
])('%j saves to the file it names, and says what was saved', async (args, content, says) => {
  const file = join(data, 'taken along')
  const { code, out } = await runAlone([...args, file], { data, api })
  const saved = readFileSync(file, 'utf8')
  expect([code, saved.startsWith(content)]).toEqual([0, true])
  expect(out).toContain(`${file}: ${Buffer.byteLength(saved)} bytes. ${says}`)
  const asData = await runAlone([...args, file, '--json'], { data, api })
  expect(JSON.parse(asData.out)).toEqual({ file, bytes: Buffer.byteLength(saved) })
})

test('a place that cannot be written is a wrong use, in one line', async () => {
  const file = join(data, 'nowhere', 'exceptions.csv')
  const { code, out, said } = await runAlone(['exceptions', '--csv', file], { data, api })
  expect([code, out]).toEqual([2, ''])
  expect(said).toBe(`cornerstone: ${file} cannot be written; a file in a folder that is there; check its path\n`)
})

test('the bounds of a period reach the API as they were typed', async () => {
  const period = ['--from', '2027-01-01', '--to', '2027-03-31T08:00:00Z']
  await runAlone(['exceptions', ...period], { data, api })
  expect(asked).toBe('/exceptions?from=2027-01-01&to=2027-03-31T08%3A00%3A00Z&limit=200')
})

test('no verb has a table, a paper or a file to give without the name of a file', () => {
  const flags = cornerstone().commands.flatMap(({ options }) => options.map((one) => one.flags))
  const saving = flags.filter((flag) => /^--(csv|pdf|out)/.test(flag))
  expect(saving.toSorted()).toEqual([
    '--csv <file>',
    '--csv <file>',
    '--csv <file>',
    '--out <file>',
    '--pdf <file>',
    '--pdf <file>',
  ])
})
