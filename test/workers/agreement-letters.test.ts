import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { connect } from '../../db/connect.js'
import type { LetterKind } from '../../db/letter-kind.js'
import type { Database } from '../../db/schema.js'
import { takeLetters } from '../../db/writes/letters.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import type { Locale } from '../../domain/locale.js'
import { full } from '../../domain/procedures/full.js'
import { roles, type Role } from '../../domain/role.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { confirming, entering } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

const version = '2027-03-01'
const onPaper = { key: '1.7', option: 'no_objection' } as const
let database: TestDatabase
let db: Kysely<Database>
let letters: Awaited<ReturnType<typeof written>>

/** Each act a minute after the one before, so that each is a record of its own. */
const agreedAndSigned = (): ABase => {
  const base = playTo(aNominatedBase({ later: { ...full, version } }), { key: '1.7' })
  const acts = [
    () => base.send({ type: 'adopt_procedure', version }, { actor: holderOf('PD') }),
    () => base.send({ type: 'adopt_procedure', version }, { actor: holderOf('AL') }),
    () => base.send(entering(base, onPaper), { actor: holderOf('CS') }),
    () => base.send(confirming(base, onPaper), { actor: holderOf('PD') }),
  ]
  for (const act of acts) {
    base.turnTo(new Date(Date.parse(base.now()) + 60_000).toISOString())
    expect(act()).toMatchObject({ ok: true })
  }
  return base
}

/**
 * One person for each of these seats; a second secretary, a translator to whom the director lent the
 * seat, and a signatory who is a secretary too.
 */
const seats: readonly (readonly [Role, number, Locale])[] = [
  ...[['PD', 1, 'en'] as const, ['AL', 1, 'zh-CN'] as const, ['SA', 1, 'zh-CN'] as const],
  ...[['CS', 1, 'en'] as const, ['CS', 2, 'zh-CN'] as const, ['PM', 1, 'en'] as const],
  ['TR', 1, 'en'],
]

const seated = async (): Promise<void> => {
  await savePeople(db, {
    organisations: [{ id: 'o-1', name: { en: 'Office', local: '办公室' }, country: 'CN' }],
    people: seats.map(([role, number, language]) => ({
      ...{ id: holderOf(role, number).person, email: `${role}-${number}@example.org`, language },
      name: { en: `Holder of ${role}`, local: `${role}先生` },
    })),
  })
  const from = '2026-01-01T00:00:00.000Z'
  const mandates = seats.map(([role, number]) => ({
    ...{ id: `m-${role}-${number}`, person: holderOf(role, number).person, organisation: 'o-1', role, from },
    ...(roles[role].perBase && { base: exampleBase }),
  }))
  await saveBootstrapMandates(db, { programme: 'gasme', mandates })
  const until = '2027-12-31T00:00:00.000Z'
  const lent = { id: 'm-lent', person: 'p-tr-1', organisation: 'o-1', role: 'PD', from, until } as const
  const secretaryToo = { id: 'm-CS-of-SA', person: 'p-sa-1', organisation: 'o-1', role: 'CS', from } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [lent, secretaryToo] })
  const own = { lends: 'm-PD-1', delegator: 'p-pd-1' }
  await db.updateTable('mandate').set(own).where('id', '=', lent.id).execute()
}

beforeAll(async () => {
  database = await cloneDatabase('letters of agreement')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  await seated()
  await recordLife(db, agreedAndSigned())
  letters = await written()
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** All letters of the outbox as the relay would write them. */
const written = async () => {
  const parts = { db, publicUrl: 'https://cornerstone.example', log: pino({ level: 'silent' }) }
  return await writeLetters(await takeLetters(db, { limit: 500 }), parts)
}
const of = (kind: LetterKind) => letters.filter(({ letter }) => letter.kind === kind)
const readersOf = (kind: LetterKind) => of(kind).map(({ letter: { recipient } }) => recipient)
const textTo = (kind: LetterKind, person: string): string =>
  of(kind).find(({ letter }) => letter.recipient === person)?.rendered?.text ?? ''

test('one side’s word for later rules asks the other side for its own, once, and not when both have agreed (8.8)', () => {
  expect(readersOf('adoption_asked')).toEqual(['p-al-1'])
  const text = textTo('adoption_asked', 'p-al-1')
  for (const said of [`规则版本：${version}`, '已同意人：项目主任（p-pd-1）', '未答复不视为同意'])
    expect(text).toContain(said)
})

test('both sides are told that later rules were adopted, and which they replace; whom a seat was lent to as well (8.8)', () => {
  expect(readersOf('procedure_adopted').toSorted()).toEqual(['p-al-1', 'p-pd-1', 'p-tr-1'])
  expect(textTo('procedure_adopted', 'p-pd-1')).toContain(
    `Version of the rules: ${version}\nFormer version: ${full.version}`,
  )
  expect(textTo('procedure_adopted', 'p-al-1')).toContain(`原版本：${full.version}`)
})

test('a paper that was entered asks whoever may confirm it: not who entered it, nor who signed it, and no lent seat (R16)', () => {
  expect(readersOf('paper_awaits').toSorted()).toEqual(['p-cs-2', 'p-pd-1', 'p-pm-1'])
  const text = textTo('paper_awaits', 'p-pd-1')
  for (const said of ['Signatory: p-sa-1', 'Entered by: Committee secretary (p-cs-1)', 'Due by the end of:'])
    expect(text).toContain(said)
  expect(text).not.toMatch(/You act as|You may|Confirmed by/)
  expect(textTo('paper_awaits', 'p-cs-2')).toContain('录入人：委员会秘书（p-cs-1）')
})

test('the signatory alone is told what was recorded from the paper, by whom, and what to do if it is not theirs (R16, R17)', () => {
  expect(readersOf('paper_recorded')).toEqual(['p-sa-1'])
  const text = textTo('paper_recorded', 'p-sa-1')
  const said = ['签署身份：上级主管部门', '录入人：p-cs-1', '复核人：项目主任（p-pd-1）', '请立即函告秘书处', 'R17']
  for (const one of said) expect(text).toContain(one)
  expect(text).toMatch(/纸质文件所载意见：.+\n纸质文件日期：202\d年\d+月\d+日/)
  expect(text).not.toMatch(/办理期限|可选意见|办理身份/)
})

test('what is queued of them are ids, keys and dates: no name, and nothing of the document’s number', () => {
  const kinds = ['adoption_asked', 'procedure_adopted', 'paper_awaits', 'paper_recorded'] as const
  const facts = kinds.flatMap(of).map(({ letter }) => letter.facts)
  expect(facts).toHaveLength(8)
  expect(JSON.stringify(facts)).not.toMatch(/Holder of|先生|example\.org|n-1|"number"/)
  expect(facts.at(-1)?.paper).toEqual({
    ...{ signatory: 'p-sa-1', signedOn: expect.any(String), enteredBy: { person: 'p-cs-1' } },
    confirmedBy: { person: 'p-pd-1', role: 'PD' },
  })
})
