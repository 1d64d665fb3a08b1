import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { clusterFacts } from '../../domain/cluster-record.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import { unfounded } from '../../domain/programme/state.js'
import { aProgramme } from './a-programme.js'
import { refusalText } from '../../domain/refusal.js'
import { emptyRegister, registerOf, type RegisterEntry } from '../../domain/register.js'
import type { Actor } from '../../domain/values/actor.js'
import { holderOf } from '../support/an-example.js'

const [first, second, director] = [holderOf('AD', 1), holderOf('AD', 2), holderOf('PD')]

/** What becomes of what is sent is told by the types of the events alone. */
const aRegister = () => {
  const { send, state } = aProgramme('gasme')
  return {
    send: (command: ProgrammeCommand, actor: Actor) => {
      const became = send(command, actor)
      return typeof became === 'string' ? became : became.map(({ type }) => type)
    },
    state,
  }
}

const institute: RegisterEntry = {
  kind: 'organisation',
  id: 'o-institute',
  name: { en: 'Institute', local: 'Viện' },
  country: 'VN',
}
const add: ProgrammeCommand = { type: 'add_to_register', entry: institute }
const correct: ProgrammeCommand = { ...add, entry: { ...institute, country: 'SG' }, corrects: true }
const confirm: ProgrammeCommand = { type: 'confirm_correction', kind: 'organisation', id: 'o-institute', seq: 2 }

test('an administrator adds an organisation once, and nobody else does', () => {
  const programme = aRegister()
  expect(programme.send(add, director)).toBe('not_your_role')
  expect(programme.send(add, holderOf('AU'))).toBe('not_your_role')
  expect(programme.send(add, first)).toEqual(['register_added'])
  expect(programme.send(add, second)).toBe('registered_already')
})

test('who nominates says what a cluster is called in Chinese, once; what stands of it is corrected as ever', () => {
  const programme = aRegister()
  const entry: RegisterEntry = { kind: 'names', id: 'N01-foshan', place: '广东省佛山市', government: '佛山市人民政府' }
  const manager = holderOf('PM')
  expect(programme.send({ type: 'add_to_register', entry }, manager)).toEqual(['register_added'])
  expect(programme.send({ type: 'add_to_register', entry }, manager)).toBe('registered_already')
  expect(programme.send({ type: 'add_to_register', entry, corrects: true }, manager)).toBe('not_your_role')
  expect(programme.send(add, manager)).toBe('not_your_role')
})

test('what stands is corrected by two persons (SD10), the second of them a director or another administrator', () => {
  const programme = aRegister()
  programme.send(add, first)
  expect(programme.send(confirm, second)).toBe('no_correction')
  expect(programme.send(correct, first)).toEqual(['correction_asked'])
  expect(programme.send(confirm, first)).toBe('second_person_needed')
  expect(programme.send(confirm, holderOf('PM'))).toBe('not_your_role')
  expect(programme.send(confirm, director)).toEqual(['register_corrected'])
  expect(programme.send(confirm, second)).toBe('no_correction')
})

test('a programme of before there was a register reads and goes on as it was', () => {
  expect(unfounded('gasme')).not.toHaveProperty('register')
  expect(aRegister().send({ type: 'propose_call', call: 'call-1' }, holderOf('PM'))).toEqual(['call_proposed'])
})

test('a missing country says in both languages what is missing and who adds it', () => {
  const no = {
    code: 'organisation_country_missing',
    detail: { rule: 'SD5', organisation: 'o-institute', step: '1.8.1', needs: 'EX' },
  } as const
  expect(refusalText(no, 'en')).toEqual({
    says: "Rule SD5: nobody acts on 1.8.1 for an organisation of the place's own country, and the programme does not know the country of o-institute.",
    next: 'An administrator adds the organisation o-institute with its country; then the act is sent again. Until then another person with a seat as EX may act.',
  })
  expect(refusalText(no, 'zh-CN').next).toContain('请由系统管理员登记机构 o-institute')
})

const [sample] = z
  .object({ clusters: z.array(z.looseObject({})) })
  .parse(JSON.parse(readFileSync('data/clusters.json', 'utf8'))).clusters
const hanoi = {
  ...sample,
  id: 'F02-hanoi',
  country: 'Viet Nam',
  iso_3166_1_alpha2: 'VN',
  iso_3166_2: 'VN-HN',
  name_local_lang: 'vi',
  industry: { programme_category: 'ceramics', isic_rev4: ['2393'] },
}
const register = registerOf([
  { kind: 'place', id: 'VN', country: 'VN', zone: 'Asia/Ho_Chi_Minh', languages: ['vi', 'zh-CN'] },
  { kind: 'category', id: 'ceramics', name: { en: 'Ceramics', 'zh-CN': '陶瓷' } },
  { kind: 'names', id: 'F02-hanoi', place: '越南河内市', government: '河内市人民委员会' },
  institute,
])
const read = (record: unknown, known = register) =>
  clusterFacts(record, { nesting: [], recordHash: 'a'.repeat(64), register: known })

test('a place the code does not know is read with zone, languages, category and names of the register', () => {
  expect(read(hanoi)).toMatchObject({
    ok: true,
    facts: { country: 'VN', zone: 'Asia/Ho_Chi_Minh', category: 'ceramics' },
    languages: ['zh-CN', 'en'],
    names: { place: { 'zh-CN': '越南河内市' }, industry: { en: 'Ceramics', 'zh-CN': '陶瓷' } },
  })
})

test.each([
  ['place', 'iso_3166_2'],
  ['category', 'industry'],
] as const)('without the %s in the register the record is refused at %s, with who adds it', (kind, field) => {
  const known = kind === 'place' ? { ...register, places: {} } : { ...register, categories: {} }
  const wrong = read(hanoi, known)
  expect(wrong).toMatchObject({ ok: false, field })
  expect(wrong.ok ? '' : wrong.needs.en).toContain('an administrator adds it')
})

test('a word that every object knows is no category', () => {
  const record = { ...hanoi, industry: { programme_category: 'constructor', isic_rev4: [] } }
  expect(read(record)).toMatchObject({ ok: false, field: 'industry' })
})

test('what the table of the code knows needs no register', () => {
  expect(read(sample, emptyRegister)).toMatchObject({ ok: true, languages: expect.arrayContaining(['en']) })
})
