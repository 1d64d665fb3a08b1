import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { z } from 'zod'
import { PersonRecordsResponse } from '../../api/contract/records.js'
import { holds } from '../../domain/form/condition.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { readFilled } from '../../domain/form/read.js'
import { light } from '../../domain/gicc/light.js'
import { aStack, runCli, type Stack } from '../support/a-stack.js'
import { readEntries } from './a-played-base.js'
import { everythingKept, placesOf, type Places } from './everything-kept.js'
import { everyRunInTemporal } from './everything-in-temporal.js'
import { markingDoor, type Marked } from './marking.js'

let stack: Stack
let folder: string
let marked: Marked
let base: string

/** A life under light, nomination to first review, in which whatever people can write freely bears a marker. */
beforeAll(async () => {
  stack = await aStack()
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-markers-'))
  const door = await markingDoor(stack.url)
  const line = ['rehearse', 'C08-luoshe', '--procedure', 'light', '--years', '1', '--json']
  const played = await runCli(line, { CORNERSTONE_DATA: stack.data, CORNERSTONE_API_URL: door.url })
  await door.close()
  if (played.code !== 0) throw new Error(played.said)
  marked = door
  base = /[a-z0-9]+-C08-luoshe-1/.exec(played.out)?.[0] ?? ''
}, 400_000)
afterAll(async () => {
  await stack.remove()
  await rm(folder, { recursive: true, force: true })
}, 90_000)

const kept = async (): Promise<Places> => ({
  ...(await everythingKept(stack, { base, folder })),
  ...(await everyRunInTemporal(stack.state.temporalAddress)),
})
const markers = (): readonly string[] => [...marked.authors.values()].flat()
/** A marker without its last sign, which a store might have written in another way. */
const stem = (marker: string): string => marker.slice(0, -1)
const foundIn = (places: Places, some: readonly string[]) => [
  ...new Set(some.flatMap((marker) => placesOf(places, stem(marker)))),
]

/** What can name somebody or be written freely, where the option that was chosen asks for it. */
const freeFields = async (): Promise<readonly string[]> => {
  const acts = (await readEntries(stack, base)).filter(({ type }) => type === 'step_acted')
  const chosen = acts.map(({ payload }) => z.looseObject({ key: z.string(), option: z.string() }).parse(payload))
  const found = chosen.flatMap(({ key, option }) => {
    const form = light.steps[key]?.form
    if (form === undefined) return []
    const read = readFilled(form, { option, answers: exampleAnswers(form, { option }) })
    return form.fields.flatMap(({ kind, code, asked }) =>
      ['text', 'person', 'organisation', 'place'].includes(kind) && holds(asked, { option, read })
        ? [`${key} ${code}`]
        : [],
    )
  })
  return [...new Set(found)]
}

test('twenty markers and more stand in every free field of the forms of a life', async () => {
  expect(markers().length).toBeGreaterThanOrEqual(20)
  const free = await freeFields()
  expect(free.filter((field) => !marked.fields.has(field))).toEqual([])
  expect(free.length).toBeGreaterThan(45)
  // Tables and checklists too.
  expect(marked.fields.size).toBeGreaterThan(100)
}, 60_000)

/** Where the evidence has what people wrote; what an instrument is to say stands in the versions of its text too. */
const amongTheWords = ['evidence text-versions.ndjson', 'evidence texts.ndjson']

const mustStandAmongTheWords = (places: readonly string[]): void => {
  expect(places).toContain('evidence texts.ndjson')
  expect(places.filter((place) => !amongTheWords.includes(place))).toEqual([])
}

test('none of them is anywhere in Temporal, the ledger or any table, and in the evidence among the words alone', async () => {
  const places = await kept()
  expect(Object.keys(places).filter((place) => place.startsWith('run ')).length).toBeGreaterThan(3)
  expect(Object.keys(places).filter((place) => place.startsWith('table ')).length).toBeGreaterThan(35)
  expect(foundIn(places, markers()).toSorted()).toEqual(amongTheWords)
  for (const marker of markers()) mustStandAmongTheWords(placesOf(places, stem(marker)))
}, 240_000)

test('what is planted in a run, a memo or a table is found there: the twin', async () => {
  const [marker = ''] = markers()
  const connection = await Connection.connect({ address: stack.state.temporalAddress })
  const client = new Client({ connection, namespace: 'cornerstone' })
  const options = { taskQueue: 'nobody', workflowId: 'planted' }
  const started = await client.workflow.start('planted', { ...options, args: [{ deep: [marker] }] })
  await started.terminate()
  await client.workflow
    .start('planted', { ...options, args: [], memo: { said: marker } })
    .then((one) => one.terminate())
  await connection.close()
  const owner = new pg.Client({ connectionString: stack.ownerUrl })
  await owner.connect()
  const changed = await owner.query(
    `update cluster set names = jsonb_build_object('en', $1::text) where id = 'C01-dali'`,
    [marker],
  )
  await owner.end()
  expect(changed.rowCount).toBeGreaterThan(0)
  const places = placesOf(await kept(), stem(marker))
  expect(places.filter((place) => place.startsWith('run ') && place.includes(' planted '))).toHaveLength(2)
  expect(places).toContain('table cluster')
}, 120_000)

test('once two of their authors are erased, theirs are nowhere, and those of the others are where they were', async () => {
  // Whoever signed for the place is kept (8.13).
  const gone = ['p-C08-luoshe-clo', 'p-ex-1']
  const [first = ''] = markers()
  const theirs = gone.flatMap((person) => marked.authors.get(person) ?? [])
  expect([theirs.length, [...marked.authors.keys()]]).toEqual([4, expect.arrayContaining(gone)])
  for (const person of gone) {
    const erasing = ['erase', person, '--programme', base.split('-', 1)[0] ?? '']
    const asked = await stack.cli(...erasing, '--as', 'p-pd-1', '--json')
    expect(asked).toMatchObject({ code: 0, said: '' })
    const { seq } = PersonRecordsResponse.parse(JSON.parse(asked.out))
    expect(await stack.cli(...erasing, '--confirm', '--seq', String(seq), '--as', 'p-ad-1')).toMatchObject({
      code: 0,
      said: '',
    })
  }
  const places = await kept()
  expect(
    foundIn(
      places,
      theirs.filter((marker) => marker !== first),
    ),
  ).toEqual([])
  const others = markers().filter((marker) => !theirs.includes(marker) && marker !== first)
  for (const marker of others) mustStandAmongTheWords(placesOf(places, stem(marker)))
}, 240_000)
