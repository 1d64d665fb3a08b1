import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { answerOn, byClock, usualAnswer } from '../../cli/rehearsal/answers.js'
import { playedUnder, Script } from '../../cli/rehearsal/story.js'
import type { Answers } from '../../cli/rehearsal/story.js'
import { readJson, sampleDossiers } from '../../cli/sample-data.js'
import { procedures } from '../../domain/gicc/procedures.js'

const [full, light] = procedures
const steps = { ...light?.steps, ...full?.steps }

test.each(procedures)('every step of $id has a usual answer, and it is one of its options', ({ steps: own }) => {
  const people = Object.values(own).filter(({ key }) => !byClock.includes(key))
  const wrong = people.filter(({ key, options }) => !Object.keys(options).includes(usualAnswer(key) ?? ''))
  expect(people.length).toBeGreaterThan(80)
  expect(wrong.map(({ key }) => key)).toEqual([])
})

/** Answers that name a step, an option or a code which the procedure does not have. */
const unknownIn = (answers: Answers, offered = steps): readonly string[] =>
  Object.entries(answers).flatMap(([key, planned]) =>
    (Array.isArray(planned) ? planned : [planned]).flatMap(({ option, code }) => {
      const rule = offered[key]?.options[option ?? usualAnswer(key) ?? '']
      if (rule === undefined) return [`${key} ${option ?? ''}`]
      const known = rule.codes ?? ('end' in rule.leads ? undefined : [])
      const codes = option === undefined ? undefined : known
      return code !== undefined && codes !== undefined && !codes.includes(code)
        ? [`${key} ${option ?? ''} ${code}`]
        : []
    }),
  )

test('the plays of the sample clusters use only what the procedure offers', () => {
  const wrong = Object.entries(sampleDossiers().clusters).flatMap(([id, { answers }]) =>
    unknownIn(answers).map((what) => `${id} ${what}`),
  )
  expect(wrong).toEqual([])
})

test('the plays that go another way under light use only what light offers, and the others fit it as they are', () => {
  const plays = Object.values(sampleDossiers().clusters).map((play) => playedUnder('light', play).answers)
  const own = light?.steps ?? {}
  const offered = Object.fromEntries(Object.entries(steps).filter(([key]) => own[key] === undefined))
  expect(plays.flatMap((answers) => unknownIn(answers, { ...offered, ...own }))).toEqual([])
})

const stories = readdirSync('data/stories').map((name) => [name, readJson(`data/stories/${name}`, Script)] as const)

test('five stories ship, and each uses only what the procedure offers', () => {
  expect(stories).toHaveLength(5)
  expect(stories.flatMap(([name, { answers }]) => unknownIn(answers).map((what) => `${name} ${what}`))).toEqual([])
})

test('at least one story lets an actor sleep past the due time', () => {
  expect(stories.filter(([, { late }]) => Object.keys(late).length > 0).length).toBeGreaterThanOrEqual(1)
})

test('a misspelt option of a story would be found', () => {
  expect(unknownIn({ '1.10': { option: 'advanced' } })).toEqual(['1.10 advanced'])
})

test('a series answers visit by visit, and its last answer stays', () => {
  const play = { answers: { '5.8': [{ option: 'yellow' }, { option: 'green' }] }, ratings: {} }
  const options = [1, 2, 3].map((visit) => answerOn({ key: '5.8', visit }, play).option)
  expect(options).toEqual(['yellow', 'green', 'green'])
})

test('a work-stream is answered with its rating, whatever code goes with it', () => {
  const play = { answers: { '2.3e': { code: 'LAB' as const } }, ratings: { '2.3e': 'D' } }
  expect(answerOn({ key: '2.3e', visit: 1 }, play)).toEqual({ option: 'D', code: 'LAB' })
})

test('a step for which nothing is known stops the rehearsal instead of guessing', () => {
  expect(() => answerOn({ key: '9.9', visit: 1 }, { answers: {}, ratings: {} })).toThrow(
    'no answer is known for step 9.9',
  )
})
