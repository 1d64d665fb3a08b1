import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { composePaper } from '../../activities/papers/compose-paper.js'
import type { StorySoFar } from '../../activities/papers/story-so-far.js'
import { composeSheet } from '../../documents/compose-sheet.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import type { Due, Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { exampleLedger, yueqing } from '../documents/example-papers.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { evenReview } from '../support/an-example.js'
import { play, playTo, type Answers } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'

/** A paper of that kind as it reads in a language, made under a version of the rules. */
const paperUnder = (procedure: Procedure, { base, kind }: { base: ABase; kind: DocumentKind }) => {
  const order = base.recorded.findLast(({ event }) => event.type === 'document_ordered' && event.kind === kind)
  if (order === undefined) throw new Error(`no ${kind} was ordered`)
  const before = base.recorded.filter(({ seq }) => seq <= order.seq)
  const story: StorySoFar = {
    kind,
    base: yueqing,
    ledger: exampleLedger,
    rehearsal: false,
    zone: 'Asia/Shanghai',
    procedure,
    events: before.map(({ event, seq, occurredAt }) => ({ ...event, seq, at: occurredAt })),
    texts: new Map(),
  }
  return (['en', 'zh-CN'] as const).map((language) =>
    JSON.stringify(composeSheet(composePaper(story, language)).blocks),
  )
}

const dueOf =
  (key: StepKey, due: Due) =>
  (procedure: Procedure): Procedure => {
    const step = procedure.steps[key]
    if (step === undefined) throw new Error(`no step ${key}`)
    return { ...procedure, steps: { ...procedure.steps, [key]: { ...step, due } } }
  }
const within = (n: number, unit: 'wd' | 'cd' = 'cd'): Due => ({ from: 'opening', days: { unit, n } })
const settings =
  (change: Partial<Procedure['settings']>) =>
  (procedure: Procedure): Procedure => ({
    ...procedure,
    settings: { ...procedure.settings, ...change },
  })

interface Printed {
  readonly kind: DocumentKind
  readonly at: StepKey
  readonly answers?: Answers
  readonly number: string
  readonly other: (procedure: Procedure) => Procedure
  /** What the version of today prints, and what the other one does, in English and in Chinese. */
  readonly today: readonly [string, string]
  readonly then: readonly [string, string]
}

const printed: readonly Printed[] = [
  {
    kind: 'decision_letter',
    at: 'R0',
    answers: { '1.10': 'decline' },
    number: 'the time in which redress is decided',
    other: dueOf('R2', within(15, 'wd')),
    today: ['decide on it within 20 working days', '在20个工作日内审议决定'],
    then: ['decide on it within 15 working days', '在15个工作日内审议决定'],
  },
  {
    kind: 'due_diligence_report',
    at: '2.8',
    number: 'the points of a recommendation',
    other: settings({ recommends: { ...full.settings.recommends, plain: 75, conditions: 65 } }),
    today: [
      'From 70 points without a D the base is recommended; from 60, or',
      '总分70分及以上且无D级的，建议推荐；60分及以上，或者',
    ],
    then: [
      'From 75 points without a D the base is recommended; from 65, or',
      '总分75分及以上且无D级的，建议推荐；65分及以上，或者',
    ],
  },
  {
    kind: 'due_diligence_report',
    at: '2.8',
    number: 'the streams in which a C asks for conditions',
    other: settings({ recommends: light.settings.recommends }),
    today: ['from 60, or with a C in “', '60分及以上，或者“'],
    then: ['from 60, with conditions', '60分及以上的，建议附条件推荐'],
  },
  {
    kind: 'mou_text',
    at: '3.9a',
    number: 'the beginning of the talks on renewal',
    other: settings({ renewalDays: 240 }),
    today: ['will begin 180 days before the end', '在期满前180日启动'],
    then: ['will begin 240 days before the end', '在期满前240日启动'],
  },
  {
    kind: 'mou_text',
    at: '3.9a',
    number: 'the grace in which a renewal is asked for and signed',
    other: dueOf('3.13e', { from: 'term', days: { unit: 'cd', n: 60 } }),
    today: ['signed or refused, 90 days at most', '最长不超过90日'],
    then: ['signed or refused, 60 days at most', '最长不超过60日'],
  },
  {
    kind: 'mou_text',
    at: '3.9a',
    number: 'the notice of an ending',
    other: dueOf('3.13k', within(120)),
    today: ['written notice of 90 days', '提前90日书面通知'],
    then: ['written notice of 120 days', '提前120日书面通知'],
  },
  {
    kind: 'mou_text',
    at: '3.9a',
    number: 'the first sitting of the committee',
    other: dueOf('4.1a', { from: 'signature', days: { unit: 'wd', n: 1 } }),
    today: ['within 30 days of signature', '签署后30日内召开首次会议'],
    then: ['within 1 working day of signature', '签署后1个工作日内召开首次会议'],
  },
  {
    kind: 'mou_text',
    at: '3.9a',
    number: 'the day of the yearly report',
    other: dueOf('5.2a', { from: 'date', month: 4, day: 15 }),
    today: ['handed in by 31 March', '每年3月31日前'],
    then: ['handed in by 15 April', '每年4月15日前'],
  },
  {
    kind: 'mou_text',
    at: '3.9a',
    number: 'the time in which the signs come off',
    other: dueOf('5.12b', within(45)),
    today: ['shall end 30 days at the latest', '应在30日内停止使用'],
    then: ['shall end 45 days at the latest', '应在45日内停止使用'],
  },
  {
    kind: 'review_letter',
    at: '5.11a',
    answers: { '5.8': 'yellow' },
    number: 'the time for a plan',
    other: dueOf('5.11a', within(25, 'wd')),
    today: ['is due within 30 working days of the day on which its step opens', '在30个工作日内提交改进方案'],
    then: ['is due within 25 working days of the day on which its step opens', '在25个工作日内提交改进方案'],
  },
  {
    kind: 'review_letter',
    at: '5.11a',
    answers: { '5.8': 'yellow' },
    number: 'the time after which a plan is checked',
    other: dueOf('5.11c', within(120)),
    today: ['checked after 183 days', '183日后进行中期检查'],
    then: ['checked after 120 days', '120日后进行中期检查'],
  },
  {
    kind: 'withdrawal_resolution',
    at: '5.12b',
    answers: { '5.8': 'red_proposal' },
    number: 'within which time the signs come off',
    other: dueOf('5.12b', within(20, 'wd')),
    today: ['the plaque ends within 30 days.', '自本决议之日起30日内停止使用基地名称'],
    then: ['the plaque ends within 20 working days.', '自本决议之日起20个工作日内停止使用基地名称'],
  },
]

const played = new Map<string, ABase>()
const baseFor = ({ at, answers = {} }: Printed): ABase => {
  const found = played.get(at) ?? playTo(aNominatedBase(), { key: at, answers, brings: bringsFor(answers) })
  played.set(at, found)
  return found
}

test.each(printed)('$kind prints $number as the version has it, and another version another one', (one) => {
  const { kind, other, today, then } = one
  const base = baseFor(one)
  expect(base.open(one.at)).toBeDefined()
  const [now, changed] = [paperUnder(full, { base, kind }), paperUnder(other(full), { base, kind })]
  for (const [at, text] of today.entries()) expect(now[at]).toContain(text)
  for (const [at, text] of then.entries()) {
    expect(changed[at]).toContain(text)
    expect(changed[at]).not.toContain(today[at] === text ? '\0' : today[at])
  }
})

test('the letter to a role model prints the years of its title as the version has them', () => {
  const base = aNominatedBase()
  const brings = { reviewSheet: evenReview(0.95) }
  const isRoleModel = (one: ABase) => one.state().status === 'active_role_model'
  expect(play(base, { until: isRoleModel, answers: { '5.8': 'role_model' }, brings })).toBe(true)
  const kind = 'review_letter'
  const longer = settings({ colours: { ...full.settings.colours, titleYears: 3 } })(full)
  expect(paperUnder(full, { base, kind })[0]).toContain('title of role model for 2 years')
  expect(paperUnder(full, { base, kind })[1]).toContain('2年内使用标杆基地称谓')
  expect(paperUnder(longer, { base, kind })[0]).toContain('title of role model for 3 years')
  expect(paperUnder(longer, { base, kind })[1]).toContain('3年内使用标杆基地称谓')
})

/** Numbers in a sentence, written by hand: days, months, points and shares. */
const byHand =
  /\b\d+ (working )?(days|months|years|weeks|points|per cent)\b|\b(two|three|six|ten|thirty) (working )?(days|months|years|weeks|points)\b|[一两三六十]年内|\d+ ?(日内|日前|个工作日|个月|分及以上|%)/g
const handWrittenIn = (text: string): readonly string[] => text.match(byHand) ?? []

test('no paper and no letter writes a number of the rules by hand', () => {
  const files = ['documents/compose', 'domain/letters', 'activities/papers'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.length).toBeGreaterThan(30)
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return handWrittenIn(text.replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')).map((words) => `${file}: ${words}`)
  })
  expect(found).toEqual([])
})

test('a number by hand is found in either language', () => {
  expect(handWrittenIn('is due within 30 working days; it is checked after six months')).toEqual([
    '30 working days',
    'six months',
  ])
  expect(handWrittenIn('请于30个工作日内提交，总分70分及以上')).toEqual(['30个工作日', '70分及以上'])
})
