import { ledBy, words, type OpenOption, type OpenStep, type OpenStory } from './open.js'
import { stages } from './tables.js'

const { finish, happens, sideBySide, stage, status, step } = words

const onward: OpenOption = {}
const coded = (...codes: readonly string[]): OpenOption => ({ codes, says: 'required' })
const end = (to: string, ...codes: readonly string[]): OpenOption => ({ ...coded(...codes), leads: { end: to } })
const back = (key: string, limit: number): OpenOption => ({
  says: 'required',
  leads: { back: key, limit, then: { end: 'turned_down', code: 'SMALL' } },
})
const byClock = (option: OpenOption): OpenOption => ({ ...option, byClock: true })
const days = (n: number) => ({ from: 'opening', days: { unit: 'wd', n } })

type Draft = Pick<OpenStep, 'name' | 'role' | 'due' | 'options'> & Partial<OpenStep> & { readonly zh: string }

const stepsOf = (stage: string, drafts: Readonly<Record<string, Draft>>): Readonly<Record<string, OpenStep>> =>
  Object.fromEntries(
    Object.entries(drafts).map(([key, { zh, ...draft }]) => [
      key,
      {
        key,
        stage,
        title: { en: draft.name, 'zh-CN': zh },
        decides: { by: 'one' },
        order: Object.keys(draft.options),
        escalation: 'E1',
        documents: [],
        brings: 'nothing',
        ...draft,
      },
    ]),
  )

const jury = { by: 'votes', seats: 5, quorum: 3, twoThirds: ['invite'], otherwise: 'turn_down' }
const forms = { by: 'sheets', count: 2, sheet: 'nomination', recuses: 'stand_aside' }

/** Every step, told whole. */
export const steps: Readonly<Record<string, OpenStep>> = {
  ...stepsOf('application', {
    apply: {
      name: 'Send the application',
      zh: '提交申请',
      role: 'LIB',
      due: days(20),
      options: { send: onward, not_sent: byClock(end('dropped', 'LATE')) },
      silence: 'not_sent',
      begins: true,
    },
    check: {
      name: 'Check the application',
      zh: '核对申请',
      role: 'SEC',
      due: days(5),
      options: { complete: onward, return: back('apply', 2) },
    },
    form: {
      name: 'Fill in the form',
      zh: '填写表格',
      role: 'VIS',
      due: days(10),
      decides: forms,
      options: { filled: onward, stand_aside: onward },
      brings: 'sheet',
      scores: 'nomination',
    },
    jury: {
      name: 'Decide on the invitation',
      zh: '审议邀请',
      role: 'JUR',
      due: days(15),
      escalation: 'E4',
      decides: jury,
      options: { invite: onward, turn_down: end('turned_down', 'SMALL') },
    },
  }),
  ...stepsOf('visit', {
    date: { name: 'Name a day', zh: '确定日期', role: 'LIB', due: days(10), options: { named: onward }, begins: true },
    tour: {
      name: 'Visit the library',
      zh: '访问图书馆',
      role: 'VIS',
      due: days(30),
      options: { fit: onward, unfit: coded('SMALL') },
    },
    confirm: {
      name: 'Confirm the visit',
      zh: '确认访问',
      role: 'SEC',
      due: days(5),
      options: { confirm: onward, return: back('tour', 1) },
    },
  }),
  ...stepsOf('agreement', {
    sign_here: {
      name: 'Sign as mayor',
      zh: '市长签署',
      role: 'MAY',
      due: days(20),
      options: { sign: onward },
      begins: true,
    },
    sign_there: {
      name: 'Sign as president',
      zh: '会长签署',
      role: 'PRE',
      due: days(20),
      options: { sign: onward },
      begins: true,
    },
  }),
  ...stepsOf('twinning', {
    rest: {
      name: 'The year goes by',
      zh: '年度届满',
      role: 'SEC',
      due: { from: 'opening', days: { unit: 'cd', n: 365 } },
      decides: { by: 'clock', option: 'over' },
      options: { over: byClock(onward) },
      begins: true,
    },
    letter: {
      name: 'Write of the year',
      zh: '年度报告',
      role: 'LIB',
      due: days(20),
      options: { written: onward, not_written: byClock(onward) },
      silence: 'not_written',
    },
    verdict: {
      name: 'Go on or part',
      zh: '续约或解除',
      role: 'PRE',
      due: days(10),
      options: { go_on: onward, part: end('dissolved', 'LOST', 'LATE') },
    },
    hear: {
      name: 'Hear the complaint',
      zh: '处理投诉',
      role: 'PRE',
      due: days(10),
      options: { settled: onward },
      matter: 'complaint',
      begins: true,
    },
  }),
}

function* application(): OpenStory {
  for (;;) {
    yield* step('apply')
    const checked = yield* step('check')
    if (checked.option === 'complete') break
  }
  yield* status('applied')
  yield* step('form')
  yield* step('jury')
  yield* status('invited')
}

function* visit(): OpenStory {
  yield* step('date')
  for (;;) {
    const toured = yield* step('tour')
    const confirmed = yield* step('confirm')
    if (confirmed.option === 'return') continue
    if (toured.option === 'unfit') yield* finish('turned_down', toured)
    break
  }
  yield* status('visited')
}

function* agreement(): OpenStory {
  yield* sideBySide('sign_here', 'sign_there')
  yield* status('twinned')
}

function* year(): OpenStory {
  yield* step('rest')
  yield* step('letter')
  yield* step('verdict')
}

function* complaint(): OpenStory {
  yield* step('hear')
  yield* happens({ effect: 'unfreeze' })
}

interface Lived {
  readonly closed: boolean
  readonly stage?: { readonly matters?: readonly { readonly no: number }[] }
}

/** The life of a twinning: the last stage comes round for as long as it lasts. */
export function* lifeOf(base: Lived): OpenStory {
  const beside = () => (base.stage?.matters ?? []).map(({ no }) => ({ no, story: complaint() }))
  yield* stage('application', { body: application, beside })
  yield* stage('visit', { body: visit, beside })
  yield* stage('agreement', { body: agreement, beside })
  while (!base.closed) yield* stage('twinning', { body: year, beside })
}

const made = { closed: false }
const stories = [
  { settles: 'redress', stories: [] },
  {
    settles: 'matter',
    stories: [...stages.map((_, past) => () => ({ story: lifeOf(made), past })), () => ({ story: complaint() })],
  },
]

const late = (n: number) => ({ at: 'late', days: { unit: 'wd', n } })
const ladder = [
  { moment: { at: 'half' }, kind: 'reminder', tells: ['actor'] },
  { moment: late(0), kind: 'escalation', tells: ['actor', 'supervisor'] },
  { moment: late(10), kind: 'escalation', tells: ['PRE'], effect: 'reassign', repeats: 10 },
]

/** When somebody is reminded here, and who hears of what is late. */
export const escalation = {
  E1: ladder,
  E4: [...ladder, { moment: late(20), kind: 'escalation', tells: ['PRE'], effect: 'reconvene' }],
}

/** The one version of its rules. */
export const library = {
  id: 'library',
  version: '2026-11-30',
  steps: ledBy(stories, steps),
  escalation,
  nominationSheet: [
    { key: 'books', weight: 60, minimum: 0.3, code: 'SMALL' },
    { key: 'readers', weight: 40, minimum: 0.3, code: 'SMALL' },
  ],
  reviewSheet: [{ key: 'year', weight: 100, minimum: 0, code: 'LOST' }],
  streams: {},
  rests: { check: ['apply'], form: ['check'], jury: ['form'], confirm: ['tour'], verdict: ['letter'] },
  separation: {
    pairs: [{ rule: 'SD2', first: ['form'], second: ['jury', 'tour'] }],
    seats: [],
    inPerson: [],
    eachYear: [],
    afterReview: [],
  },
  settings: {
    slots: 3,
    partnerHoldDays: 60,
    recommends: { sensitive: [] },
    pace: { lateStart: 10, nextMeeting: 10, meetings: 2, silence: 5 },
  },
}
