import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from '@jest/globals'
import { readRepository, type ReadFile } from '../../tools/read-repository.js'

/** Numbers of the core with a name of their own, such as `domain/lot.ts days`. */
const numbersIn = (files: readonly ReadFile[]): ReadonlyMap<string, number> =>
  new Map(
    files
      .filter(({ file }) => file.startsWith('domain/') && file.endsWith('.ts'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/^(?:export )?const (\w+) = ([\d_.]+)$/gm)].map(
          ([, name = '', value = '']) => [`${file} ${name}`, Number(value.replaceAll('_', ''))] as const,
        ),
      ),
  )

/** Rows of the settings, as they begin, by the numbers of the code that they tell. */
const told: readonly (readonly [readonly string[], (...values: readonly number[]) => string])[] = [
  [
    ['domain/judge/silence.ts betweenReminders', 'domain/judge/silence.ts mostSentAgain'],
    (days, times) => `a reminder that came back is sent again | after ${days} wd, ${times} times at most`,
  ],
  [
    ['domain/judge/silence.ts betweenLooksForPaper'],
    (days) => `an unconfirmed paper is asked about again | after ${days} wd`,
  ],
  [
    ['domain/judge/let-lie.ts untilThird'],
    (before) => `a body keeps a review waiting | until its ${before === 2 ? 'third' : before} meeting`,
  ],
  [
    ['domain/gicc/extensions.ts longFrom'],
    (days) => `work is long, and extended by twice as much at a time | from ${days} cd`,
  ],
  [
    ['domain/figures.ts oneIn', 'domain/figures.ts leastSampled'],
    (part, least) =>
      `sample of the values of a year | ${part === 10 ? 'a tenth' : part}, ${least} at least, and all of money`,
  ],
  [
    ['domain/gicc/yearly-review/drawn-activities.ts count'],
    (count) => `activities of a year that the lot falls on | ${count}`,
  ],
  [['domain/third-parties.ts thirdPartyDays'], (days) => `a third party has to answer | ${days} cd`],
  [
    ['domain/gicc/yearly-review/report-facts.ts inTime'],
    (days) => `a misuse of name or logo counts as corrected in time | within ${days} days`,
  ],
  [['domain/gicc/nomination/sheet-facts.ts mostPoints'], (points) => `points of an indicator at most | ${points}`],
  [['domain/judge/conditions.ts weakest'], (weakest) => `evidence that shows a condition | class ${weakest} or better`],
  [['domain/exhibits/exhibit.ts validMonths'], (months) => `an exhibit counts after its issue | for ${months} months`],
  [
    ['domain/sight/answers.ts fewestFirms', 'domain/sight/answers.ts largestShare'],
    (firms, share = 0) =>
      `totals of the figures of single firms are shown | of ${firms} firms at least, none above ${share * 100} %`,
  ],
  [['domain/retention.ts retentionYears'], (years) => `kept for | memorandum and ${years} years`],
  [
    ['domain/retention.ts firmYears'],
    (years) => `the file of an exhibit with figures of one firm is kept | ${years} years after the stage it served`,
  ],
  [
    ['domain/retention.ts draftDays'],
    (days) => `a draft that was never handed in is kept | ${days} days after its step`,
  ],
]

/** Written into steps and forms, and so of each version: they stand with their step or with what they rate. */
const ofVersions = [
  'domain/gicc/due-diligence/stream-rating.ts mostMinor',
  'domain/gicc/due-diligence/stream-rating.ts mostUnclear',
  'domain/gicc/due-diligence/stream-rating.ts tooManySerious',
  'domain/gicc/due-diligence/survey-forms.ts leastDrawn',
  'domain/gicc/form-fields.ts roomForItems',
  'domain/gicc/launch/preparation.ts again',
]

/** How much is shown, kept at hand or tried, and how long a day is: nothing that anybody has to do or may ask for. */
const ofTheMachine = [
  'domain/calendar-date.ts dayLength',
  'domain/calendar-zone.ts day',
  'domain/calendar-zone.ts minute',
  'domain/calendar.ts longestRest',
  'domain/carried.ts handledKept',
  'domain/event.ts schemaVersion',
  'domain/evolving/screening.ts kept',
  'domain/exhibits/file-name.ts longest',
  'domain/form/table-file-words.ts most',
  'domain/form/table-file-words.ts shownAtMost',
  'domain/judge/settle.ts restless',
  'domain/lead-here.ts turnsAtMost',
  'domain/programme/evolve.ts sessionsKept',
  'domain/programme/sessions.ts namesTold',
  'domain/refusals/forms.ts mostSaid',
  'domain/staffing.ts patience',
  'domain/step-told.ts millisecondsOfADay',
  'domain/text/difference.ts mostCells',
  'domain/text/difference.ts wholeAbove',
  'domain/walk.ts turnsAtMost',
  'domain/walk.ts visitsTold',
  'domain/why-base.ts ladderDays',
  'domain/words/zone-around.ts day',
]

const placed = new Set([...told.flatMap(([names]) => names), ...ofVersions, ...ofTheMachine])
const placeless = (numbers: ReadonlyMap<string, number>): readonly string[] =>
  [...numbers.keys()].filter((name) => !placed.has(name))

/** The rows that the settings would have to have for these numbers and have not. */
const untold = (numbers: ReadonlyMap<string, number>): readonly string[] => {
  const page = readFileSync('docs/rules/settings.md', 'utf8').replaceAll(/ +/g, ' ')
  return told
    .map(([names, row]) => `\n| ${row(...names.map((name) => numbers.get(name) ?? Number.NaN))} |`)
    .filter((row) => !page.includes(row))
}

let numbers: ReadonlyMap<string, number>
beforeAll(async () => {
  numbers = numbersIn(await readRepository())
})

test('a number that code decides stands in the settings as it is, or is said to be none of the rules', () => {
  expect(numbers.size).toBeGreaterThan(40)
  expect(placeless(numbers)).toEqual([])
  expect([...placed].filter((name) => !numbers.has(name))).toEqual([])
  expect(untold(numbers)).toEqual([])
})

test('a number that nobody listed is found, and one that has changed: the twin', () => {
  const made = numbersIn([{ file: 'domain/judge/made.ts', text: '/** Why. */\nconst mostAsked = 7\n' }])
  expect(placeless(made)).toEqual(['domain/judge/made.ts mostAsked'])
  const changed = new Map(numbers).set('domain/third-parties.ts thirdPartyDays', 31)
  expect(untold(changed)).toEqual(['\n| a third party has to answer | 31 cd |'])
})
