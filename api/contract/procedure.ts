import { z } from 'zod'
import { conditionDues } from '../../domain/conditions.js'
import { screeningVerdicts } from '../../domain/screening.js'
import { documentKinds } from '../../domain/document-kind.js'
import { changesOfPlace, matters } from '../../domain/matters.js'
import { textNeeds } from '../../domain/negotiation/rules.js'
import { meanings } from '../../domain/meanings.js'
import {
  broughtBesides,
  escalationProfiles,
  gateKeys,
  scoreKinds,
  sheetKinds,
  yearFindings,
} from '../../domain/procedure.js'
import { inPersonRules, pairRules, separationRules } from '../../domain/separation.js'
import { supportKinds } from '../../domain/support-kinds.js'
import { FormDefinition } from './form-definition.js'
import { pageOf } from './page.js'
import { instant, reasonCode, role, rulesVersion, stage, status } from './scalars.js'
import { procedureIds } from '../../domain/procedure-id.js'

const key = z.string().min(1)
const days = z.strictObject({ unit: z.enum(['wd', 'cd']), n: z.int().min(0) })
const monthDay = z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
const due = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('opening'), days }),
  z.strictObject({ from: z.literal('first'), days }),
  z.strictObject({ from: z.literal('signature'), days }),
  z.strictObject({ from: z.literal('window') }),
  z.strictObject({ from: z.literal('term'), days }),
  z.strictObject({ from: z.literal('date'), ...monthDay.shape, atLeast: days.optional() }),
])

/** Where an option leads; what is behind a used-up loop is such a lead too, but no loop again. */
const onward = [
  z.strictObject({ to: z.array(key), stage: stage.optional() }),
  z.strictObject({ end: status, via: z.array(key).optional(), code: reasonCode.optional() }),
  z.strictObject({ stage }),
  z.strictObject({ settles: z.enum(['redress', 'matter']) }),
] as const
const lead = z.union([
  ...onward,
  z.strictObject({
    back: key,
    limit: z.int().optional().describe('How often; a loop without a limit is a fault.'),
    then: z.union([z.literal('not_offered'), ...onward]),
  }),
])
const option = z.strictObject({
  leads: lead,
  byClock: z.literal(true).optional(),
  codes: z.array(reasonCode).optional(),
  says: z.literal('required').optional().describe('Words of the person who chooses it, where they must come (8.14).'),
})
const decides = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('one') }),
  z.strictObject({
    by: z.literal('votes'),
    seats: z.int().min(1),
    quorum: z.int().min(1),
    twoThirds: z.array(z.string()),
    otherwise: z.union([z.string(), z.strictObject({ by: z.literal('score') })]),
    chair: role.optional(),
    casting: z.array(z.string()).optional(),
    substitutes: role.optional(),
    written: z.strictObject({ needs: z.int().min(1), within: days }).optional(),
  }),
  z.strictObject({
    by: z.literal('sheets'),
    count: z.int().min(1),
    sheet: z.enum(sheetKinds),
    recuses: z.string(),
  }),
  z.strictObject({ by: z.literal('clock'), option: z.string() }),
])
const profile = z.enum(escalationProfiles)
const matterKinds = Object.keys(matters)
const step = z.strictObject({
  key,
  stage,
  role,
  decides,
  options: z.record(z.string(), option),
  order: z.array(z.string()),
  due: due.optional().describe('A step without a due time is a fault.'),
  escalation: profile,
  silence: z.string().optional(),
  documents: z.array(z.enum(documentKinds)),
  form: FormDefinition.optional(),
  sees: z.enum(documentKinds).optional(),
  text: z
    .strictObject({
      hands: z
        .strictObject({
          with: z.array(z.string()),
          must: z.literal(true).optional(),
          only: z.enum(['languages', 'accepted']).optional(),
        })
        .optional(),
      sees: z.literal(true).optional(),
      clears: z.strictObject({ with: z.array(z.string()), scope: z.string() }).optional(),
      needs: z.record(z.string(), z.array(z.enum(textNeeds))).optional(),
      settles: z.literal(true).optional(),
      inner: z.literal(true).optional(),
    })
    .optional()
    .describe(
      'What the step does with the text that both sides make: who hands a version over, who clears what of it.',
    ),
  brings: z.enum(broughtBesides),
  runsFull: z.boolean().optional(),
  matter: z.enum(matterKinds).optional(),
  outsiders: z.literal(true).optional(),
  notByRaiser: z.literal(true).optional(),
  onlyByRaiser: z.literal(true).optional(),
  begins: z.literal(true).optional(),
  inRankOrder: z.literal(true).optional(),
  again: z.literal(true).optional(),
  leftOver: z.literal(true).optional(),
  supports: z.enum(supportKinds).optional(),
  scores: z.enum(scoreKinds).optional(),
  lockedBy: z.strictObject({ step: key, option: z.string() }).optional(),
  finds: z.record(z.string(), z.enum(yearFindings)).optional(),
  means: z.enum(meanings).optional(),
  takesTerritory: z
    .strictObject({ by: z.string(), after: z.strictObject({ step: key, option: z.string() }).optional() })
    .optional(),
  fallsWith: z.enum(changesOfPlace).optional(),
  proves: z.strictObject({ until: z.string() }).optional(),
  provenBy: z.strictObject({ step: key, on: z.string() }).optional(),
  putsOff: z.strictObject({ by: z.string(), to: z.string() }).optional(),
  fells: z.string().optional(),
  toldBy: key.optional(),
  checklist: z.strictObject({ leaves: z.string(), only: z.literal('wished').optional() }).optional(),
  conditions: z
    .strictObject({
      proposes: z.literal(true).optional(),
      weighs: z.strictObject({ by: z.string(), in: z.array(z.string()) }).optional(),
      fixes: z.array(z.string()).optional(),
    })
    .optional(),
  awaitsConditions: z.strictObject({ due: z.enum(conditionDues), with: z.array(z.string()) }).optional(),
  screens: z.record(z.string(), z.enum(screeningVerdicts)).optional(),
  weighty: z.array(z.string()).optional(),
  awaitsScreening: z.strictObject({ with: z.array(z.string()) }).optional(),
  examines: key.optional(),
  notByWhoDid: key.optional(),
})
const alarm = z.strictObject({
  moment: z.discriminatedUnion('at', [
    z.strictObject({ at: z.literal('opening') }),
    z.strictObject({ at: z.literal('half') }),
    z.strictObject({ at: z.literal('before'), days }),
    z.strictObject({ at: z.literal('late'), days }),
  ]),
  kind: z.enum(['reminder', 'escalation']),
  tells: z.array(z.union([role, z.enum(['actor', 'supervisor'])])),
  effect: z.enum(['hold', 'silence', 'reconvene', 'reassign']).optional(),
  repeats: z.int().min(1).optional(),
})
const criterion = z.strictObject({
  key,
  weight: z.number().min(0),
  minimum: z.number().min(0).max(1),
  code: reasonCode,
})
const gate = z.enum(['binding', 'guiding'])
const whole = z.int().min(0)
const points = z.number().min(0).max(100)
const settings = z.strictObject({
  slots: whole,
  capPerCategory: whole,
  capPerProvince: whole,
  categoriesAtLeast: whole.optional(),
  reservation: z.strictObject({ days: whole, launchDays: whole, prolongDays: whole }).optional(),
  diligenceMonths: whole.optional(),
  shortlistFactor: z.number().min(1),
  passedOverAfter: z.int().min(1),
  pace: z.strictObject({
    lateStart: z.int().min(1),
    nextMeeting: z.int().min(1),
    meetings: z.int().min(1),
    silence: z.int().min(1),
  }),
  roleModels: whole.optional(),
  callWindowDays: whole,
  passMark: points,
  spreadLimit: points,
  gates: z.record(z.enum(gateKeys), gate),
  limits: z.strictObject({
    yearsOfData: z.number(),
    leadIndustryShare: z.number(),
    scaleCnyBn: z.number(),
    memberFirms: z.number(),
    clusterBodyYears: z.number(),
    evidenceMonths: z.number(),
  }),
  recommends: z.strictObject({ conditions: points, plain: points, sensitive: z.array(key) }),
  colours: z.strictObject({
    red: points,
    yellow: points,
    advice: points,
    roleModel: points,
    titleYears: z.int().min(1),
    lowArea: z.number().min(0).max(1),
    lowAreas: whole,
    lateFundsMonths: whole,
    punctual: z
      .strictObject({ part: key, inDelay: z.number().min(0).max(1), late: z.number().min(0).max(1) })
      .optional(),
  }),
  visitEvery: z.int().min(1),
  boundaryShare: z.number().min(0).max(1),
  renewalDays: whole,
  partnerHoldDays: whole,
  forceMajeureDays: whole,
  screeningMonths: z.int().min(1).optional(),
  expiryNoticeDays: z.array(z.int().min(1)).optional(),
  letLie: z
    .strictObject({ panel: monthDay, year: monthDay, days: whole })
    .optional()
    .describe('When a review goes on without what the programme has let lie (R3).'),
  mouTermYears: whole,
  firstReviewMonths: whole,
  asksInterest: z.array(key).optional(),
})

const separation = z.strictObject({
  pairs: z.array(z.strictObject({ rule: z.enum(pairRules), first: z.array(key), second: z.array(key) })),
  seats: z.array(
    z.strictObject({
      rule: z.enum(separationRules),
      holds: role,
      where: z.enum(['anywhere', 'this_base', 'own_country']),
      steps: z.union([z.array(key), z.literal('every')]),
      handlesPaper: z.literal(true).optional(),
    }),
  ),
  inPerson: z.array(z.strictObject({ rule: z.enum(inPersonRules), steps: z.array(key) })),
  team: z.strictObject({ named: key, acts: z.array(key) }).optional(),
  eachYear: z.array(key),
  afterReview: z.array(key),
})

/** A version of the rules as JSON: what is not in this form is an unknown key or a wrong value. */
export const ProcedureBody = z
  .strictObject({
    id: z.enum(procedureIds),
    version: z.string().regex(/^\d{4}-\d{2}-\d{2}(\.\d+)?$/, 'must be a day such as 2027-03-01, or 2027-03-01.2'),
    steps: z.record(key, step),
    escalation: z.record(profile, z.array(alarm)),
    nominationSheet: z.array(criterion).min(1),
    reviewSheet: z.array(criterion).min(1),
    streams: z.record(key, z.number().min(0)),
    rests: z.record(key, z.array(key)).optional(),
    separation,
    extensions: z
      .strictObject({
        by: z.array(z.strictObject({ role, times: z.int().min(1) })),
        longest: z.int().min(1),
        codes: z.array(reasonCode),
        steps: z.record(key, z.strictObject({ most: z.int().optional(), longest: z.int().optional() })),
      })
      .optional(),
    negotiation: z
      .strictObject({
        normal: z.array(z.string()),
        preCleared: z.record(z.string(), z.array(z.string())),
        scopes: z.record(z.string(), z.array(z.string())),
        clearanceDays: whole.optional(),
        takeBackDays: whole.optional(),
      })
      .optional()
      .describe(
        'What a change of the negotiated text weighs: normal sections, variants cleared beforehand, who clears what, for how long that counts at the lock, and how long an office that is told of a normal change may take its word back.',
      ),
    settings,
  })
  .meta({ id: 'ProcedureBody', description: 'A version of the rules: steps, sheets, escalation and settings.' })

const named = { id: z.enum(procedureIds), version: rulesVersion, inForceFrom: instant }
export const ProceduresResponse = pageOf(
  z.object(named).meta({ id: 'ProcedureVersion', description: 'A stored version of the rules.' }),
  'Procedures',
)
export const ProcedureResponse = z
  .object({ ...named, body: z.looseObject({}).describe('The rules as JSON, as `procedure check` takes them.') })
  .meta({ id: 'Procedure', description: 'A version of the rules with all it says.' })
export const ProcedureParams = z.strictObject({ procedure: z.enum(procedureIds), version: rulesVersion })
