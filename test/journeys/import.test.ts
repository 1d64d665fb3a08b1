import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { BaseSummary } from '../../api/contract/base.js'
import { ImportResponse, type ImportedRow } from '../../api/contract/cluster.js'
import { aStack, type Ended, type Stack } from '../support/a-stack.js'
import { readAll, readEntries } from './a-played-base.js'
import { defined } from '../../domain/values/defined.js'

const sample = 'data/clusters.json'
const Figure = z.looseObject({ measure: z.string(), territory: z.string(), year: z.int().nullable().optional() })
const ClusterRecord = z.looseObject({ id: z.string(), name_en: z.string(), figures: z.array(Figure) })
const File = z.looseObject({ clusters: z.array(ClusterRecord) })

let stack: Stack
let file: z.infer<typeof File>
let first: Ended

beforeAll(async () => {
  file = File.parse(JSON.parse(await readFile(sample, 'utf8')))
  stack = await aStack()
  first = await stack.cli('import', sample, '--json')
}, 200_000)
afterAll(() => stack.remove(), 90_000)

const rowsOf = ({ out }: Ended): readonly ImportedRow[] => ImportResponse.parse(JSON.parse(out)).rows
const bases = () => stack.all('/bases?programme=gasme', { schema: BaseSummary })

type Change = (record: z.infer<typeof ClusterRecord>) => z.infer<typeof ClusterRecord>

/** The sample file with some records changed, handed in once more. */
const importChanged = async (
  changes: Readonly<Record<string, Change>>,
  more: readonly unknown[] = [],
): Promise<Ended> => {
  const clusters = file.clusters.map((record) => changes[record.id]?.(record) ?? record)
  const path = join(stack.data, 'changed.json')
  writeFileSync(path, JSON.stringify({ ...file, clusters: [...clusters, ...more] }))
  return await stack.cli('import', path, '--json')
}

const clusterOf = (id: string): z.infer<typeof ClusterRecord> => {
  const found = file.clusters.find((record) => record.id === id)
  if (found === undefined) throw new Error(`${id} is not in ${sample}`)
  return found
}

/** The record with the year of one figure put otherwise; undefined leaves the key out. */
const withYear = (
  record: z.infer<typeof ClusterRecord>,
  { measure, year }: { measure: string; year: null | undefined },
) => ({
  ...record,
  figures: record.figures.map(({ year: known, ...figure }) => {
    const kept = figure.measure === measure ? year : known
    return { ...figure, ...defined({ year: kept }) }
  }),
})

test('the 22 sample records become 22 nominations in the open call', () => {
  expect(first.code).toBe(0)
  const rows = rowsOf(first)
  expect(rows.map(({ cluster }) => cluster)).toEqual(file.clusters.map(({ id }) => id))
  expect(rows.map(({ result }) => result)).toEqual(Array.from({ length: 22 }, () => 'created'))
})

test('each waits at 1.3 for its dossier, with the missing parts listed in the row and on the base', async () => {
  const open = await bases()
  expect(open.map(({ waitsFor }) => waitsFor.map(({ key, role }) => `${key} ${role}`))).toEqual(
    Array.from({ length: 22 }, () => ['1.3 LG']),
  )
  const rows = rowsOf(first)
  for (const { base = '', missingParts } of [rows[0], rows[15]].flatMap((row) => row ?? [])) {
    const { view } = await readAll(stack, base)
    expect(view).toMatchObject({ status: 'expression_of_interest', missingParts })
  }
  expect(rows.find(({ cluster }) => cluster === 'W01-silicon-valley')?.missingParts).toHaveLength(14)
  expect(rows.find(({ cluster }) => cluster === 'C09-yueqing')?.missingParts).not.toContain(2)
})

test('a figure without a year is kept and named in its row', () => {
  const undated = rowsOf(first).flatMap(({ cluster, undated: named = [] }) => (named.length === 0 ? [] : [cluster]))
  expect(undated).toEqual(['W04-detroit', 'W05-prato', 'C01-dali', 'C14-yongkang'])
  expect(rowsOf(first).find(({ cluster }) => cluster === 'W05-prato')?.undated).toEqual(['export (Prato district)'])
})

test('the same file again says unchanged 22 times, exit 0, and writes nothing', async () => {
  const before = (await bases()).map(({ id }) => id)
  const again = await stack.cli('import', sample, '--json')
  expect(again.code).toBe(0)
  expect(rowsOf(again).map(({ result }) => result)).toEqual(Array.from({ length: 22 }, () => 'unchanged'))
  expect((await bases()).map(({ id }) => id)).toEqual(before)
  const { entries } = await readAll(stack, 'gasme-C09-yueqing-1')
  expect(entries.filter(({ type }) => type === 'base_nominated')).toHaveLength(1)
})

test('a changed record is refused as differing, an absent year by its measure; every other row goes its way', async () => {
  const before = await readEntries(stack, 'gasme-C09-yueqing-1')
  const newcomer = { ...withYear(clusterOf('C09-yueqing'), { measure: 'enterprises', year: null }), id: 'X01-newcomer' }
  const dateless = { ...withYear(clusterOf('C09-yueqing'), { measure: 'output', year: undefined }), id: 'X02-dateless' }
  const changed = await importChanged(
    {
      'C09-yueqing': (record) => ({ ...record, name_en: 'Another Yueqing' }),
      'C14-yongkang': (record) => withYear(record, { measure: 'enterprises', year: undefined }),
    },
    [dateless, newcomer],
  )
  const rows = new Map(rowsOf(changed).map((row) => [row.cluster, row]))
  expect(rows.get('C09-yueqing')).toMatchObject({ result: 'differs', base: 'gasme-C09-yueqing-1' })
  for (const cluster of ['C14-yongkang', 'X02-dateless']) expect(rows.get(cluster)).toMatchObject({ result: 'refused' })
  expect(rows.get('C14-yongkang')?.reason).toMatch(/enterprises.* is absent; it must be /)
  expect(rows.get('X02-dateless')?.reason).toMatch(/output.* is absent; it must be /)
  expect(rows.get('X01-newcomer')).toMatchObject({ result: 'created', undated: ['enterprises (Yueqing)'] })
  expect([...rows.values()].filter(({ result }) => result === 'unchanged')).toHaveLength(20)
  expect(changed.code).toBe(1)
  expect(changed.said).toMatch(
    /^cornerstone: 3 of 24 rows were refused; each row says why; correct these and import .*\n$/,
  )
  expect(await readEntries(stack, 'gasme-C09-yueqing-1')).toEqual(before)
  expect((await bases()).filter(({ cluster }) => cluster.startsWith('X')).map(({ id }) => id)).toEqual([
    'gasme-X01-newcomer-1',
  ])
})
