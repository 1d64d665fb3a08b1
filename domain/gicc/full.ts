import type { Criterion, Procedure, Settings } from '../procedure.js'
import { escalation } from './escalation.js'
import { extensions } from './extensions.js'
import { memorandumRules } from './memorandum/text-rules.js'
import { separation } from './separation.js'
import { keysWhere, published, stepsInFull, toldOf } from './steps.js'
import { walkedStories } from './walked-stories.js'
import { ledBy } from '../walk.js'
import { once } from '../values/once.js'
import { reviewSheet } from './yearly-review/review-sheet.js'

/** 6.2: weights of 100, each with its own minimum share. */
const nominationSheet: readonly Criterion[] = [
  { key: 'value_chain', weight: 25, minimum: 0.5, code: 'VCH' },
  { key: 'scale', weight: 20, minimum: 0.5, code: 'SCA' },
  { key: 'competitiveness', weight: 25, minimum: 0.5, code: 'COM' },
  { key: 'partnership', weight: 15, minimum: 0.6, code: 'GOV' },
  { key: 'fit', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'responsibility', weight: 5, minimum: 0.6, code: 'ENV' },
]

/** The defaults (12); limits of the gates from 6.1. */
export const settings: Settings = {
  slots: 10,
  capPerCategory: 2,
  capPerProvince: 3,
  categoriesAtLeast: 6,
  reservation: { days: 360, launchDays: 180, prolongDays: 180 },
  diligenceMonths: 12,
  shortlistFactor: 1.5,
  passedOverAfter: 2,
  pace: { lateStart: 10, nextMeeting: 10, meetings: 2, silence: 5 },
  roleModels: 2,
  callWindowDays: 60,
  passMark: 70,
  spreadLimit: 20,
  gates: {
    G1: 'binding',
    G2: 'binding',
    G3: 'binding',
    G4: 'binding',
    G5: 'guiding',
    G6: 'binding',
    G7: 'binding',
    G8: 'binding',
    G9: 'binding',
    G10: 'guiding',
    G11: 'binding',
  },
  limits: {
    yearsOfData: 3,
    leadIndustryShare: 0.5,
    scaleCnyBn: 4,
    memberFirms: 50,
    clusterBodyYears: 2,
    evidenceMonths: 36,
  },
  recommends: { conditions: 60, plain: 70, sensitive: keysWhere(({ sensitive }) => sensitive === true) },
  colours: {
    red: 50,
    yellow: 65,
    advice: 70,
    roleModel: 90,
    titleYears: 2,
    lowArea: 0.4,
    lowAreas: 2,
    lateFundsMonths: 6,
    punctual: { part: 'governance', inDelay: 11 / 12, late: 9 / 12 },
  },
  visitEvery: 3,
  boundaryShare: 0.1,
  renewalDays: 180,
  partnerHoldDays: 90,
  forceMajeureDays: 180,
  screeningMonths: 3,
  expiryNoticeDays: [60, 30],
  letLie: { panel: { month: 7, day: 31 }, year: { month: 12, day: 31 }, days: 10 },
  mouTermYears: 3,
  firstReviewMonths: 6,
  // Where people judge: scoring, votes, colours, second looks.
  asksInterest: keysWhere(({ asksInterest }) => asksInterest === true),
}

/** All stories are told for it, a fraction of a second, so not before somebody asks. */
const steps = once(() => ledBy(walkedStories, toldOf(stepsInFull, published)))

/** The procedure `full`: the five stages with their rulings. A change of any number here is a new version, never an edit in force. */
export const full = {
  id: 'full',
  version: '2026-12-02',
  get steps() {
    return steps()
  },
  escalation,
  nominationSheet,
  reviewSheet,
  streams: toldOf(stepsInFull, ({ weight }) => weight),
  rests: toldOf(stepsInFull, ({ rests }) => rests),
  extensions,
  separation,
  negotiation: memorandumRules,
  settings,
} satisfies Procedure
