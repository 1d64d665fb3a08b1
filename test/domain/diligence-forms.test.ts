import { expect, test } from '@jest/globals'
import { bearsOption } from '../../domain/form/check.js'
import type { Form } from '../../domain/form/form.js'
import { readFilled } from '../../domain/form/read.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { full } from '../../domain/gicc/full.js'

/** Which options of a step its form bears, told by what is answered. */
const borne = (key: string, answersOf: (option: string) => Readonly<Record<string, unknown>>) => {
  const { form, order = [] } = full.steps[key] ?? {}
  if (form === undefined) throw new Error(`${key} has no form`)
  return order.filter((option) => bearsOption(form, { option, read: readOf(form, { option, answersOf }) }))
}

const readOf = (
  form: Form,
  { option, answersOf }: { option: string; answersOf: (option: string) => Readonly<Record<string, unknown>> },
): ReadValues => readFilled(form, { option, answers: answersOf(option) })

/** Rows of one table in which one column says these. */
const rows = (table: string, { column, says }: { column: string; says: readonly unknown[] }) => ({
  [table]: says.map((said, nth) => ({ id: `r${nth + 1}`, [column]: said })),
})

const option = (key: string, table: { table: string; column: string; says: readonly unknown[] }) =>
  borne(key, () => rows(table.table, table))

test.each([
  ['answered', ['given', 'absent', 'elsewhere']],
  ['answered', ['absent']],
  ['partly', ['given', 'refused']],
  ['partly', ['partly']],
  ['refuse', ['refused', 'absent']],
])('a data request is %s by items that are %j, and by nothing else (2.2)', (borneOption, says) => {
  for (const key of ['2.2b', '2.2c', '2.2d'])
    expect(option(key, { table: 'answers', column: 'status', says })).toEqual([borneOption])
})

test.each([
  ['accept', []],
  ['accept', ['accept', 'accept']],
  ['correct', ['accept', 'correct']],
  ['dispute', ['correct', 'dispute']],
])('the place says %s with replies %j, and nothing else (2.6)', (borneOption, says) => {
  expect(option('2.6', { table: 'replies', column: 'reply', says })).toEqual([borneOption])
})

test('the team is confirmed where nobody is to be replaced, and sent back where somebody is (2.1b)', () => {
  const confirmed = option('2.1b', { table: 'members', column: 'result', says: ['clear', 'restricted'] })
  const replaced = option('2.1b', { table: 'members', column: 'result', says: ['clear', 'replace'] })
  expect([confirmed, replaced]).toEqual([['confirm'], ['replace']])
})

test('an objection is one that was admitted, and founded one that holds at least in part (2.9)', () => {
  const taken = { table: 'objections', column: 'admissible' }
  expect(option('2.9b', { ...taken, says: [] })).toEqual(['no_objection'])
  expect(option('2.9b', { ...taken, says: ['late', 'nameless', 'unproven'] })).toEqual(['no_objection'])
  expect(option('2.9b', { ...taken, says: ['late', 'yes'] })).toEqual(['objection'])
  const examined = { table: 'objections', column: 'conclusion' }
  expect(option('2.9c', { ...examined, says: ['unfounded'] })).toEqual(['unfounded'])
  expect(option('2.9c', { ...examined, says: ['unfounded', 'partly'] })).toEqual(['founded'])
})

test('a survey counts by its measure, and below it where the lead says so; it may always be repeated (2.4)', () => {
  const measured = { rate: { numerator: 30, denominator: 100 }, usable: 30, sme_gap: 15, below: false }
  expect(borne('2.4b', () => measured)).toEqual(['valid', 'repeat'])
  for (const short of [{ rate: { numerator: 29, denominator: 100 } }, { usable: 29 }, { sme_gap: 15.1 }]) {
    expect(borne('2.4b', () => ({ ...measured, ...short }))).toEqual(['repeat'])
    expect(borne('2.4b', () => ({ ...measured, ...short, below: true }))).toEqual(['valid', 'repeat'])
  }
})

test('a mission is done with ten places, eight firms and five figures seen; with one less it is not (2.5)', () => {
  const seen = ({ places = 10, firms = 8, figures = 5 }) => ({
    places: Array.from({ length: places }, (_, nth) => ({ id: `p${nth}`, kind: nth < firms ? 'firm' : 'facility' })),
    traced: Array.from({ length: figures }, (_, nth) => ({ id: `f${nth}`, matches: true })),
  })
  expect(borne('2.5a', () => seen({}))).toContain('done')
  for (const less of [{ places: 9 }, { firms: 7 }, { figures: 4 }])
    expect(borne('2.5a', () => seen(less))).toEqual(['partial', 'refused_access'])
})

test('the mission report goes back over something seen otherwise, and over nothing else (2.5)', () => {
  expect(option('2.5b', { table: 'figures', column: 'second', says: ['same'] })).toEqual(['agree'])
  expect(option('2.5b', { table: 'figures', column: 'second', says: ['same', 'differs'] })).toContain('differ')
  expect(option('2.5b', { table: 'findings', column: 'second', says: ['differs'] })).toContain('differ')
})

test('whoever proposes conditions brings them (2.7, 2.8)', () => {
  const proposal = 'recommend_with_conditions'
  expect(borne('2.7', () => ({ proposal, conditional: false }))).toEqual([])
  expect(borne('2.7', () => ({ proposal, conditional: true }))).toEqual(['submit'])
  expect(borne('2.8', () => ({}))).not.toContain(proposal)
  expect(borne('2.8', () => rows('conditions', { column: 'adopt', says: [false] }))).not.toContain(proposal)
  expect(borne('2.8', () => rows('conditions', { column: 'adopt', says: [true] }))).toContain(proposal)
  expect(borne('2.8', () => rows('more', { column: 'proof', says: ['seen'] }))).toContain(proposal)
})
