import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from '@jest/globals'
import type { Criterion } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { separation } from '../../domain/gicc/separation.js'
import { criterionLabel, streamLabel } from '../../domain/words/criteria.js'
import { stepTitle } from '../../domain/words/steps.js'
import { shippedFacts, withFacts } from '../../tools/rules/rules-pages.js'
import { stepsToldIn, toldSteps, type ToldStep } from '../../tools/rules/told-steps.js'

let told: readonly ToldStep[]

beforeAll(async () => {
  told = await toldSteps()
})

const keys: readonly StepKey[] = ['1.1a', '1.1b', ...new Set([...Object.keys(full.steps), ...Object.keys(light.steps)])]

test('the rules tell every step once, with a name that no other step has', () => {
  expect(told.map(({ key }) => key).toSorted()).toEqual([...keys].toSorted())
  expect(told.map(({ name }) => name).filter((name, at, names) => names.indexOf(name) !== at)).toEqual([])
  expect(told.filter(({ name }) => !/^[a-z]+(?:_[a-z]+)*$/.test(name))).toEqual([])
  expect(told.filter(({ key, title }) => title !== stepTitle(key, 'en'))).toEqual([])
})

test('the rules say of every step what the procedures do: who, options, time, silence, what it rests on', () => {
  expect(told.map(({ key, facts }) => ({ key, facts }))).toEqual(
    told.map(({ key }) => ({ key, facts: shippedFacts(key) })),
  )
})

test('a step that the rules tell otherwise is told anew, and the words around it stay', () => {
  const heading = '### 1.7 `superior_position`: State the position of the superior authority'
  const old = `## 1.7 Above\n\n${heading}\n\nA word.\n\n- **Who**: nobody\n\n## 1.8 Scoring\n`
  expect(stepsToldIn('nomination.md', old)[0]?.facts).not.toEqual(shippedFacts('1.7'))
  expect(withFacts(old)).toBe(old.replace('- **Who**: nobody', shippedFacts('1.7').join('\n')))
})

interface Excluding {
  readonly rule: string
  readonly first: readonly StepKey[]
  readonly second: readonly StepKey[]
}
const inSingles = ({ rule, first, second }: Excluding): readonly string[] =>
  first.flatMap((one) => second.map((other) => `${rule} ${one} ${other}`))

test('pairs of acts and seats that exclude each other stand in the rules as they are judged', async () => {
  const rows = rowsOf(await readFile('docs/rules/roles.md', 'utf8'))
  const judged = separation.pairs.flatMap(inSingles)
  const told = rows
    .filter((row) => /^SD\d \| (?:\d|R\d|E6)/.test(row))
    .flatMap((row) => {
      const [rule = '', first = '', second = ''] = row.split(' | ')
      return inSingles({ rule, first: first.split(', '), second: second.split(', ') })
    })
  expect([...new Set(told)].toSorted()).toEqual([...new Set(judged)].toSorted())
  const seats = separation.seats.map(({ rule, holds }) => `${rule} | ${holds}`)
  expect(
    rows.filter((row) => /^SD\d+ \| [A-Z]{2,3} \|/.test(row)).map((row) => row.split(' | ').slice(0, 2).join(' | ')),
  ).toEqual(seats)
})

test('weights and minimums of the score sheets stand in the rules as they are counted', async () => {
  const rows = rowsOf(await readFile('docs/rules/scores.md', 'utf8'))
  const beginning = (row: string): boolean => rows.some((one) => one.startsWith(`${row} |`))
  const weighed = ({ key, weight }: Criterion): string => `${criterionLabel(key, 'en')} | ${weight}`
  const sheet = full.nominationSheet.map((one) => `${weighed(one)} | ${one.minimum * 100} % | ${one.code}`)
  const streams = Object.entries(full.streams).map(([key, weight]) => `${key} ${streamLabel(key, 'en')} | ${weight}`)
  expect(sheet.filter((row) => !rows.includes(row))).toEqual([])
  expect([...full.reviewSheet.map(weighed), ...streams].filter((row) => !beginning(row))).toEqual([])
  expect(beginning('Large scale | 21')).toBe(false)
})

test('the defaults of the settings stand in the rules as they are', async () => {
  const rows = rowsOf(await readFile('docs/rules/settings.md', 'utf8'))
  const { limits, reservation, ...one } = full.settings
  const { days = 0, launchDays = 0, prolongDays = 0 } = reservation ?? {}
  const told = [
    `slots | ${one.slots}`,
    `caps per category, per province; categories at least | ${one.capPerCategory}, ${one.capPerProvince}; ${one.categoriesAtLeast}`,
    `shortlist of a call | ${one.shortlistFactor} times the free slots`,
    `passed over in a session | put off ${one.passedOverAfter} times without a quorum`,
    `window of a call | ${one.callWindowDays} cd`,
    `scorers | 3, and one more beyond ${one.spreadLimit} points`,
    `pass mark; minimum of a criterion | ${one.passMark}; 40 to 60 %`,
    `scale, lead industry, firms, age of the body | CNY ${limits.scaleCnyBn} bn guiding, 50 %, ${limits.memberFirms}, ${limits.clusterBodyYears} years`,
    `evidence is current for | ${limits.evidenceMonths} months`,
    `due diligence is fresh for | ${one.diligenceMonths} months`,
    `reservation; launch; prolonged by | ${days}, ${launchDays}, ${prolongDays} cd`,
    `term of the memorandum | ${one.mouTermYears} years`,
    `renewal raised before the end; grace after it | ${one.renewalDays} cd; 90 cd`,
    `boundary change that is only noted | under ${one.boundaryShare * 100} %`,
    `cycle | every year, a visit every ${one.visitEvery === 3 ? 'third' : one.visitEvery}`,
    `hold for a silent partner | ${one.partnerHoldDays} cd`,
    `hold for force majeure at most | ${one.forceMajeureDays} cd`,
    `first review after | ${one.firstReviewMonths} months`,
    `role models of a year | ${one.roleModels}`,
    `title of role model | ${one.colours.titleYears} years`,
    `a date that is past when its step opens | ${one.pace.lateStart} wd`,
    `next meeting of a body without a quorum | within ${one.pace.nextMeeting} wd`,
    `more meetings of a body that may not decide in writing | ${one.pace.meetings}`,
    `silence is looked at again after | ${one.pace.silence} wd`,
  ]
  const stands = (row: string): boolean => rows.some((other) => other.startsWith(`${row} |`))
  expect(told.filter((row) => !stands(row))).toEqual([])
  expect(stands('slots | 11')).toBe(false)
})

/** The rows of the tables of a page, each as its cells with a bar between them. */
const rowsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    )
