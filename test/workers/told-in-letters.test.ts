import { afterAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { letterNotNeeded, letterSent, takeLetters, type OutgoingLetter } from '../../db/writes/letters.js'
import { plainDate } from '../../domain/calendar-date.js'
import { endOfDay } from '../../domain/calendar-zone.js'
import { full } from '../../domain/gicc/full.js'
import { locales } from '../../domain/locale.js'
import { openSteps } from '../../domain/state.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { stepOf } from '../support/acting.js'
import { calendarOfSide } from '../support/an-example.js'
import { instantsIn, momentsIn, toldOtherwise } from '../support/ends-told.js'
import { howMuch } from '../support/how-much.js'
import { playTo } from '../support/playing.js'
import { anyLives } from '../support/random-lives.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { lifeSeats, seated } from './seated-readers.js'

const databases: { readonly db: Kysely<Database>; readonly database: TestDatabase }[] = []
const leave = async (): Promise<void> => {
  for (const { db, database } of databases.splice(0)) {
    await db.destroy()
    await database.drop()
  }
}
afterAll(leave)

const opened = async (title: string): Promise<Kysely<Database>> => {
  const database = await cloneDatabase(title)
  const db = connect(database.appUrl)
  databases.push({ db, database })
  await aProgrammeIn(db)
  await seated(
    db,
    lifeSeats.map(([role, number], at) => [role, number, at % 2 === 0 ? 'en' : 'zh-CN']),
  )
  return db
}

const read = { letters: 0, moments: 0 }

/** As the relay would write it alone. */
const textOf = async (db: Kysely<Database>, letter: OutgoingLetter): Promise<string> => {
  const parts = { db, publicUrl: 'https://cornerstone.example', log: pino({ level: 'silent' }) }
  const [mail] = await writeLetters([letter], parts)
  if (mail?.rendered === undefined) throw new Error(`${letter.kind} ${letter.step ?? ''} could not be written`)
  return mail.rendered.text
}

/** The relay's look at one moment of a life: what of its letters tells an end otherwise than it is. */
const lookAt = async (db: Kysely<Database>, base: ABase): Promise<readonly string[]> => {
  const whyKept = keptBack(db)
  const wrong: string[] = []
  for (const letter of await takeLetters(db, { limit: 500 })) {
    const back = await whyKept(letter)
    if (back !== undefined) {
      await letterNotNeeded(db, { id: letter.id, response: 'kept back' })
      continue
    }
    const text = await textOf(db, letter)
    wrong.push(...wrongIn(text, { letter, base }))
    read.letters += 1
    read.moments += momentsIn(text)
    await letterSent(db, { id: letter.id, response: 'ok' })
  }
  return wrong
}

/** A step that is over, or its stage, is told as it was; of one that is open, the entry it is written of, and the end of the term. */
const knownTo = (base: ABase, { step, facts }: Pick<OutgoingLetter, 'step' | 'facts'>): ReadonlySet<string> => {
  const isOpen = openSteps(base.state()).some(({ id }) => id === step)
  const told = isOpen ? base.recorded.filter(({ seq }) => seq === facts.seq) : base.recorded
  const { endsOn } = base.state().facts
  const term = endsOn === undefined ? undefined : endOfDay(calendarOfSide('partner'), plainDate(endsOn))
  return instantsIn(base.state(), facts, base.now(), told, term)
}

const wrongIn = (text: string, { letter, base }: { letter: OutgoingLetter; base: ABase }): readonly string[] =>
  toldOtherwise(text, knownTo(base, letter)).map(
    (one) => `${letter.kind} ${letter.step ?? ''} to ${letter.recipient}: ${one}`,
  )

const seed = 43
const lives = howMuch({ short: 2, long: 60 })

test(`no letter of ${lives} random lives (seed ${seed}) tells an end by its day alone, nor a day that outlasts what is due`, async () => {
  const wrong: string[] = []
  for (const [number, life] of anyLives({ procedure: full, lives, moves: 25, seed }).entries()) {
    const db = await opened(`told in letters ${number}`)
    let written = 0
    for (const base of life()) {
      await recordLife(db, { ...base, recorded: base.recorded.slice(written) })
      written = base.recorded.length
      wrong.push(...(await lookAt(db, base)))
    }
    await leave()
  }
  process.stderr.write(`letters of lives: ${read.letters} with ${read.moments} moments in ${lives} lives\n`)
  expect(wrong).toEqual([])
  expect(read.letters).toBeGreaterThan(lives * 10)
}, 1_200_000)

test('a letter is found that names another end than its step has, in either language: the twin', async () => {
  const db = await opened('told in letters, the twin')
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  await recordLife(db, base)
  const [letter] = (await takeLetters(db, { limit: 500 })).filter(
    ({ kind, step }) => kind === 'step_opened' && step === '1.4a.1',
  )
  const due = stepOf(base, '1.4a').dueAt
  if (letter === undefined) throw new Error('nobody is asked to do 1.4a')
  for (const language of locales) {
    const text = await textOf(db, { ...letter, language })
    const others = [...knownTo(base, letter)].filter((at) => !due.startsWith(at))
    expect([momentsIn(text) > 0, toldOtherwise(text, knownTo(base, letter))]).toEqual([true, []])
    expect(toldOtherwise(text, new Set(others))).not.toEqual([])
  }
})
