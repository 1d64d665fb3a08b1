import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { steps } from '../../domain/gicc/steps.js'
import { roleCodes, type Role } from '../../domain/role.js'
import { asDrawn, readPdf } from '../documents/pdf-text.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { someWords } from '../support/filling.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { ofMatch, personOf, place, seatEverybody, tellsNoVerdict, untold } from './everybody-seated.js'

let api: AnApi
let base: ABase
let id: string

/** A base up to the board's decision: sheets, ratings, a report, two bodies' votes, papers and letters. */
beforeAll(async () => {
  const limit = '10000000'
  api = await anApi('who sees which thing', {
    REQUESTS_PER_MINUTE_PER_PERSON: limit,
    REQUESTS_PER_MINUTE_PER_ADDRESS: limit,
  })
  base = aNominatedBase({ screensAgain: true })
  id = base.state().id
  playMinutely(base, { until: ({ open }) => open('3.1a') !== undefined })
  base.send({ type: 'raise', matter: 'rescreening', code: 'INT', reason: someWords }, { actor: holderOf('CO', 30) })
  act(base, { key: '1.6d', option: 'match', number: 31 })
  await seatEverybody(api.parts.db, id)
  await recordAsItHappened(api.parts.db, { base })
}, 240_000)
afterAll(() => api.close())

/** By hand: where people decide together, blind to each other, or rate for the report. */
const nameless = /^(1\.8|1\.8b|1\.10|2\.3[a-g]|2\.5[ab]|2\.8|2\.10)$/

const acted = () =>
  base.recorded.flatMap(({ seq, event }) =>
    event.type === 'step_acted' && nameless.test(event.key) ? [{ seq, person: event.by.person, event }] : [],
  )
const report = () =>
  base.recorded.flatMap(({ event }) =>
    event.type === 'document_made' ? event.files.filter(({ kind }) => kind === 'due_diligence_report') : [],
  )

const get = async (url: string, person: string) => await api.app.inject({ url, headers: await api.as(person) })

/** Every route that is read about a base, with what it needs. */
const routes = [
  '',
  '/steps?limit=200',
  '/history?limit=200',
  '/history.csv',
  '/history.pdf',
  '/as-of?on=2029-12-31',
  '/diff?from=2026-01-01&to=2029-12-31',
  '/times',
  '/why',
  '/figures',
  '/documents?limit=200',
  '/letters?limit=200',
] as const

/** All that a route shows somebody, page after page. */
const shownOn = async (route: string, person: string): Promise<string> => {
  const texts: string[] = []
  for (let after = ''; ;) {
    const answer = await get(`/bases/${id}${route}${after}`, person)
    expect([route, person, answer.statusCode]).toEqual([route, person, 200])
    if (route.endsWith('.pdf')) return asDrawn(readPdf(answer.rawPayload).pages.join(''))
    texts.push(answer.body)
    const next = route.endsWith('.csv') ? null : z.looseObject({ next: z.string().nullish() }).parse(answer.json()).next
    if (next === null || next === undefined) return texts.join('\n')
    after = `&after=${encodeURIComponent(next)}`
  }
}

/** What no place may read anywhere: who voted, scored or rated, and the fingerprint of the report. */
const secrets = () => [...new Set([...acted().map(({ person }) => person), ...report().map(({ sha256 }) => sha256)])]
const secretsIn = (text: string) => secrets().filter((secret) => new RegExp(`${secret}(?![0-9])`).test(text))

test('the life has what is to be hidden', () => {
  const keys = new Set(acted().map(({ event }) => event.key))
  for (const key of ['1.8', '1.10', '2.3a', '2.8', '2.10']) expect(keys).toContain(key)
  expect(report().length).toBeGreaterThan(0)
  expect(secrets().length).toBeGreaterThan(10)
})

test.each(place)(
  '%s reads on no route who voted, scored or rated, and no word of the report',
  async (role) => {
    for (const route of routes) {
      const found = secretsIn(await shownOn(route, personOf(role)))
      expect([route, found]).toEqual([route, []])
    }
  },
  120_000,
)

test('the programme’s people read them on the same routes: the twin', async () => {
  const found = async (route: string) => secretsIn(await shownOn(route, personOf('PM'))).length > 0
  const telling = [
    '/steps?limit=200',
    '/history?limit=200',
    '/history.csv',
    '/diff?from=2026-01-01&to=2029-12-31',
    '/documents?limit=200',
  ]
  for (const route of telling) expect([route, await found(route)]).toEqual([route, true])
}, 120_000)

const Entry = z.looseObject({
  seq: z.number(),
  type: z.string(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  commandId: z.string().nullable(),
  payload: z.looseObject({ key: z.string().optional(), option: z.string().optional(), score: z.number().optional() }),
  hash: z.string(),
  prevHash: z.string().nullable(),
  withheld: z.boolean(),
})
const historyOf = async (person: string) => {
  const items: z.infer<typeof Entry>[] = []
  for (let after = ''; ;) {
    const body = z
      .object({ items: z.array(Entry), next: z.string().nullable() })
      .parse((await get(`/bases/${id}/history?limit=200${after}`, person)).json())
    items.push(...body.items)
    if (body.next === null) return items
    after = `&after=${body.next}`
  }
}

const isKeptClose = (key: string): boolean => {
  const form = steps[key]?.form
  const fields = (form?.fields ?? []).flatMap((one) => [one, ...(one.kind === 'table' ? one.columns : [])])
  return [form, ...fields].some((one) => ['COM', 'CPL', 'FRM'].includes(one?.seen ?? ''))
}

test('the place follows the whole chain, and every entry that is not for it says that it is withheld', async () => {
  const [theirs, ours] = [await historyOf(personOf('LG')), await historyOf(personOf('PM'))]
  const chain = (entries: typeof ours) => entries.map(({ seq, hash, prevHash }) => ({ seq, hash, prevHash }))
  expect(chain(theirs)).toEqual(chain(ours))
  const unsaid = theirs.filter(({ type }) => type === 'withheld').map(({ seq }) => ours[seq - 1]?.payload.key)
  expect([...new Set(unsaid)].toSorted()).toEqual(['1.6b', '1.6e'])
  expect(theirs.map(({ seq }) => seq)).toEqual(theirs.map((_, at) => at + 1))
  for (const { seq } of acted()) {
    const { payload, ...entry } = theirs[seq - 1] ?? Entry.parse({})
    expect(entry).toMatchObject({ actor: null, role: null, commandId: null, withheld: true })
    expect(Object.keys(payload).toSorted()).toEqual(['key', 'step', 'type', 'withheld'])
  }
  // Who manages a project reads all of it but what a body, compliance or a firm filled in for itself.
  expect(ours.filter(({ withheld, payload: { key = '' } }) => withheld && !isKeptClose(key))).toEqual([])
  expect(theirs.filter(({ withheld }) => !withheld).length).toBeGreaterThan(20)
})

test.each(untold)(
  '%s reads on no route that a match is examined (1.6, 8.12)',
  async (role) => {
    for (const route of routes) {
      // Which options a step has at all the published procedure says to everybody.
      const shown = (await shownOn(route, personOf(role))).replaceAll(/\{"option":"match","label":\{[^}]*\}/g, '')
      expect([route, ofMatch.exec(shown)?.[0]]).toEqual([route, undefined])
    }
    expect(ofMatch.test((await get('/bases', personOf(role))).body)).toBe(false)
    expect((await get(`/bases/${id}/steps/1.6e.1/form`, personOf(role))).statusCode).toBe(404)
    const query = `/bases/${id}/history?limit=200&step=1.6e`
    expect(bodyOf(await get(query, personOf(role))).items).toEqual([])
  },
  120_000,
)

test('whoever is told a verdict reads it on the same routes: the twin', async () => {
  for (const role of ['PM', 'CO', 'AU'] as const) {
    for (const route of ['/steps?limit=200', '/history?limit=200', '/history.csv', '/why', '/as-of?on=2029-12-31'])
      expect([role, route, ofMatch.test(await shownOn(route, personOf(role)))]).toEqual([role, route, true])
  }
}, 120_000)

test('of a body the place sees one decision, of sheets and ratings neither points nor letters', async () => {
  const closed = (await historyOf(personOf('CLO'))).filter(({ type }) => type === 'step_closed')
  const optionOf = (key: string) => closed.find(({ payload }) => payload.key === key)?.payload.option
  expect([optionOf('1.10'), optionOf('2.8'), optionOf('2.10')]).toEqual([undefined, 'recommend', 'approve'])
  expect([optionOf('2.3a'), optionOf('2.5b')]).toEqual([undefined, undefined])
  expect(closed.filter(({ payload }) => payload.score !== undefined)).toEqual([])
  const Step = z.looseObject({
    key: z.string(),
    outcome: z.string().nullable(),
    acts: z.array(z.unknown()),
    withheld: z.boolean(),
  })
  const steps = z.array(Step).parse(bodyOf(await get(`/bases/${id}/steps?limit=200`, personOf('LG'))).items)
  const stepOf = (key: string) => steps.find((step) => step.key === key)
  expect(stepOf('2.8')).toMatchObject({ outcome: 'recommend', acts: [], withheld: true })
  expect(stepOf('2.3a')).toMatchObject({ outcome: null, acts: [], withheld: true })
  expect(stepOf('1.3')).toMatchObject({ outcome: 'submit', withheld: false })
  expect(stepOf('1.3')?.acts).toHaveLength(1)
})

test('nobody of the place finds by a filter who voted', async () => {
  const voter = acted().find(({ event }) => event.key === '2.8')
  const count = async (query: string, person: string) =>
    bodyOf(await get(`/bases/${id}/history?limit=200&${query}`, person)).items.length
  for (const query of [`person=${voter?.person ?? ''}`, `role=${voter?.event.by.role ?? ''}`]) {
    expect([query, await count(query, personOf('LG'))]).toEqual([query, 0])
    expect(await count(query, personOf('PM'))).toBeGreaterThan(0)
  }
})

test('the report is to the place as if there were none, by list and by address, and to strangers alike', async () => {
  const [file] = report()
  const plain = ({ requestId: _, instance: __, ...body }: Record<string, unknown>) => body
  const Problem = z.record(z.string(), z.unknown())
  const told = async (sha256: string, person: string) => {
    const answer = await get(`/documents/${sha256}`, person)
    return [answer.statusCode, JSON.stringify(plain(Problem.parse(answer.json()))).replaceAll(sha256, 'it')]
  }
  const sha256 = file?.sha256 ?? ''
  for (const person of [...place.map((role) => personOf(role)), personOf('AU', 'ended'), 'p-C01-dali-lg', 'p-nobody'])
    expect([person, await told(sha256, person)]).toEqual([person, await told('0'.repeat(64), person)])
  expect((await told(sha256, 'p-C01-dali-lg'))[0]).toBe(404)
  // The file was never stored here: to whom it is shown the answer is another one.
  expect((await told(sha256, personOf('PM')))[0]).toBe(410)
  const listed = bodyOf(await get(`/bases/${id}/documents?limit=200`, personOf('LG'))).items
  expect(listed.length).toBeGreaterThan(0)
  expect(listed.filter(({ kind }) => kind === 'due_diligence_report')).toEqual([])
})

/** Who of a place may be read of in the list of letters: `v-lg-now`, `p-lg-1`, and `p-C09-yueqing-lg` of the sample. */
const ofPlace = new RegExp(`^[vp]-(?:C09-yueqing-)?(?:${place.join('|').toLowerCase()})(?:-|$)`)

test('letters × roles: each role of the programme reads all in the list, each of the place those to its own side', async () => {
  const rows = await api.parts.db
    .selectFrom('letter')
    .select(['id', 'recipient', 'step'])
    .where('base', '=', id)
    .execute()
  const wrong: string[] = []
  for (const role of roleCodes) {
    const shown = await shownOn('/letters?limit=200', personOf(role))
    const isUnseen = (step: string | null) => tellsNoVerdict.includes(role) && /^1\.6[bce]\./.test(step ?? '')
    const reads = ({ recipient, step }: { recipient: string; step: string | null }) =>
      (!place.includes(role) || ofPlace.test(recipient)) && !isUnseen(step)
    for (const row of rows)
      if (shown.includes(row.id) !== reads(row))
        wrong.push(`${role}: the letter to ${row.recipient} ${shown.includes(row.id) ? 'is' : 'is not'} shown`)
  }
  expect(new Set(rows.map(({ recipient }) => ofPlace.test(recipient)))).toEqual(new Set([true, false]))
  expect(wrong).toEqual([])
}, 120_000)

/** Written by hand: what a role of the programme, of the place, and one whose seat ended is answered. */
const answers: readonly (readonly [route: string, programme: number, place: number, ended: number])[] = [
  ...routes.map((route) => [`/bases/:id${route}`, 200, 200, 404] as const),
  ['/bases/:id/scans/:sha256', 404, 403, 404],
  ['/documents/:report', 410, 404, 404],
  ['/programmes/gasme/slots', 200, 403, 403],
  ['/programmes/gasme/waiting-list', 200, 403, 403],
  ['/clusters?programme=gasme', 200, 403, 403],
]
const readersOf: Readonly<Record<string, readonly Role[]>> = {
  '/access-log': ['AU', 'PD', 'AD'],
  '/refused-attempts': ['AU', 'PD', 'AD'],
  '/exceptions': ['AU', 'PD', 'AD'],
  '/programmes/gasme/reconciliations': ['AU', 'PM', 'PD', 'AD'],
}

test('every route answers every role as the table says, and an ended seat as none', async () => {
  const urlOf = (route: string) =>
    route
      .replace(':id', id)
      .replace(':report', report()[0]?.sha256 ?? '')
      .replace(':sha256', 'a'.repeat(64))
  const wrong: string[] = []
  const look = async (route: string, { person, right }: { person: string; right: number }) => {
    const { statusCode } = await get(urlOf(route), person)
    if (statusCode !== right) wrong.push(`${route} ${person}: ${statusCode}, not ${right}`)
  }
  for (const [route, programme, ofPlace, ended] of answers)
    for (const role of roleCodes) {
      await look(route, { person: personOf(role), right: place.includes(role) ? ofPlace : programme })
      await look(route, { person: personOf(role, 'ended'), right: ended })
    }
  for (const [route, readers] of Object.entries(readersOf))
    for (const role of roleCodes) {
      await look(route, { person: personOf(role), right: readers.includes(role) ? 200 : 403 })
      await look(route, { person: personOf(role, 'ended'), right: 403 })
    }
  for (const role of roleCodes) {
    // Whose file it is: the only role to which the matrix shows all that is brought.
    if (role === 'AU') continue
    await look('/bases/:id/evidence', { person: personOf(role), right: 403 })
    await look('/programmes/gasme/evidence', { person: personOf(role), right: 403 })
  }
  expect(wrong).toEqual([])
}, 300_000)
