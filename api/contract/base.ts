import { z } from 'zod'
import { interestKinds } from '../../domain/values/interest-kind.js'
import { pageFields, pageOf } from './page.js'
import { count, identifier, instant, localText, programmeId, role, sha256, stage, status } from './scalars.js'
import { procedureIds } from '../../domain/procedure-id.js'

export const BaseParams = z.strictObject({ id: identifier })
export const BasesQuery = z.strictObject({
  programme: programmeId.optional().describe('Only of this one. Left out: every programme that is no rehearsal.'),
  stage: stage.optional(),
  status: status.optional(),
  ...pageFields,
})

/** Names of a base, each in every language. */
export const Names = z.object({
  name: localText,
  place: localText,
  government: localText,
  industry: localText,
})

export const WaitsFor = z
  .object({
    step: identifier,
    key: z.string(),
    role,
    title: localText,
    since: instant,
    dueAt: instant,
    late: z.boolean(),
    holder: identifier.optional().describe('The one holder of the role a director gave it to.'),
    vacant: z.boolean().describe('Fewer people may act than the step needs: a task for the programme manager.'),
  })
  .meta({ id: 'WaitsFor', description: 'An open step: who must act, since when, until when.' })

/** Where the place of a base is, by the clock: by it and by New York people are told the hour (R4). */
export const placeZone = z.string().nullable().describe('IANA name of the time of its place (R4).')

const summary = {
  id: identifier,
  programme: programmeId,
  cluster: identifier,
  names: Names,
  zone: placeZone,
  call: z.string(),
  stage,
  status,
  code: z.string().optional().describe('The reason code of a status that ended or stopped the matter.'),
  colour: z.string().optional(),
  score: z.number().optional(),
  slot: z.int().optional(),
  plaque: z.string().optional(),
  nextDueAt: instant.nullable(),
  waitsFor: z.array(WaitsFor),
  awaitsSession: z.boolean(),
  closed: z.boolean(),
  rehearsal: z.boolean(),
}

export const BaseSummary = z.object(summary).meta({ id: 'BaseSummary' })
export const BasesResponse = pageOf(BaseSummary, 'Bases')

export const BaseResponse = z
  .object({
    ...summary,
    procedure: z.string(),
    stages: z.array(
      z.object({
        stage,
        no: z.int(),
        year: z.int().optional(),
        enteredAt: instant,
        leftAt: instant.nullable(),
        outcome: status.nullable(),
        code: z.string().optional(),
      }),
    ),
    counts: z.object({
      steps: count.describe('Step instances closed.'),
      decisions: count.describe('Human commands accepted: each vote, score and signature is one.'),
      letters: count.describe('Letters taken by the mail server, reminders included.'),
    }),
    ledger: z.object({ entries: count, head: sha256 }),
    openedAt: instant,
    lastEntryAt: instant,
    missingParts: z.array(z.int()),
    undated: z.array(z.string()),
    interests: z
      .array(z.object({ person: identifier, kind: z.enum(interestKinds), since: instant }))
      .describe('Declared interests: these people have neither access nor vote (SD5).'),
  })
  .meta({ id: 'Base' })

export const NominationRequest = z
  .strictObject({
    cluster: identifier,
    call: identifier.optional().describe('Left out: the call that is open.'),
    invited: z.boolean().default(false).describe('The place was invited already: the dossier is awaited at once.'),
    procedure: z.enum(procedureIds).optional().describe('Left out: the procedure of the programme.'),
  })
  .meta({ id: 'NominationRequest' })
