import { Option, type Command } from 'commander'
import { thirdParties } from '../../api/contract/commands/third-parties.js'
import { FollowUpResponse } from '../../api/contract/follow-up.js'
import { LaunchItemsResponse } from '../../api/contract/launch-items.js'
import { unitWords } from '../../domain/words/units.js'
import { SinceTheReportResponse } from '../../api/contract/since-the-report.js'
import { SubjectsResponse } from '../../api/contract/subjects.js'
import { drawnToConfirm } from '../../domain/third-parties.js'
import { itemKinds } from '../../domain/follow-up/item-kind.js'
import { print, when } from '../printing.js'
import { told } from '../tongue.js'
import { ofBase } from './accepted.js'
import { addVerbs } from './from-table.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

interface Wanted extends AskingOptions {
  readonly kind?: string
}

/** Adds the verbs that list what is followed on a base, what must stand before its launch, and who is screened for it. */
export const addFollowUpVerbs = (program: Command): void => {
  addFollowUp(program)
  addLaunchItems(program)
  addSinceTheReport(program)
  addVerbs(program, thirdParties)
  addSubjects(program)
}

const addFollowUp = (program: Command): void => {
  verb(program, {
    usage: 'follow-up <base>',
    says: 'List what is followed on a base until it is settled: findings, conditions, recommendations, measures, risks, activities.',
    examples: [
      'follow-up gasme-C09-yueqing-1 --as p-pm-1',
      'follow-up gasme-C09-yueqing-1 --kind finding --as p-C09-yueqing-lg',
    ],
  })
    .addOption(new Option('--kind <kind>', 'only items of this kind').choices(itemKinds))
    .addOption(asOption())
    .action(async (base: string, wanted: Wanted) => {
      const query = wanted.kind === undefined ? '' : `?kind=${wanted.kind}`
      const { items } = await askAs(wanted).get(`${ofBase(base, 'follow-up')}${query}`, FollowUpResponse)
      print({ items }, { json: wanted.json, text: () => items.map(lineOf).join('\n') })
    })
}

type Shown = ReturnType<typeof FollowUpResponse.parse>['items'][number]

const lineOf = ({ id, kindLabel, statusLabel, words, said, drawn, thirdParty }: Shown): string =>
  [
    [id, told(kindLabel), told(statusLabel)].join('  '),
    ...words.map(({ label, says }) => `    ${told(label)}: ${told(says)}`),
    ...(drawn === undefined ? [] : [`    ${told(drawnToConfirm)}`]),
    ...(thirdParty === undefined ? [] : [`    ${thirdPartyLine(thirdParty)}`]),
    ...said.flatMap((one) => [
      `    ${one.step}  ${told(one.title)}`,
      ...one.words.map(({ label, says }) => `        ${told(label)}: ${told(says)}`),
    ]),
  ].join('\n')

const thirdPartyLine = ({ stateLabel, until, ownNumber, capacity }: NonNullable<Shown['thirdParty']>): string =>
  [
    told(stateLabel),
    ...(ownNumber === undefined ? [] : [String(ownNumber)]),
    ...(typeof capacity === 'string' ? [capacity] : []),
    told({ en: `until ${when(until)}`, 'zh-CN': `答复期至${when(until)}` }),
  ].join('  ')

const addLaunchItems = (program: Command): void => {
  verb(program, {
    usage: 'launch-items <base>',
    says: 'List what must and should stand before the launch of a base: whose it is, by when, and how it stands.',
    examples: ['launch-items gasme-C09-yueqing-1 --as p-pm-1'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const { items } = await askAs(wanted).get(ofBase(base, 'launch-items'), LaunchItemsResponse)
      print({ items }, { json: wanted.json, text: () => items.map(itemLine).join('\n') })
    })
}

type ShownItem = ReturnType<typeof LaunchItemsResponse.parse>['items'][number]

const itemLine = ({ code, label, owners, dueBy, overdue, statusLabel, shownBy }: ShownItem): string =>
  [
    code,
    told(label),
    told(statusLabel) + (shownBy === undefined ? '' : ` (${shownBy})`),
    `${overdue ? '! ' : ''}${dueBy === undefined ? '–' : told(dueBy)}`,
    owners.map((owner) => told(owner.label)).join(', '),
  ].join('  ')

const addSinceTheReport = (program: Command): void => {
  verb(program, {
    usage: 'since-the-report <base>',
    says: 'Add up what was noted since the last report: work by area, money received and spent, requests of member firms.',
    examples: ['since-the-report gasme-C09-yueqing-1 --as p-C09-yueqing-clo'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const noted = await askAs(wanted).get(ofBase(base, 'since-the-report'), SinceTheReportResponse)
      print(noted, { json: wanted.json, text: () => notedLines(noted).join('\n') })
    })
}

type Noted = ReturnType<typeof SinceTheReportResponse.parse>

const notedLines = ({ areas, indicators, money, requests, thirdParties: asked }: Noted): readonly string[] => [
  ...areas.map(({ label, activities, firms, persons, requests: wanted }) =>
    [
      told(label),
      told({ en: `${activities} activities`, 'zh-CN': `活动${activities}项` }),
      told({ en: `${firms} firms`, 'zh-CN': `企业${firms}家次` }),
      told({ en: `${persons} persons`, 'zh-CN': `${persons}人次` }),
      ...(wanted === null ? [] : [told({ en: `${wanted} requests`, 'zh-CN': `需求${wanted}项` })]),
    ].join('  '),
  ),
  ...indicators.map(
    ({ indicator, label, unit, value }) =>
      `${indicator}  ${told(label)}  ${value} ${told(unitWords[unit] ?? { en: unit, 'zh-CN': unit })}`,
  ),
  `${told({ en: 'Received', 'zh-CN': '已确认到账' })}  ${moneyLine(money.found)}`,
  `${told({ en: 'Not looked up yet', 'zh-CN': '待核对到账' })}  ${moneyLine(money.waiting)}`,
  `${told({ en: 'Spent', 'zh-CN': '支出' })}  ${moneyLine(money.spent)}`,
  told({
    en: `Third parties asked: ${asked.asked}, confirmed ${asked.confirmed}, differ ${asked.differ}, do not know ${asked.notKnown}`,
    'zh-CN': `请第三方确认${asked.asked}项，属实${asked.confirmed}项，有出入${asked.differ}项，不了解${asked.notKnown}项`,
  }),
  requests === null
    ? told({ en: 'Requests of firms are not for your eyes.', 'zh-CN': '企业需求不在您的查阅范围内。' })
    : told({
        en: `Requests: ${requests.asked}, answered ${requests.answered}, mark ${requests.mark ?? '–'}`,
        'zh-CN': `企业需求${requests.asked}项，已答复${requests.answered}项，评价${requests.mark ?? '–'}`,
      }),
]

const moneyLine = ({ usd, unrated }: Noted['money']['found']): string =>
  [`USD ${usd}`, ...unrated.map(({ currency, amount }) => `${currency} ${amount}`)].join(' + ')
const addSubjects = (program: Command): void => {
  verb(program, {
    usage: 'subjects <base>',
    says: 'Tell what the integrity screening of a base came to and when it is repeated; to compliance also who is screened, in which lists, and what was found.',
    examples: ['subjects gasme-C09-yueqing-1 --as p-co-1', 'subjects gasme-C09-yueqing-1 --as p-pm-1'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const subjects = await askAs(wanted).get(ofBase(base, 'subjects'), SubjectsResponse)
      print(subjects, { json: wanted.json, text: () => subjectLines(subjects).join('\n') })
    })
}

type Screened = ReturnType<typeof SubjectsResponse.parse>

const subjectLines = ({ verdictLabel, screenedAt, nextOn, known, due, items, runs }: Screened): readonly string[] => [
  [
    verdictLabel === null ? told({ en: 'Not screened yet', 'zh-CN': '尚未核查' }) : told(verdictLabel),
    told({ en: `screened: ${when(screenedAt)}`, 'zh-CN': `核查时间：${when(screenedAt)}` }),
    told({ en: `again: ${when(nextOn)}`, 'zh-CN': `下次核查：${when(nextOn)}` }),
  ].join('  '),
  told({
    en: `${known} are screened, or are to be; the last screening did not look for ${due} of them`,
    'zh-CN': `应核查${known}方，其中${due}方上次核查未涵盖`,
  }),
  ...(items ?? []).flatMap(({ capacityLabel, who, statusLabel, aliases, hits }) => [
    [told(capacityLabel), told(who), told(statusLabel)].join('  ') + (aliases === null ? '' : ` (${aliases})`),
    ...hits.flatMap(({ words }) => words.map(wordsLine)),
  ]),
  ...(runs ?? []).flatMap(({ step, at, person, lists }) => [
    [step, when(at), person ?? '–'].join('  '),
    ...lists.flatMap(({ words }) => words.map(wordsLine)),
  ]),
]

const wordsLine = ({ label, says }: NonNullable<Screened['items']>[number]['hits'][number]['words'][number]): string =>
  `    ${told(label)}: ${told(says)}`
