import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { ImportRequest, type ImportedRow } from '../../api/contract/cluster.js'
import { malformation } from '../../domain/cluster-record-form.js'
import { sampleClusters } from '../../cli/sample-data.js'
import { listening } from './listening.js'
import { runAlone } from './run-alone.js'

let [data, api] = ['', '']
let row: ImportedRow = { cluster: 'X01-lucca', result: 'created', base: 'gasme-X01-lucca-1' }
let sent: readonly unknown[] = []
/** An API that answers every nomination with the same row, and keeps what it was sent. */
const server: Server = createServer((request, response) => {
  let text = ''
  request.on('data', (part: Buffer) => (text += part.toString()))
  request.on('end', () => {
    sent = [...sent, { to: request.url, ...z.looseObject({}).parse(JSON.parse(text)) }]
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ rows: [row] }))
  })
})
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-nominating-'))
  api = await listening(server)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(data, { recursive: true, force: true })
})
beforeEach(() => {
  sent = []
})

const nominate = (...args: readonly string[]) => runAlone(['nominate', ...args], { data, api })
/** The records of the one request that came. */
const nominated = (): readonly unknown[] => ImportRequest.parse(sent[0]).clusters

const lucca = Object.entries({
  id: 'X01-lucca',
  'name-en': 'Lucca paper',
  'name-local': 'Carta di Lucca',
  'local-language': 'it',
  country: 'Italy',
  'country-code': 'IT',
  'region-code': 'IT-52',
  province: 'Tuscany',
  'government-level': 'province',
  authority: 'Provincia di Lucca',
  category: 'arts and crafts',
}).flatMap(([name, value]) => [`--${name}`, value])

test('a cluster is nominated from fields alone, as a record that has the form of one', async () => {
  const { code, out } = await nominate(...lucca, '--isic', '170', '181')
  expect(code).toBe(0)
  expect(out).toContain('gasme-X01-lucca-1')
  expect(sent).toMatchObject([{ to: '/programmes/gasme/bases/imports' }])
  const [record] = nominated()
  expect(malformation(record)).toBeUndefined()
  expect(record).toMatchObject({ id: 'X01-lucca', industry: { isic_rev4: ['170', '181'] }, figures: [] })
})

test('which seats of the place nobody holds yet is said with how they are given, and nothing is said where none is missing', async () => {
  const whole = await nominate(...lucca, '--isic', '170')
  row = { ...row, missingSeats: ['LG', 'CLO'] }
  const { code, out } = await nominate(...lucca, '--isic', '170')
  row = { cluster: 'X01-lucca', result: 'created', base: 'gasme-X01-lucca-1' }
  expect([code, whole.out.includes('Nobody holds yet')]).toEqual([0, false])
  expect(out).toContain(
    'Nobody holds yet for gasme-X01-lucca-1: Local government (LG), Cluster organisation (CLO). Give each seat',
  )
})

test('a field that was not typed is missed by the rules of a record, not made up here', async () => {
  await nominate(...lucca.slice(0, -4))
  expect(malformation(nominated()[0])).toMatchObject({ field: 'possible_counterpart_government', got: 'absent' })
})

test('of a file of many the one that is named is nominated, as it stands there', async () => {
  const { code } = await nominate('data/clusters.json', '--id', 'C09-yueqing')
  expect(code).toBe(0)
  expect(nominated()).toEqual(sampleClusters().clusters.filter(({ id }) => id === 'C09-yueqing'))
})

test('what is typed beside a file of one record takes the place of what stands in it', async () => {
  const [one] = sampleClusters().clusters
  const file = join(data, 'one.json')
  writeFileSync(file, JSON.stringify(one))
  await nominate(file, '--authority', 'Another desk', '--isic', '620')
  expect(nominated()).toEqual([
    {
      ...one,
      possible_counterpart_government: 'Another desk',
      industry: { ...Object(one?.['industry']), isic_rev4: ['620'] },
    },
  ])
})

test('a file of many of which none is named sends nothing, and says which there are', async () => {
  const { code, said } = await nominate('data/clusters.json')
  expect([code, sent]).toEqual([2, []])
  expect(said).toContain('holds 22 records; one is nominated at a time: W01-silicon-valley')
})

test('a nomination that is refused ends with 1 and the reason, in one line', async () => {
  row = { cluster: 'X01-lucca', result: 'refused', reason: 'name_en is absent; it must be the English name.' }
  const { code, said } = await nominate(...lucca)
  expect(code).toBe(1)
  expect(said.trim()).toBe(
    'cornerstone: X01-lucca was not nominated: name_en is absent; it must be the English name. Correct it and send it again.',
  )
})
