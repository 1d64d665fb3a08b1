import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { fieldSays } from '../../api/contract/field-says.js'
import * as bodies from '../../api/contract/bodies.js'
import { ClusterCells } from '../../api/contract/cluster.js'
import { acting } from '../../api/contract/commands/acting.js'
import { paper } from '../../api/contract/commands/paper.js'
import { calls, seating } from '../../api/contract/commands/programme.js'
import { records } from '../../api/contract/commands/records.js'
import { confirmingCorrections, registering } from '../../api/contract/commands/register.js'
import { returning } from '../../api/contract/commands/returning.js'
import { rules } from '../../api/contract/commands/rules.js'
import { timing } from '../../api/contract/commands/timing.js'
import { lending, who } from '../../api/contract/commands/who.js'
import { knownFieldSentences } from '../../api/contract/field-words.js'
import { DecisionRequest } from '../../api/contract/step.js'
import { anApi, type AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('words about fields')
})
afterAll(() => api.close())

const Fields = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) })
const faultsOf = async (payload: object, language: string) => {
  const headers = { ...(await api.write('p-pd-1')), 'accept-language': language }
  const answer = await api.app.inject({ method: 'POST', url: '/programmes/gasme/mandates', headers, payload })
  return Fields.parse(answer.json()).errors
}

const wrongSeat = { mandates: [{ person: 'p 1', organisation: 7, role: 'KING', from: '2027-02-30', why: 'x' }] }

test('what is wrong with each field is said in words', async () => {
  const [person, organisation, role, from, more] = await faultsOf(wrongSeat, 'en')
  expect(person).toEqual({
    path: '/mandates/0/person',
    message: 'must be letters, digits, dots, colons, hyphens or underscores',
  })
  expect(organisation).toEqual({ path: '/mandates/0/organisation', message: 'must be a text (got 7)' })
  expect(role?.message).toContain('must be one of: PM, PD, SO')
  expect(from?.message).toBe(
    'must be a date such as 2027-03-01, or must be an instant in UTC such as 2027-03-01T08:00:00Z',
  )
  expect(more?.message).toBe('has what is not taken here: why; leave it out')
  expect(await faultsOf({}, 'en')).toEqual([{ path: '/mandates', message: 'is missing; it must be a list' }])
})

test('the same is said in Chinese to whoever asks in Chinese', async () => {
  expect((await faultsOf(wrongSeat, 'zh-CN')).map(({ message }) => message.replace(/(：PM).*/, '$1'))).toEqual([
    '只能由字母、数字、点、冒号、连字符或下划线组成',
    '应为文本（现为 7）',
    '应为下列之一：PM',
    '应为日期，例如 2027-03-01，或应为协调世界时时刻，例如 2027-03-01T08:00:00Z',
    '含有此处不接受的内容：why；请去掉',
  ])
})

test('a field that did not come is said to be missing, whatever it may be; one that came is not', async () => {
  const withRole = async (role: unknown) =>
    (await faultsOf({ mandates: [{ person: 'p-1', organisation: 'o-1', from: '2027-03-01', role }] }, 'en')).find(
      ({ path }) => path.endsWith('/role'),
    )?.message
  expect(await withRole(undefined)).toMatch(/^is missing; it must be one of: PM, /)
  expect(await withRole('KING')).toMatch(/^must be one of: PM, /)
})

const tables = { ...acting, ...paper, ...calls, ...seating, ...records, ...returning, ...rules, ...timing, ...who }
const inRegister = { ...registering, ...confirmingCorrections }
const schemas: readonly z.ZodType[] = [
  ...Object.values({ ...tables, ...inRegister, ...lending }).map(({ body }) => body),
  ...Object.values(bodies).filter((one) => one instanceof z.ZodType),
  DecisionRequest,
  ClusterCells,
]
const wrong = [undefined, null, 7.5, -1, '', 'x'.repeat(20_000), 'kein Datum', 'CHN', [], {}, true]

/** Every wrong thing put in the place of a body, and of each field that a body of nothing is told to have. */
const faultsIn = (schema: z.ZodType): readonly z.core.$ZodIssue[] => {
  const told = (value: unknown) => schema.safeParse(value).error?.issues ?? []
  const names = new Set(told({}).flatMap(({ path: [name] }) => (typeof name === 'string' ? [name] : [])))
  const bodiesOf = [...names].flatMap((name) => wrong.map((value) => ({ [name]: value, unheardOf: 1 })))
  return [...wrong, ...bodiesOf].flatMap(told)
}
const said = schemas.flatMap(faultsIn).map((issue) => fieldSays({ ...issue }))

test('whatever is sent of any command, each field that does not fit has words of its own in both languages', () => {
  expect(said.length).toBeGreaterThan(500)
  expect(said.filter(({ en, 'zh-CN': zh }) => !/^[a-z]/.test(en) || !/\p{Script=Han}/u.test(zh))).toEqual([])
  expect(said.filter(({ en }) => en === 'does not fit' || en.includes('another value'))).toEqual([])
})

test('a check that throws on what has another form than it looks for would end that test', () => {
  const region = z
    .string()
    .regex(/^[A-Z]{2}$/)
    .refine((code) => new Intl.DisplayNames(['en'], { type: 'region' }).of(code) !== undefined)
  expect(() => faultsIn(region)).toThrow(RangeError)
})

test('a fault of a kind nobody thought of is noticed by the test above', () => {
  expect(fieldSays({ code: 'from_mars', message: 'Invalid input' })).toEqual({
    en: 'does not fit',
    'zh-CN': '不符合要求',
  })
})

/** The sentences that stand beside a field in the contract. */
const sentencesIn = (source: string): readonly string[] =>
  [...source.matchAll(/'((?:must|holds|names) [^'\n]{5,})'/g)].map(([, sentence = '']) => sentence)

test('every sentence the contract says of a field of its own has its Chinese, and none is left over', () => {
  const files = readdirSync('api/contract', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('field-words.ts'))
    .map((file) => readFileSync(`api/contract/${file}`, 'utf8'))
  const found = new Set([...files, readFileSync('api/failures.ts', 'utf8')].flatMap(sentencesIn))
  expect([...found].toSorted()).toEqual(knownFieldSentences.toSorted())
})

test('a sentence without its Chinese is found', () => {
  expect(sentencesIn("z.string().regex(/x/, 'must be something new')")).toEqual(['must be something new'])
})
