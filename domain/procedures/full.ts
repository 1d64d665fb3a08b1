import type { Criterion, Procedure, Settings } from '../procedure.js'
import { escalation } from './escalation.js'
import { extensions } from './extensions.js'
import { dueDiligenceSteps } from './full-due-diligence.js'
import { launchSteps } from './full-launch.js'
import { matterSteps } from './full-matters.js'
import { memorandumSteps } from './full-memorandum.js'
import { nominationSteps } from './full-nomination.js'
import { rests } from './full-rests.js'
import { tenSteps } from './full-ten.js'
import { yearlyReviewSteps } from './full-yearly-review.js'

/** domain.md 6.2: weights of 100, each with its own minimum share. */
const nominationSheet: readonly Criterion[] = [
  { key: 'value_chain', weight: 25, minimum: 0.5, code: 'VCH' },
  { key: 'scale', weight: 20, minimum: 0.5, code: 'SCA' },
  { key: 'competitiveness', weight: 25, minimum: 0.5, code: 'COM' },
  { key: 'partnership', weight: 15, minimum: 0.6, code: 'GOV' },
  { key: 'fit', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'responsibility', weight: 5, minimum: 0.6, code: 'ENV' },
]

/** domain.md 6.5: six areas of 10, the challenges 18, governance 12, evidence 10. An area at zero is yellow, below 40 % advice. */
const reviewSheet: readonly Criterion[] = [
  { key: 'area_consulting', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_investment', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_markets', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_branding', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_cooperation', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_talent', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'challenges', weight: 18, minimum: 0, code: 'PLN' },
  { key: 'governance', weight: 12, minimum: 0, code: 'GOV' },
  { key: 'evidence', weight: 10, minimum: 0, code: 'DAT' },
]

/** domain.md 12, the defaults; limits of the gates from 6.1. */
export const settings: Settings = {
  slots: 10,
  capPerCategory: 2,
  capPerProvince: 3,
  categoriesAtLeast: 6,
  reservation: { days: 360, launchDays: 180, prolongDays: 180 },
  diligenceMonths: 12,
  shortlistFactor: 1.5,
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
  partnerHoldDays: 90,
  mouTermYears: 3,
  firstReviewMonths: 6,
  // Where people judge: scoring, votes, colours, second looks.
  asksInterest: [
    ...['1.8', '1.8b', '1.10', '2.8', '2.10', '5.6', '5.8', '5.9b', '5.12a'],
    ...['R2', '5.8r', '5.9r', '5.13c', '5.13d', 'E6b', '8.10c'],
  ],
}

/** The procedure `full`: domain.md 5 with its rulings. A change of any number here is a new version, never an edit in force. */
export const full: Procedure = {
  id: 'full',
  version: '2026-11-25',
  steps: {
    ...nominationSteps,
    ...dueDiligenceSteps,
    ...memorandumSteps,
    ...launchSteps,
    ...yearlyReviewSteps,
    ...matterSteps,
    ...tenSteps,
  },
  escalation,
  nominationSheet,
  reviewSheet,
  streams: { '2.3a': 15, '2.3b': 15, '2.3c': 20, '2.3d': 15, '2.3e': 15, '2.3f': 15, '2.3g': 5 },
  rests,
  extensions,
  settings,
}
