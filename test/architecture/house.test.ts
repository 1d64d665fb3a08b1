import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/** What a stranger asked, the wing the page leads to, and the file with the line that answers. */
interface Question {
  readonly asks: string
  readonly wing: string
  readonly file: string
  readonly says: string
}

const questions: readonly Question[] = [
  {
    asks: 'What is "Return the report" in Chinese?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/due-diligence/decision.ts',
    says: '退回尽职调查报告',
  },
  {
    asks: 'What does a signature do to the slot?',
    wing: 'domain/evolve.ts',
    file: 'domain/evolve.ts',
    says: 'withoutSlotClock',
  },
  { asks: 'Where is a look noted?', wing: 'db/writes/', file: 'db/writes/access-log.ts', says: 'export' },
  {
    asks: 'What stands in the launch record?',
    wing: 'activities/papers/',
    file: 'activities/papers/launch-record.ts',
    says: 'ceremony',
  },
  { asks: 'How is "why" told of a base?', wing: 'domain/', file: 'domain/why-base.ts', says: 'export' },
  { asks: 'Which days does a place work?', wing: 'domain/', file: 'domain/calendar.ts', says: 'isWorkingDay' },
  {
    asks: 'Where is the verb `extend`?',
    wing: 'api/contract/commands/',
    file: 'api/contract/commands/timing.ts',
    says: 'extend <base> <step>',
  },
  { asks: 'How long is who signed kept?', wing: 'domain/', file: 'domain/retention.ts', says: 'retentionYears' },
  {
    asks: 'When is the hearing of the place due?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/due-diligence/decision.ts',
    says: "name: 'hearing'",
  },
  {
    asks: 'What does work-stream 2.3c weigh?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/due-diligence/work-streams.ts',
    says: 'weight: 20',
  },
  {
    asks: 'How many members has the selection committee?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/bodies.ts',
    says: 'seats: 9',
  },
  {
    asks: 'Which criteria are scored in a nomination?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/full.ts',
    says: 'nominationSheet',
  },
  {
    asks: 'When is somebody reminded?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/escalation.ts',
    says: "kind: 'reminder'",
  },
  {
    asks: 'Who may move a deadline, and how often?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/extensions.ts',
    says: 'times: 2',
  },
  {
    asks: 'Which kinds of work exclude each other?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/duties.ts',
    says: 'dutyPairs',
  },
  {
    asks: 'What does the light procedure do without?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/light.ts',
    says: 'const off',
  },
  {
    asks: 'How long does redress stay open?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/matters/redress.ts',
    says: 'within(cd(30))',
  },
  {
    asks: 'In which order do the steps of stage 3 come?',
    wing: 'domain/gicc/',
    file: 'domain/gicc/memorandum/story.ts',
    says: 'function*',
  },
  {
    asks: 'How is a due date counted?',
    wing: 'domain/judge/',
    file: 'domain/judge/deadline.ts',
    says: 'export const dueAt',
  },
  { asks: 'When is a vote decided?', wing: 'domain/judge/', file: 'domain/judge/close.ts', says: 'closeWhenDecided' },
  {
    asks: 'What must bear an option?',
    wing: 'domain/judge/',
    file: 'domain/judge/supports.ts',
    says: 'const supports',
  },
  {
    asks: 'Who may act on a step?',
    wing: 'domain/judge/',
    file: 'domain/judge/may-act.ts',
    says: 'export const mayNotAct',
  },
  {
    asks: 'What is left of a decision that is voided?',
    wing: 'domain/judge/',
    file: 'domain/judge/void.ts',
    says: 'judgeRevoke',
  },
  {
    asks: 'Who is next on the waiting list?',
    wing: 'domain/programme/',
    file: 'domain/programme/waiting-list.ts',
    says: 'offersToMake',
  },
  {
    asks: 'What does an entry leave in the state?',
    wing: 'domain/evolve.ts',
    file: 'domain/evolve.ts',
    says: 'export const evolve',
  },
  {
    asks: 'Who gets the letter about a freed slot?',
    wing: 'domain/letters/',
    file: 'domain/letters/ten.ts',
    says: 'slot_offered',
  },
  {
    asks: 'What does a person read who is refused for a lack of seat?',
    wing: 'domain/refusals/',
    file: 'domain/refusals/who.ts',
    says: 'not_your_role',
  },
  {
    asks: 'What is an option called on its button?',
    wing: 'domain/words/',
    file: 'domain/words/options.ts',
    says: 'optionLabel',
  },
  {
    asks: 'How does a command become entries in one statement?',
    wing: 'db/record/',
    file: 'db/record/record-at-once.ts',
    says: 'writeAtOnce',
  },
  {
    asks: 'What keeps an entry from being forged?',
    wing: 'db/seals/',
    file: 'db/seals/entry-seal.ts',
    says: 'export const entrySeal',
  },
  { asks: 'How is a checkpoint signed?', wing: 'db/log/', file: 'db/log/checkpoint.ts', says: 'makeCheckpoint' },
  { asks: 'What waits for whom, in the database?', wing: 'db/reads/', file: 'db/reads/steps.ts', says: 'selectFrom' },
  { asks: 'Who sees which base?', wing: 'api/auth/', file: 'api/auth/sight.ts', says: 'export const sightOf' },
  {
    asks: 'What happens when the same key comes twice?',
    wing: 'api/commands/',
    file: 'api/commands/submit.ts',
    says: 'The same key again',
  },
  {
    asks: 'Where is a decision judged and written down?',
    wing: 'activities/record.ts',
    file: 'activities/record.ts',
    says: 'createRecord',
  },
  {
    asks: 'What stands on the decision letter as a paper?',
    wing: 'documents/compose/',
    file: 'documents/compose/decision-letter.ts',
    says: 'export const',
  },
  { asks: 'Who sends the mail?', wing: 'mail/postman.ts', file: 'mail/postman.ts', says: 'export' },
  {
    asks: 'How is it found that ledger and history differ?',
    wing: 'reconciliation/',
    file: 'reconciliation/diverges.ts',
    says: 'export const diverges',
  },
  { asks: 'Who checks an evidence file without us?', wing: 'verify/', file: 'verify/main.ts', says: 'verdict' },
  {
    asks: 'How does a missing workflow come back after a restore?',
    wing: 'workers/healing/',
    file: 'workers/healing/heal.ts',
    says: 'heal',
  },
]

const page = readFileSync('docs/house.md', 'utf8')

/** The wings the page names, longest first: the one that leads a stranger to a file. */
const wings = [...new Set([...page.matchAll(/`([a-z]+\/[\w./-]*)`/g)].map(([, wing = '']) => wing))].toSorted(
  (one, other) => other.length - one.length,
)
/** A whole room leads only to what lies in it and in no wing of its own. */
const wingOf = (file: string): string | undefined =>
  wings.find((wing) => file.startsWith(wing) && (!/^[a-z]+\/$/.test(wing) || !file.slice(wing.length).includes('/')))

test('the page is one screen, and all it names is there', () => {
  expect(page.split('\n').length).toBeLessThanOrEqual(70)
  expect(wings.filter((wing) => !existsSync(wing))).toEqual([])
})

test('thirty questions of strangers have their answers where the page leads', () => {
  expect(questions.length).toBeGreaterThanOrEqual(30)
  const astray = questions.filter(
    ({ file, wing, says }) => wingOf(file) !== wing || !existsSync(file) || !readFileSync(file, 'utf8').includes(says),
  )
  expect(astray.map(({ asks, file }) => `${asks} ${wingOf(file) ?? 'nowhere'}`)).toEqual([])
})

test('a file the page leads nowhere to would be found', () => {
  expect(wingOf('elsewhere/a-file.ts')).toBeUndefined()
  expect(wingOf('domain/gicc/full.ts')).toBe('domain/gicc/')
  expect(wingOf('api/pages/deep/a-file.ts')).toBe('api/pages/')
  expect(wingOf('web/deep/a-file.ts')).toBeUndefined()
})
