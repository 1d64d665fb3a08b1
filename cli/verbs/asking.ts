import { Option } from 'commander'
import type { Command } from 'commander'
import type { z } from 'zod'
import { AsOfResponse, DiffResponse, PortfolioItem, TimesResponse } from '../../api/contract/asking.js'
import { timeAxes } from '../../domain/as-of.js'
import { dayEndOfProgramme } from '../../domain/words/hours.js'
import type { TimeAxis } from '../../domain/as-of.js'
import { roles } from '../../domain/role.js'
import { engineInWords, notForYou } from '../../domain/words/doer.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { colourWord, stageWord, statusBecause, statusWord } from '../codes.js'
import { dayEnds, moment } from '../moments.js'
import { personOf, print, table, when, type ReadIn } from '../printing.js'
import { told } from '../tongue.js'
import { askAs, asOption, languageOption, verb, zoneOf } from './verb.js'
import type { AskingOptions } from './verb.js'

/** What a question about the past understands. */
export interface AskingPast extends AskingOptions {
  readonly by: TimeAxis
}

/** The option that says by which of its times an entry counts. */
export const byOption = (): Option =>
  new Option('--by <time>', 'count entries by when they happened, were recorded, or are effective')
    .choices(timeAxes)
    .default('happened')

const thatMoment = `a date, as things stood at ${dayEnds}, or an instant such as 2027-06-01T08:00:00Z`

/** Adds the verbs that ask for the past: `as-of`, `portfolio`, `diff`, `times`. */
export const addAsking = (program: Command): void => {
  addAsOf(program)
  addPortfolio(program)
  addDiff(program)
  addTimes(program)
}

const addAsOf = (program: Command): void => {
  verb(program, {
    usage: 'as-of <base>',
    says: 'Show where a base stood at a moment.',
    examples: [
      'as-of gasme-C09-yueqing-1 2027-06-01',
      'as-of gasme-C09-yueqing-1 2027-06-01 --by recorded --as p-au-1',
      'as-of gasme-C09-yueqing-1 2027-06-01T08:00:00Z --by effective --json',
    ],
  })
    .argument('<moment>', thatMoment, moment)
    .addOption(byOption())
    .addOption(asOption())
    .action(async (base: string, on: string, wanted: AskingPast) => {
      const query = new URLSearchParams({ on, by: wanted.by })
      const asOf = await askAs(wanted).get(`/bases/${encodeURIComponent(base)}/as-of?${query.toString()}`, AsOfResponse)
      const there = await zoneOf(base, wanted)
      print(asOf, { json: wanted.json, text: () => asOfText(asOf, there) })
    })
}

const asOfText = (
  { base, moment, entries, state, exhibits, ledger }: z.infer<typeof AsOfResponse>,
  there: ReadIn,
): string => {
  const head = told({
    en: `${base} as of ${when(moment.at, there)}, by what ${bySays[moment.by].en} by then (${entries} entries of ${ledger.entries})`,
    'zh-CN': `${base}，截至${when(moment.at, there)}，按届时${bySays[moment.by]['zh-CN']}的事项（登记${ledger.entries}条中的${entries}条）`,
  })
  if (state === null) return `${head}\n${told({ en: 'nothing of it was there yet', 'zh-CN': '当时尚无任何记录' })}`
  const known = [
    [{ en: 'colour', 'zh-CN': '评估结果' }, state.colour && colourWord(state.colour)],
    [{ en: 'score', 'zh-CN': '得分' }, state.score],
    [{ en: 'slot', 'zh-CN': '名额' }, state.slot],
    [{ en: 'plaque', 'zh-CN': '牌匾编号' }, state.plaque],
  ] as const
  return [
    head,
    `${stageWord(state.stage)}${state.year === undefined ? '' : ` ${state.year}`}, ${statusBecause(state)}`,
    ...known.flatMap(([name, value]) =>
      value === undefined ? [] : [told({ en: `${name.en}: ${value}`, 'zh-CN': `${name['zh-CN']}：${value}` })],
    ),
    table(
      ['waited for', 'who', 'since', 'due', 'acted'],
      state.openSteps.map(({ step, title, role, holder, since, dueAt, acted, seats }) => [
        `${step} ${told(title)}`,
        holder === undefined ? told(roles[role].label) : `${told(roles[role].label)} ${holder}`,
        when(since, there),
        when(dueAt, there),
        told({ en: `${acted} of ${seats}`, 'zh-CN': `${seats}人中${acted}人` }),
      ]),
    ),
    table(
      ['stage', 'entered', 'left', 'outcome'],
      state.stages.map(({ stage, enteredAt, leftAt, outcome }) => [
        stageWord(stage),
        when(enteredAt, there),
        when(leftAt, there),
        statusWord(outcome),
      ]),
    ),
    ...(exhibits.length === 0 ? [] : [exhibitsText(exhibits, there)]),
  ].join('\n')
}

const exhibitsText = (exhibits: z.infer<typeof AsOfResponse>['exhibits'], { zone }: ReadIn): string =>
  table(
    ['exhibit', 'kind', 'evidence', 'state', 'until'],
    exhibits.map(({ id, kindLabel, class: counts, statusLabel, expiresOn }) => [
      id,
      told(kindLabel),
      String(counts),
      told(statusLabel),
      expiresOn === null ? '' : told(dayEndOfProgramme(expiresOn, zone ?? undefined)),
    ]),
  )

const bySays: Readonly<Record<TimeAxis, LocalText>> = {
  happened: { en: 'had happened', 'zh-CN': '已发生' },
  recorded: { en: 'had been recorded', 'zh-CN': '已入账' },
  effective: { en: 'was effective', 'zh-CN': '已生效' },
}

const addPortfolio = (program: Command): void => {
  verb(program, {
    usage: 'portfolio',
    says: 'Show all bases of a programme as they stood at a moment: stage, status, colour, slot, open steps.',
    examples: ['portfolio 2027-06-01', 'portfolio 2027-06-01 --programme gasme --by recorded --json'],
  })
    .argument('<moment>', thatMoment, moment)
    .option('--programme <id>', 'the programme', 'gasme')
    .addOption(byOption())
    .addOption(asOption())
    .action(async (on: string, wanted: AskingPast & { readonly programme: string }) => {
      const query = new URLSearchParams({ on, by: wanted.by })
      const items = await askAs(wanted).all(
        `/programmes/${encodeURIComponent(wanted.programme)}/portfolio?${query.toString()}`,
        PortfolioItem,
      )
      print({ on, by: wanted.by, items }, { json: wanted.json, text: () => portfolioText(items) })
    })
}

const portfolioText = (items: readonly z.infer<typeof PortfolioItem>[]): string =>
  table(
    ['base', 'place', 'stage', 'status', 'colour', 'slot', 'waited for'],
    items.map(({ base, names, stage, status, colour, slot, openSteps }) => [
      base,
      told(names.name),
      stageWord(stage),
      statusWord(status),
      colourWord(colour),
      slot,
      openSteps.map(({ key, role }) => `${key} ${role}`).join(', '),
    ]),
  )

const addDiff = (program: Command): void => {
  verb(program, {
    usage: 'diff <base>',
    says: 'Say what changed of a base from one moment to another, and by whose act.',
    examples: [
      'diff gasme-C09-yueqing-1 2027-01-01 2027-06-30T08:00:00Z',
      'diff gasme-C09-yueqing-1 2027-01-01 2027-06-30 --by recorded --language zh-CN --as p-au-1',
    ],
  })
    .argument('<from>', thatMoment, moment)
    .argument('<to>', thatMoment, moment)
    .addOption(byOption())
    .addOption(languageOption('words'))
    .addOption(asOption())
    .action(async (base: string, from: string, ...[to, wanted]: [string, AskingPast & { language: Locale }]) => {
      const query = new URLSearchParams({ from, to, by: wanted.by })
      const diff = await askAs(wanted).get(`/bases/${encodeURIComponent(base)}/diff?${query.toString()}`, DiffResponse)
      const there = await zoneOf(base, wanted)
      print(diff, { json: wanted.json, text: () => diffText(diff, { ...there, language: wanted.language }) })
    })
}

const diffText = ({ changes }: z.infer<typeof DiffResponse>, there: ReadIn & { readonly language: Locale }): string =>
  changes.length === 0
    ? 'Nothing changed.'
    : table(
        ['no', 'when', 'what', 'who', 'as', 'on behalf of'],
        changes.map(({ sentence, by }) => [
          by.seq,
          when(by.occurredAt, there),
          sentence[there.language],
          by.doer === 'engine'
            ? engineInWords(by.cause)[there.language]
            : by.person === null
              ? notForYou[there.language]
              : personOf(by),
          by.role,
          by.onBehalfOf,
        ]),
      )

const addTimes = (program: Command): void => {
  verb(program, {
    usage: 'times <base>',
    says: 'Show how many days each stage took, whom it waited for, and how long the open steps have waited.',
    examples: ['times gasme-C09-yueqing-1', 'times gasme-C09-yueqing-1 --json'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const times = await askAs(wanted).get(`/bases/${encodeURIComponent(base)}/times`, TimesResponse)
      const there = await zoneOf(base, wanted)
      print(times, { json: wanted.json, text: () => timesText(times, there) })
    })
}

const timesText = ({ stages, openSteps }: z.infer<typeof TimesResponse>, there: ReadIn): string =>
  [
    table(
      ['stage', 'entered', 'left', 'days', 'programme', 'partner', 'both', 'standing', 'rest'],
      stages.map(({ stage, year, enteredAt, leftAt, days, waited }) => [
        year === undefined ? stageWord(stage) : `${stageWord(stage)} ${year}`,
        when(enteredAt, there),
        when(leftAt, there),
        days,
        waited.programme,
        waited.partner,
        waited.both,
        waited.standing,
        waited.rest,
      ]),
    ),
    table(
      ['waits for', 'who', 'since', 'days', 'working days'],
      openSteps.map(({ step, title, role, since, days, workingDays }) => [
        `${step} ${told(title)}`,
        role,
        when(since, there),
        days,
        workingDays,
      ]),
    ),
  ].join('\n')
