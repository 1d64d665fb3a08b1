import type { Calendar } from '../../domain/calendar.js'
import type { Nominate } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import type { DossierFacts } from '../../domain/facts.js'
import type { ScoreSheet } from '../../domain/values/score-sheet.js'
import type { BaselineValue, IndicatorValue } from '../../domain/figures.js'
import { indicatorCodes, indicatorOf } from '../../domain/indicators.js'
import { full } from '../../domain/gicc/full.js'
import { roles, type Role } from '../../domain/role.js'
import { exampleCalendars } from './example-calendars.js'
import { defined } from '../../domain/values/defined.js'

/** The base of all examples: the third nomination round would be `-3`. */
export const exampleBase = 'gasme-C09-yueqing-1'
export const dayOfNomination = '2026-11-26T15:00:00.000Z'

/** Calendars of the two sides of the example place, for the whole span the tests play. */
export const calendars: Readonly<Record<string, Calendar>> = exampleCalendars()

/** The calendar of one side of the example; the tests know no other. */
export const calendarOfSide = (side: 'programme' | 'partner'): Calendar => {
  const calendar = calendars[side === 'programme' ? 'US@America/New_York' : 'CN@Asia/Shanghai']
  if (calendar === undefined) throw new Error(`the example has no calendar for the ${side}`)
  return calendar
}

/** A complete, eligible dossier of the example cluster. */
export const aDossier: DossierFacts = {
  parts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  dossierHash: 'd'.repeat(64),
  oneAuthority: true,
  clusterBodyYears: 8,
  yearsOfData: 3,
  leadIndustryShare: 0.8,
  outputCnyBn: [150, 140, 130],
  memberFirms: 400,
  incidents: 0,
  coFunding: true,
  declarationsSigned: true,
}

/** Fails a guiding gate and nothing else: no co-funding promise (G10). */
export const aDossierToWaive: DossierFacts = { ...aDossier, coFunding: false }

export const aSheet: ScoreSheet = {
  value_chain: 0.9,
  scale: 0.8,
  competitiveness: 0.8,
  partnership: 0.8,
  fit: 0.7,
  responsibility: 0.8,
}

/** A nomination sheet that gives every criterion the same share. */
export const evenSheet = (share: number): ScoreSheet =>
  Object.fromEntries(full.nominationSheet.map(({ key }) => [key, share]))

/** A review sheet that gives every part the same share. */
export const evenReview = (share: number): ScoreSheet =>
  Object.fromEntries(full.reviewSheet.map(({ key }) => [key, share]))

/** A value that every unit lets stand, with room to its target. */
const usualValue = (unit: string): number => (unit === '%' ? 60 : unit === '1-5' ? 2 : 100)

/** Twenty indicators as they stood at launch, each to grow by half or to fall by a tenth. */
export const aBaseline: readonly BaselineValue[] = indicatorCodes.slice(0, 20).map((indicator) => ({
  indicator,
  year: 2027,
  value: usualValue(indicatorOf(indicator).unit),
  target: usualValue(indicatorOf(indicator).unit) * (indicatorOf(indicator).better === 'up' ? 1.5 : 0.9),
  evidence: 2,
}))

/** The values of a year at their targets, so many of them with evidence of the first class as the share says. */
export const valuesShownBy = (share: number, year: number): readonly IndicatorValue[] =>
  aBaseline.map(({ indicator, target }, at) => ({
    indicator,
    year: year - 1,
    value: target,
    evidence: at < Math.round(share * aBaseline.length) ? 1 : 3,
  }))

export const nomination: Nominate = {
  type: 'nominate',
  programme: 'gasme',
  call: '2027',
  windowEnds: '2027-01-25T05:00:00.000Z',
  cluster: {
    cluster: 'C09-yueqing',
    category: 'electric',
    province: 'CN-ZJ',
    country: 'CN',
    zone: 'Asia/Shanghai',
    overlaps: ['C03-wenzhou'],
    readings: [{ measure: 'output', value: 150, unit: 'CNY billion', year: 2022, evidence: 4 }],
    recordHash: 'a'.repeat(64),
  },
  languages: ['en', 'zh-CN'],
  invited: false,
  partsAtHand: [2],
  procedure: 'full',
  rehearsal: false,
}

/** The n-th person who holds one role, so that panels and second officers can be filled. */
export const holderOf = (role: Role, number = 1): Actor => ({
  person: `p-${role.toLowerCase()}-${number}`,
  channel: 'api',
  factor: 'sign_in',
  mandates: [
    {
      id: `m-${role}-${number}`,
      role,
      organisation: roles[role].side,
      from: '2026-01-01T00:00:00.000Z',
      ...defined({ base: roles[role].perBase ? exampleBase : undefined, country: role === 'EX' ? 'US' : undefined }),
    },
  ],
})

/** One person with several roles, as in a small office. */
export const personWith = (person: string, ...held: readonly Role[]): Actor => ({
  person,
  channel: 'api',
  factor: 'sign_in',
  mandates: held.flatMap((role) =>
    holderOf(role).mandates.map((mandate) => ({ ...mandate, id: `${mandate.id}-of-${person}` })),
  ),
})
