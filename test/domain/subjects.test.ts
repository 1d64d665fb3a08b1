import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { checkFilled } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { pointer } from '../../domain/form/fault.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { stepsInFull } from '../../domain/gicc/steps.js'
import {
  gatherer,
  leftOut,
  namingKeys,
  people,
  rowsToScreen,
  subjectId,
  subjectsIn,
  type NamingForm,
} from '../../domain/subjects.js'

const told = { steps: stepsInFull }
let seq = 0
const filed = (key: string, answers: FormAnswers | null): NamingForm => {
  seq += 1
  return { step: `${key}.1`, key, seq, at: '2027-01-01T00:00:00.000Z', option: 'clear', person: 'p-co-1', answers }
}
const body = (name: string) => ({ name: { en: name, 'zh-CN': name }, kind: 'association', country: 'CN' })
const somebody = (name: string) => ({ name, position: { en: 'Head', 'zh-CN': '主任' }, organisation: 'Office' })
const dossier = filed('1.3', { cluster_org: body('Valve Association'), head: somebody('Li Ming') })
const row = (id: string, name: string) => ({ id, capacity: 'organisation', body: body(name) })
/** What was found of a row, by its id and the number of the hit. */
const hit = (subject: string, { no = 1, disposition }: { readonly no?: number; readonly disposition: string }) => ({
  id: `h${no}`,
  subject,
  list: 'UN',
  strength: 90,
  disposition,
})
const standing = (...forms: readonly NamingForm[]) =>
  Object.fromEntries(
    subjectsIn(forms, told).map(({ who, status }) => [
      JSON.stringify(who['name']).replace(/.*"([^"]+)".*/, '$1'),
      status,
    ]),
  )
const screens = (
  rows: readonly unknown[],
  { hits = [], key = '1.6a' }: { readonly hits?: readonly unknown[]; readonly key?: string } = {},
) => filed(key, { subjects: rows, hits })

test('whom a form names is to be screened, in the capacity that its field says, and is known by where it is from (1.6)', () => {
  expect(subjectsIn([dossier], told)).toMatchObject([
    { capacity: 'organisation', status: 'due', sources: [{ step: '1.3.1', key: '1.3' }], hits: [] },
    { capacity: 'head_of_organisation', status: 'due', who: { name: 'Li Ming' } },
  ])
  expect(subjectsIn([filed('1.3', null)], told)).toEqual([])
})

test('a form that names nobody who is screened is not read', () => {
  expect(namingKeys(told)).toEqual(
    expect.arrayContaining(['1.2a', '1.3', '1.6a', '1.6c', '1.6d', '1.6e', '4.2b', '4.6a']),
  )
  expect(namingKeys(told)).not.toEqual(expect.arrayContaining(['1.5a']))
  expect(namingKeys(told)).not.toEqual(expect.arrayContaining(['1.6b']))
})

test.each([
  ['nothing found', [], 'clear'],
  ['told apart from a name of a list', ['false_positive'], 'clear'],
  ['a true match that bars nothing', ['no_bar', 'false_positive'], 'no_bar'],
  ['a match that is left to be examined', ['to_examine', 'no_bar'], 'open_hit'],
  ['a bar beside all else', ['bar', 'to_examine'], 'barred'],
])('%s stands as %j says: %s', (_, dispositions, status) => {
  const hits = dispositions.map((disposition, index) => hit('r1', { no: index, disposition }))
  expect(standing(screens([row('r1', 'A'), row('r2', 'B')], { hits }))).toEqual({ A: status, B: 'clear' })
})

test('what was examined became what was found of it, and what nobody named by itself what the step ended with', () => {
  const hits = ['r1', 'r2'].map((of, index) => hit(of, { no: index + 1, disposition: 'to_examine' }))
  const run = screens([row('r1', 'A'), row('r2', 'B')], { hits })
  const examined = (finding: string, option: string) => ({
    ...filed('1.6c', { hits: [{ id: 'x', hit: 'h1', finding }] }),
    option,
  })
  expect(standing(run, examined('no_bar', 'clear'))).toEqual({ A: 'no_bar', B: 'no_bar' })
  expect(standing(run, examined('bar', 'barred'))).toEqual({ A: 'barred', B: 'open_hit' })
})

test('whoever is named after a screening, or was not looked for in the last one, is due', () => {
  const first = screens([row('r1', 'A'), row('r2', 'B')])
  expect(standing(first, screens([row('r1', 'B')], { key: '1.6d' }))).toEqual({ A: 'due', B: 'clear' })
  const later = filed('4.2b', { head: somebody('Wang Fang') })
  expect(standing(first, later)).toMatchObject({ A: 'clear', 'Wang Fang': 'due' })
})

test('a screening begins with a row for everybody who is known, and whoever takes one away leaves somebody out', () => {
  const subjects = subjectsIn([dossier], told)
  const rows = rowsToScreen(subjects)
  expect(rows).toMatchObject([
    { id: 'r1', capacity: 'organisation', body: { country: 'CN' } },
    { id: 'r2', capacity: 'head_of_organisation', person: { name: 'Li Ming' } },
  ])
  expect(leftOut(subjects, { subjects: rows })).toEqual([])
  expect(leftOut(subjects, { subjects: rows.slice(1) })).toHaveLength(1)
})

test('a hit is found of a row of the same form, and of no other', () => {
  const form = stepsInFull['1.6d']?.form
  if (form === undefined) throw new Error('1.6d has no form')
  const answers = exampleAnswers(form, { option: 'match' })
  const faults = (subject: string) => {
    const hits = JSON.parse(JSON.stringify(answers['hits']).replaceAll('"subject":"r1"', `"subject":"${subject}"`))
    return checkFilled(form, { option: 'match', answers: { ...answers, hits } }).map(pointer)
  }
  expect([faults('r1'), faults('r2')]).toEqual([[], []])
  expect(faults('r9')).toContain('/hits/0/subject')
})

test('a person is screened as a person and an organisation as one, wherever a form names somebody', () => {
  const named = Object.values(stepsInFull).flatMap(({ form }) =>
    (form?.fields ?? []).flatMap((field) => (field.kind === 'table' ? field.columns : [field])),
  )
  const wrong = named.flatMap((one) =>
    (one.kind === 'person' || one.kind === 'organisation') && one.screened !== undefined
      ? [people.includes(one.screened) === (one.kind === 'person') ? '' : one.code]
      : [],
  )
  expect(wrong.length).toBeGreaterThan(10)
  expect(wrong.filter((code) => code !== '')).toEqual([])
  expect(
    Object.values(stepsInFull)
      .filter(({ form }) => form && gatherer(form))
      .map(({ key }) => key),
  ).toEqual(['1.6a', '1.6d'])
})

test('whatever screenings come in whatever order, only the last says who is clear, and nobody is told twice', () => {
  const names = ['A', 'B', 'C', 'D'] as const
  const runs = fc.array(fc.subarray([...names], { minLength: 1 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(runs, (looked) => {
      const forms = looked.map((some) =>
        screens(
          some.map((name, index) => row(`r${index + 1}`, name)),
          { key: '1.6d' },
        ),
      )
      const subjects = subjectsIn(forms, told)
      const clear = subjects.filter(({ status }) => status === 'clear').map(({ who }) => who['name'])
      expect(clear.map((name) => JSON.stringify(name)).toSorted()).toEqual(
        (looked.at(-1) ?? []).map((name) => JSON.stringify({ en: name, 'zh-CN': name })).toSorted(),
      )
      expect(new Set(subjects.map(subjectId)).size).toBe(subjects.length)
    }),
  )
})
