import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { FormResponse } from '../../api/contract/form.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { saveText } from '../../db/writes/texts.js'
import type { EventOf } from '../../domain/event.js'
import { exampleAnswers } from '../../domain/form/example.js'
import type { FormField } from '../../domain/form/field.js'
import type { FilledForm } from '../../domain/form/filled-form.js'
import { steps } from '../../domain/gicc/steps.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import type { SightForm } from '../../domain/sight/sight-form.js'
import { defined } from '../../domain/values/defined.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { right } from '../support/sight-matrix.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'

let api: AnApi
let base: ABase
let id: string
const personOf = (role: Role) => `f-${role.toLowerCase()}`

type Acted = EventOf<'step_acted'> & { readonly form: FilledForm }
/** What was handed in, by the id of its text. */
const handedIn = new Map<string, Acted>()

/** A base of which the committee has begun to vote on the report (2.8): nomination is decided, due diligence is not. */
beforeAll(async () => {
  const limit = '10000000'
  api = await anApi('who reads which answer', {
    REQUESTS_PER_MINUTE_PER_PERSON: limit,
    REQUESTS_PER_MINUTE_PER_ADDRESS: limit,
  })
  base = aNominatedBase()
  id = base.state().id
  playMinutely(base, { until: ({ recorded }) => recorded.some(({ event }) => isActOn(event, '2.8')) })
  await seat()
  const recorded = []
  for (const { event, ...entry } of base.recorded) recorded.push({ ...entry, event: await withText(event) })
  await recordAsItHappened(api.parts.db, { base: { ...base, recorded } })
  await findTasks()
}, 240_000)
afterAll(() => api.close())

type Recorded = ABase['recorded'][number]['event']
const isActOn = (event: Recorded, key: string): boolean => event.type === 'step_acted' && event.key === key

/** The same act, with answers that lie sealed in the database. */
const withText = async (event: Recorded): Promise<Recorded> => {
  if (event.type !== 'step_acted' || event.form === undefined) return event
  const form = steps[event.key]?.form
  const answers = form === undefined ? {} : exampleAnswers(form, { option: event.option })
  const body = JSON.stringify({ version: event.form.version, answers })
  const author = await authorOf(event.by.person)
  const content = await saveText(api.parts.db, { stream: id, author, body })
  if (content === undefined) throw new Error(`${author} can write nothing`)
  const acted = { ...event, form: { ...event.form, content } }
  handedIn.set(content.id, acted)
  return acted
}

const known = new Set<string>()
const authorOf = async (person: string): Promise<string> => {
  if (!known.has(person)) await save([person])
  return person
}

const save = async (people: readonly string[]): Promise<void> => {
  people.forEach((one) => known.add(one))
  await savePeople(api.parts.db, {
    organisations: [],
    people: people.map((one) => ({
      id: one,
      name: { en: one, local: one },
      email: `${one}@x.example`,
      language: 'en',
    })),
  })
}

const seat = async (): Promise<void> => {
  await save(roleCodes.map(personOf))
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: roleCodes.map((role) => ({
      id: `m-${personOf(role)}`,
      person: personOf(role),
      organisation: 'o-office',
      role,
      from: '2026-01-01T00:00:00.000Z',
      ...defined({ base: roles[role].perBase ? id : undefined }),
    })),
  })
}

/** By hand: one step of each class, on which one decides, several are blind to each other, rate, or vote. */
const sample = ['1.2a', '1.3', '1.5a', '1.6a', '1.8', '1.10', '2.2d', '2.3b', '2.5a', '2.7', '2.8']
const together = /^(1\.8|1\.10|2\.3[a-g]|2\.5[ab]|2\.8|2\.10)$/
/** The roles that had a step in due diligence until then, and those that have one open: what T names. */
const tasks: Record<1 | 2, Set<Role>> = { 1: new Set(), 2: new Set() }
const findTasks = async (): Promise<void> => {
  const rows = await api.parts.db.selectFrom('step').select(['role', 'also_roles', 'stage_no', 'closed_at']).execute()
  for (const { role, also_roles: also, stage_no: stage, closed_at: closed } of rows)
    for (const one of [role, ...also]) {
      if (stage === 2) tasks[2].add(one)
      if (closed === null) tasks[1].add(one)
    }
}
/** Whose work was over when 2.7 closed, and what of it they then read as after the decision. */
const team: readonly Role[] = ['DL', 'SP', 'SV']

const formAt = (role: Role, { key, readers }: { key: string; readers: string }): SightForm => {
  const stage = key.startsWith('1.') ? 1 : 2
  const isVoting = key === '2.8'
  const isOver = team.includes(role) && ['PRG', 'FRM'].includes(readers) && stage === 2
  // Experts had their lock in a stage that is decided anyway.
  const isDecided = readers === 'COM' ? !isVoting : stage === 1 || isOver
  const form = right(role, { readers, isDecided, isTask: tasks[stage].has(role) })
  return role === 'PD' && ['1.10', '2.8'].includes(key) && form === 'whole' ? 'masked' : form
}

/** Whether somebody hears of the act at all: the place of no vote, sheet or rating, and of a vote in progress three roles alone (8.4). */
const hears = (role: Role, key: string): boolean => {
  // What a screening found is told to nobody who is told no verdict, not even that there is an answer (1.6).
  if (key === '1.6a')
    return [false, true].every((isDecided) => right(role, { readers: 'CPL', isDecided, isTask: false }) !== 'none')
  return key === '2.8' ? ['CH', 'CS', 'AU'].includes(role) : roles[role].side === 'programme' || !together.test(key)
}

const nameless = ['number', 'money', 'percentage', 'date', 'period', 'choice', 'choices', 'yes_no', 'fact', 'table']

/** The fields of an act that somebody ought to read, and those of which one hears that they are withheld. */
const oughtTo = (role: Role, { key, answered }: { key: string; answered: readonly string[] }) => {
  const form = steps[key]?.form
  const fields = (form?.fields ?? []).filter(({ code }) => answered.includes(code))
  const told = fields.map((field) => {
    const readers = field.seen ?? form?.seen ?? 'PAR'
    return { code: field.code, seen: shownTo(formAt(role, { key, readers }), { field, readers }) }
  })
  const of = (seen: SightForm) => told.filter((one) => one.seen === seen).map(({ code }) => code)
  const canBeAbsent = fields.flatMap(({ code, asked, optional }) => (asked === undefined && !optional ? [] : [code]))
  const named = of('masked').filter((code) => !canBeAbsent.includes(code))
  return { reads: of('whole').toSorted(), withheld: named.toSorted() }
}

const shownTo = (form: SightForm, { field, readers }: { field: FormField; readers: string }): SightForm => {
  if (form !== 'unnamed') return form
  const isShown = nameless.includes(field.kind) || (['text', 'checklist'].includes(field.kind) && readers !== 'FRM')
  return isShown ? 'whole' : 'masked'
}

const visitOf = (key: string): string => [...handedIn.values()].find((event) => event.key === key)?.step ?? `${key}.1`
const get = async (url: string, role: Role) => api.app.inject({ url, headers: await api.as(personOf(role)) })

test('the life has an act of each class, and a vote of which others are awaited', () => {
  const keys = new Set([...handedIn.values()].map(({ key }) => key))
  expect(sample.filter((key) => !keys.has(key))).toEqual([])
  expect(base.open('2.8')).toBeDefined()
  expect(tasks[2].has('DL')).toBe(true)
})

test('on the page of a form every role reads just the answers that the matrix gives it, and hears of just those it is to hear of', async () => {
  const wrong: unknown[] = []
  let cells = 0
  for (const role of roleCodes)
    for (const key of sample) {
      const answer = await get(`/bases/${id}/steps/${visitOf(key)}/form`, role)
      const shown = FormResponse.parse(answer.json()).handedIn
      const acts = [...handedIn.values()].filter(({ step }) => step === visitOf(key))
      const ought = acts.flatMap(({ option }) => {
        const form = steps[key]?.form
        const answered = Object.keys(form === undefined ? {} : exampleAnswers(form, { option }))
        const one = oughtTo(role, { key, answered })
        cells += answered.length
        return hears(role, key) && one.reads.length + one.withheld.length > 0 ? [one] : []
      })
      const is = shown.map(({ answers, withheld }) => ({
        reads: Object.keys(answers ?? {}).toSorted(),
        withheld: withheld.toSorted(),
      }))
      if (JSON.stringify(is) !== JSON.stringify(ought)) wrong.push([role, key, is, ought])
    }
  expect(wrong).toEqual([])
  expect(cells).toBeGreaterThan(2_000)
}, 240_000)

const Entry = z.looseObject({
  payload: z.looseObject({
    key: z.string().optional(),
    form: z.looseObject({ read: z.record(z.string(), z.unknown()) }).optional(),
  }),
})

test('the history tells of what the engine read no field that the page of the form keeps from its reader', async () => {
  let told = 0
  for (const role of roleCodes) {
    const wrong: unknown[] = []
    for (let after = ''; ;) {
      const body = bodyOf(await get(`/bases/${id}/history?limit=200${after}`, role))
      for (const { payload } of z.array(Entry).parse(body.items)) {
        const { key = '', form } = payload
        const read = [...new Set(Object.keys(form?.read ?? {}).map((name) => name.split('.', 1)[0] ?? ''))]
        const { reads } = oughtTo(role, { key, answered: read })
        told += read.length
        if (reads.length < read.length || (read.length > 0 && !hears(role, key))) wrong.push([key, read, reads])
      }
      const { next } = z.looseObject({ next: z.string().nullable() }).parse(body)
      if (next === null) break
      after = `&after=${next}`
    }
    expect([role, wrong]).toEqual([role, []])
  }
  expect(told).toBeGreaterThan(500)
}, 240_000)

test('of a table about places without their firms the column of the firms is gone, and whoever may read firms has it: the twin', async () => {
  const columnsOf = async (role: Role): Promise<string[]> => {
    const { handedIn: shown } = FormResponse.parse(
      (await get(`/bases/${id}/steps/${visitOf('2.5a')}/form`, role)).json(),
    )
    return Object.keys(
      z.array(z.looseObject({})).parse(Object.values(shown[0]?.answers ?? {}).find(Array.isArray) ?? [{}])[0] ?? {},
    )
  }
  const [manager, auditor] = [await columnsOf('PM'), await columnsOf('AU')]
  const firms = (steps['2.5a']?.form?.fields ?? []).flatMap((field) =>
    field.kind === 'table' ? field.columns.flatMap(({ code, seen }) => (seen === 'FRM' ? [code] : [])) : [],
  )
  expect(firms).not.toEqual([])
  expect(manager.filter((column) => firms.includes(column))).toEqual([])
  expect(auditor).toEqual(expect.arrayContaining(manager))
})

test('a vote is drafted alone: of the draft of one member chair, secretary and auditor hear nothing (8.4)', async () => {
  const url = `/bases/${id}/steps/2.8.1/draft`
  const headers = await api.as(personOf('CM'))
  const kept = await api.app.inject({ method: 'PUT', url, headers, payload: { version: 0, answers: { why: 'mine' } } })
  expect(kept.json()).toMatchObject({ version: 1, changedBy: personOf('CM'), answers: { why: 'mine' } })
  for (const role of ['CH', 'CS', 'AU'] as const) {
    expect([role, (await get(url, role)).statusCode]).toEqual([role, 404])
    const form = FormResponse.parse((await get(`/bases/${id}/steps/2.8.1/form`, role)).json())
    expect([role, form.draft]).toEqual([role, null])
  }
})

test('each reading of what a body, compliance or a firm keeps to itself leaves a row in the access log', async () => {
  for (const key of ['1.8', '1.6a', '2.2d']) {
    await get(`/bases/${id}/steps/${visitOf(key)}/form`, 'AU')
    const rows = await api.parts.db
      .selectFrom('access_log')
      .select(['person', 'subject', 'stream'])
      .where('object', '=', visitOf(key))
      .execute()
    expect([key, rows]).toEqual([
      key,
      expect.arrayContaining([{ person: personOf('AU'), subject: 'form', stream: id }]),
    ])
  }
})

test('whoever declares an interest reads nothing of it from then on, of the past neither (SD5)', async () => {
  const person = personOf('LC')
  await api.parts.db
    .insertInto('interest')
    .values({ base: id, person, kind: 'direct', declared_seq: 1, declared_at: base.now() })
    .execute()
  expect((await get(`/bases/${id}/steps/${visitOf('1.3')}/form`, 'LC')).statusCode).toBe(403)
})
