import { expect, test } from '@jest/globals'
import { plainDate } from '../../domain/calendar-date.js'
import { endOfDay, instantOf, millisecondsOf } from '../../domain/calendar-zone.js'
import { full } from '../../domain/gicc/full.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { baseInWords } from '../../domain/why-base.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { stepOf } from '../support/acting.js'
import { calendarOfSide, calendars } from '../support/an-example.js'
import { instantsIn, momentsIn, toldOtherwise } from '../support/ends-told.js'
import { howMuch } from '../support/how-much.js'
import { playTo } from '../support/playing.js'
import { anyLives } from '../support/random-lives.js'

/** Why it waits, in both languages, without its head and the clock of the machine. */
const whyOf = (base: ABase): readonly string[] =>
  baseInWords(base.state(), { procedure: base.procedure, calendars, story: lifeOf, now: base.now() })
    .split('\n')
    .slice(1, -1)

/** What a base has on file that ends or happened, and the last days that were asked for, as they end where the place is (8.5). */
const knownTo = (base: ABase): ReadonlySet<string> => {
  const asked = base.state().stage?.matters?.flatMap(({ facts }) => facts?.until ?? []) ?? []
  return instantsIn(
    base.state(),
    asked.map((day) => endOfDay(calendarOfSide('partner'), plainDate(day))),
  )
}

/** When the clock in fact does something while nobody does anything. */
const clockOf = (base: ABase): ReadonlySet<string> => {
  const copy = aBase({ from: base.saved(), procedure: base.procedure })
  for (let turn = 0; turn < turnsOfTheClock && !copy.state().closed; turn += 1) {
    const next = copy.nextDueAt()
    if (next === null) break
    copy.turnTo(next > copy.now() ? next : copy.now())
    copy.send({ type: 'tick' })
  }
  return instantsIn(copy.recorded.map(({ occurredAt }) => occurredAt))
}

/** Enough for every ladder to its end. */
const turnsOfTheClock = 30

/** What is told otherwise than it is on file, nor comes by the clock. */
const wrongIn = (base: ABase, sentence: string): readonly string[] => {
  const wrong = toldOtherwise(sentence, knownTo(base))
  return wrong.length === 0 ? [] : toldOtherwise(sentence, new Set([...knownTo(base), ...clockOf(base)]))
}

const seed = 41
const lives = howMuch({ short: 12, long: 800 })

test(`whatever ${lives} random lives (seed ${seed}) wait for, no "why" tells an end by its day alone, nor a day that outlasts what is due`, () => {
  const [wrong, read] = [new Set<string>(), { sentences: 0, moments: 0 }]
  for (const life of anyLives({ procedure: full, lives, moves: 40, seed }))
    for (const base of life())
      for (const sentence of whyOf(base)) {
        read.sentences += 1
        read.moments += momentsIn(sentence)
        for (const one of wrongIn(base, sentence)) wrong.add(`${one}: ${sentence}`)
      }
  process.stderr.write(`why in lives: ${read.sentences} sentences with ${read.moments} moments in ${lives} lives\n`)
  expect([...wrong]).toEqual([])
  expect(read.moments).toBeGreaterThan(lives * 20)
}, 1_200_000)

test('a sentence is found that tells an end by its day, or another end than is on file, in either language: the twin', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  const step = stepOf(base, '1.4a')
  const early = instantOf(millisecondsOf(step.dueAt) - 60 * 60_000)
  const lines = whyOf(base)
  expect(lines).toHaveLength(2)
  for (const line of lines) {
    expect(wrongIn(base, line)).toEqual([])
    expect(toldOtherwise(line, instantsIn({ dueAt: early }))).not.toEqual([])
    expect(toldOtherwise(line.replaceAll(/, 24:00 in New York|24时（[^）]*）/g, ''), knownTo(base))).not.toEqual([])
  }
})
