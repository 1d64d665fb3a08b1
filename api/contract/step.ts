import { z } from 'zod'
import { voidCauses } from '../../domain/events/returning.js'
import { proposalKinds } from '../../domain/commands/proposals.js'
import { optionNeeds } from '../../domain/judge/offers.js'
import { ShownPaper } from './shown-paper.js'
import { BodyStanding } from './bodies.js'
import { placeZone } from './base.js'
import { pageFields, pageOf } from './page.js'
import {
  day,
  documentKind,
  identifier,
  instant,
  localText,
  programmeId,
  reason,
  reasonCode,
  role,
  sha256,
  stage,
} from './scalars.js'

export const StepParams = z.strictObject({ id: identifier, step: identifier })
export const StepsQuery = z.strictObject({
  open: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .describe('true: only steps that wait; false: only closed ones.'),
  ...pageFields,
})

export const RaisedBy = z
  .object({
    role,
    at: instant,
    code: reasonCode.optional(),
    until: day.optional().describe('The last day, where the place is (8.5).'),
    sentence: localText,
    words: z
      .string()
      .nullable()
      .optional()
      .describe('In the words of whoever asked; null once erased, absent where they are not for your eyes.'),
  })
  .meta({ id: 'RaisedBy', description: 'Who asked for a step of a matter, why and until when.' })

const step = {
  id: identifier,
  key: z.string(),
  title: localText,
  stage,
  role,
  openedAt: instant,
  dueAt: instant,
  seats: z.int(),
  also: z.array(role).describe('Roles that may act besides: the chair of a body.'),
  body: BodyStanding.optional().describe('How an open body stands: quorum, votes that count, what is missing (8.4).'),
  sealed: z.boolean().describe('Sheets handed in here are shown to nobody but their authors yet (1.8).'),
  decides: z.enum(['one', 'votes', 'sheets', 'clock', 'file', 'machine']).or(z.string()),
  brings: z.string(),
  sees: z
    .object({
      kind: documentKind.optional(),
      hashes: z.array(sha256),
      text: sha256.optional().describe('Which of them is the version of the text that both sides make.'),
    })
    .optional()
    .describe('What is decided about: the decision must name these hashes in `seen`.'),
  options: z
    .array(
      z.object({
        option: z.string(),
        label: localText,
        codes: z.array(reasonCode).optional(),
        needs: z
          .array(z.enum(optionNeeds))
          .describe('What must come with it: one of `codes`, a `reason` in words (8.14).'),
      }),
    )
    .describe('What would be taken of somebody who may act, as things stand.'),
  notOffered: z
    .array(z.object({ option: z.string(), label: localText, because: localText }))
    .describe('What would not be taken, and why: used up, or not borne by the facts on file.'),
  sentBack: z
    .object({
      key: z.string(),
      title: localText,
      label: localText,
      code: reasonCode.optional(),
      words: z.string().nullable().describe('null once their author was erased.'),
    })
    .optional()
    .describe(
      'Why it came back to the place, or why the place wants the text otherwise: the decision, and what is missing in its words.',
    ),
  raised: RaisedBy.optional().describe(
    'Who asked for the step, where somebody did: in words for whoever may read them.',
  ),
  asksInterest: z.boolean().describe('true: the decision must say `noInterest: true` (SD5).'),
  holder: identifier.optional().describe('The one holder of the role a director gave it to.'),
  acts: z.array(z.object({ person: z.string(), option: z.string(), at: instant })),
  withheld: z.boolean().describe('What others did here one by one is not for your eyes (8.12).'),
}

export const StepResponse = z
  .object({
    ...step,
    closedAt: instant.nullable(),
    outcome: z.string().nullable(),
    code: reasonCode.optional(),
    vacant: z.boolean().describe('Fewer people may act than the step needs.'),
    why: localText
      .optional()
      .describe('Why it waits, in roles; `/bases/{id}/why` adds names for whoever may see them.'),
    standIn: role.optional().describe('Who may act too, because the step is late for long (E1).'),
    papers: z.array(ShownPaper).describe('Acts on paper that wait for a second person (R16).'),
    voided: z.enum(voidCauses).optional().describe('Why it no longer counts, though it stays readable.'),
  })
  .meta({ id: 'Step' })
export const StepsResponse = pageOf(StepResponse, 'Steps')

export const InboxItem = z
  .object({
    base: identifier,
    programme: programmeId,
    names: z.object({ name: localText }),
    zone: placeZone,
    late: z.boolean(),
    dueBy: localText.optional().describe('The end of the time in words, with the hour where either side is (R4).'),
    workingDaysLeft: z.int().nullable().describe('Of the side that acts; below zero: so many working days late.'),
    why: localText.optional().describe('Why it waits, in one sentence, in roles.'),
    ...step,
  })
  .meta({ id: 'InboxItem', description: 'A step that waits for the person of the token.' })

/** What waits for a person and is no open step: a second word, a session to convene. */
export const AlsoWaits = z
  .object({
    kind: z.enum(['void', 'paper', 'session', 'proposal']),
    programme: programmeId,
    base: identifier.optional(),
    step: identifier.optional(),
    bases: z.array(identifier).optional().describe('Those that wait for a session.'),
    proposal: z.object({ kind: z.enum(proposalKinds), id: z.string() }).optional(),
    by: z.object({ person: identifier, role: role.optional() }).optional().describe('Who proposed or entered it.'),
    seq: z.int().optional().describe('The entry of the record that asks for it; whoever confirms names it.'),
    code: reasonCode.optional(),
    words: z.string().nullable().optional().describe('In the words of whoever proposed it; null once erased.'),
    sentence: localText,
  })
  .meta({ id: 'AlsoWaits', description: 'What waits for the person of the token beside open steps.' })

export const InboxResponse = z
  .object({
    items: z.array(InboxItem),
    also: z.array(AlsoWaits).describe('What is no step; on the first page.'),
    next: z.string().nullable(),
  })
  .meta({ id: 'Inbox', description: 'One page of what waits.' })

export const DecisionRequest = z
  .strictObject({
    option: z.string().regex(/^[A-Za-z0-9_]{1,60}$/),
    code: reasonCode.optional(),
    reason,
    noInterest: z
      .literal(true)
      .optional()
      .describe('Says that you have no interest in this base, where the step asks.'),
    seen: z.array(sha256).max(20).optional().describe('Hashes of the text that was read, where the step shows one.'),
    form: z
      .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), z.unknown())
      .optional()
      .describe('What was filled in, by the codes of the fields: `/bases/{id}/steps/{step}/form` says what is asked.'),
  })
  .meta({ id: 'DecisionRequest' })
export type DecisionBody = z.infer<typeof DecisionRequest>
