import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import { full } from '../../domain/gicc/full.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { holderOf } from '../support/an-example.js'
import { confirming, entering } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { inOffice, lent, lettersWritten, seated, type Seat } from './seated-readers.js'

const version = '2027-03-01'
const onPaper = { key: '1.7', option: 'no_objection' } as const
let database: TestDatabase
let db: Kysely<Database>
let letters: Awaited<ReturnType<typeof lettersWritten>>

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
const seats: readonly Seat[] = [
  ['PD', 1, 'en'] as const,
  ['AL', 1, 'zh-CN'] as const,
  ['SA', 1, 'zh-CN'] as const,
  ['CS', 1, 'en'] as const,
  ['CS', 2, 'zh-CN'] as const,
  ['PM', 1, 'en'] as const,
  ['TR', 1, 'en'],
]

beforeAll(async () => {
  database = await cloneDatabase('letters of agreement')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  await seated(db, seats)
  await lent(db, { role: 'PD', to: 'p-tr-1' })
  const secretaryToo = { id: 'm-CS-of-SA', person: 'p-sa-1', role: 'CS', ...inOffice } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [secretaryToo] })
  await recordLife(db, agreedAndSigned())
  letters = await lettersWritten(db)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('one side’s word for later rules asks the other side for its own, once, and not when both have agreed (8.8)', () => {
  expect(letters.readersOf('adoption_asked')).toEqual(['p-al-1'])
  const text = letters.textTo('adoption_asked', 'p-al-1')
  for (const said of [`（${version}版）`, '（项目主任）已代表对方同意', '未答复不视为同意'])
    expect(text).toContain(said)
})

test('both sides are told that later rules were adopted, and which they replace; whom a seat was lent to as well (8.8)', () => {
  expect(letters.readersOf('procedure_adopted').toSorted()).toEqual(['p-al-1', 'p-pd-1', 'p-tr-1'])
  expect(letters.textTo('procedure_adopted', 'p-pd-1')).toContain(
    `From now on version ${version} of the rules applies to the stage in which Yueqing`,
  )
  expect(letters.textTo('procedure_adopted', 'p-al-1')).toContain(`原适用${full.version}版`)
})

test('a paper that was entered asks whoever may confirm it: not who entered it, nor who signed it, and no lent seat (R16)', () => {
  expect(letters.readersOf('paper_awaits').toSorted()).toEqual(['p-cs-2', 'p-pd-1', 'p-pm-1'])
  const text = letters.textTo('paper_awaits', 'p-pd-1')
  for (const said of [
    'A paper signed by Holder of SA',
    'Entered by: Holder of CS (Committee secretary)',
    'The date of the matter, ',
  ])
    expect(text).toContain(said)
  expect(text).not.toMatch(/You may:|checked by|p-sa-1/)
  expect(letters.textTo('paper_awaits', 'p-cs-2')).toMatch(/录入人：.+（委员会秘书）/)
})

test('the signatory alone is told what was recorded from the paper, by whom, and what to do if it is not theirs (R16, R17)', () => {
  expect(letters.readersOf('paper_recorded')).toEqual(['p-sa-1'])
  const text = letters.textTo('paper_recorded', 'p-sa-1')
  const said = ['签署身份：上级主管部门', '登记、由', '（项目主任）核对', '请立即告知我办']
  for (const one of said) expect(text).toContain(one)
  expect(text).toMatch(/记为您的意见：.+文件日期：202\d年\d+月\d+日/)
  expect(text).not.toMatch(/可选择的答复|前答复|p-cs-1/)
})

test('what is queued of them are ids, keys and dates: no name, and nothing of the document’s number', () => {
  const kinds = ['adoption_asked', 'procedure_adopted', 'paper_awaits', 'paper_recorded'] as const
  const facts = kinds.flatMap(letters.of).map(({ letter }) => letter.facts)
  expect(facts).toHaveLength(8)
  expect(JSON.stringify(facts)).not.toMatch(/Holder of|先生|example\.org|n-1|"number"/)
  expect(facts.at(-1)?.paper).toEqual({
    signatory: 'p-sa-1',
    signedOn: expect.any(String),
    enteredBy: { person: 'p-cs-1' },
    confirmedBy: { person: 'p-pd-1', role: 'PD' },
  })
})
