import { z } from 'zod'
import { fieldKinds } from '../../domain/form/field.js'
import { DraftResponse } from './draft.js'
import { identifier, instant, localText, reasonCode } from './scalars.js'

const words = z.object({ says: localText, next: localText })

const field = z
  .looseObject({
    code: z.string(),
    kind: z.enum(fieldKinds),
    label: localText,
    hint: localText.optional(),
    optional: z.literal(true).optional(),
  })
  .meta({
    id: 'FormField',
    description:
      'A field of a form: what it is called, what fits it, and when it is asked. `asked` is a condition on the option and on what other fields say; what else a kind has (choices, columns, limits) stands beside.',
  })

const Handed = z
  .object({
    person: identifier.nullable().describe('Who handed it in. Null: not for your eyes.'),
    at: instant,
    option: z.string(),
    version: z.int(),
    answers: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What was answered, as far as it is for your eyes. Null once their author was erased.'),
    withheld: z.array(z.string()).describe('Fields that were answered and whose answers are not for your eyes.'),
    totals: z
      .record(z.string(), z.record(z.string(), z.number()))
      .describe(
        'Of tables about single firms, from five firms on: how many rows they have, and totals of their numbers.',
      ),
    saidOtherwise: z
      .array(
        z.object({ label: localText, step: identifier, title: localText, person: identifier.nullable(), at: instant }),
      )
      .describe(
        'Fields that a later form began with and that were answered otherwise there, each time by whom: the answer here stays as it is until its owner hands in another.',
      ),
  })
  .meta({ id: 'HandedInForm', description: 'A form as it was handed in on this step.' })

export const FormResponse = z
  .object({
    base: identifier,
    step: identifier,
    key: z.string(),
    title: localText,
    version: z.int().nullable().describe('Null: the step asks for no form.'),
    mayAct: z.boolean().describe('Whether a decision of the reader would be taken now, whatever the option.'),
    why: words.optional().describe('Why not, and what to do next.'),
    options: z.array(
      z.object({
        option: z.string(),
        label: localText,
        leadsTo: localText.describe('What follows from it.'),
        codes: z.array(reasonCode),
        needs: z.array(z.enum(['code', 'reason'])),
        missing: z
          .array(localText)
          .describe('Labels of the fields that must be filled in for it and are neither prefilled nor drafted.'),
        faults: z
          .array(z.object({ labels: z.array(localText), needs: localText }))
          .describe(
            'What is wrong with the draft, or missing in it, for this option: the field by its labels, and what it needs.',
          ),
        because: localText.optional().describe('Why it would not be taken as things stand.'),
      }),
    ),
    fields: z.array(field),
    prefilled: z
      .record(z.string(), z.unknown())
      .describe('Answers that stand already in what was handed in before: to be confirmed, not typed again.'),
    begun: z
      .array(z.object({ field: z.string(), answer: z.unknown(), because: localText }))
      .describe(
        'What the form begins with although nobody answered it before, field by field, and why: for whoever may act to complete, change or delete. Rows may lack columns.',
      ),
    things: z
      .array(z.object({ kind: z.string(), id: z.string(), label: localText }))
      .describe('What fields of the kind `reference` can point at, as far as it is for your eyes.'),
    draft: DraftResponse.nullable().describe('What was typed and not handed in, where you may hand it in.'),
    handedIn: z.array(Handed).describe('What was handed in on this step, as far as it is for your eyes.'),
    example: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .describe('For each option answers that fit, plainly invented.'),
  })
  .meta({ id: 'StepForm', description: 'What a step asks of whoever acts on it.' })
