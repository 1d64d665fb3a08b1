import { z } from 'zod'
import type { Condition } from '../../domain/form/condition.js'
import { daysAhead, nothings, retentionClasses, visibilityClasses, type FormField } from '../../domain/form/field.js'
import { itemStatuses, itemKinds } from '../../domain/follow-up/item-kind.js'
import { capacities } from '../../domain/screening.js'
import { localText } from './scalars.js'

const fieldCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const listCode = z.string().regex(/^[A-Za-z0-9_.:@-]{1,80}$/)
const among = z.array(z.union([z.string(), z.boolean()])).min(1)
const whole = z.int().min(0)
const evidenceClass = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

// The union says of each bound that it may be undefined, where the type says that it may be absent.
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- exact optional fields differ in spelling only
const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ option: z.array(z.string()).min(1) }),
      z.strictObject({ field: z.string(), is: among }),
      z.strictObject({ field: z.string(), least: z.number().optional(), most: z.number().optional() }),
      z.strictObject({ all: z.array(condition) }),
      z.strictObject({ any: z.array(condition) }),
      z.strictObject({ not: condition }),
    ]),
  )
  .meta({
    id: 'FormCondition',
    description: 'When something is asked, or an option is borne by what was answered.',
  }) as unknown as z.ZodType<Condition>

const choices = z.array(z.strictObject({ code: listCode, label: localText })).min(1)
const common = {
  code: fieldCode,
  label: localText,
  hint: localText.optional(),
  asked: condition.optional(),
  optional: z.literal(true).optional(),
  read: z.literal(true).optional(),
  nothing: z.array(z.enum(nothings)).optional(),
  seen: z.enum(visibilityClasses).optional(),
  kept: z.enum(retentionClasses).optional(),
  toAsked: z.literal(true).optional(),
  from: z.strictObject({ step: z.string(), field: z.string() }).optional(),
}
const plain = <K extends FormField['kind']>(kind: K) => z.strictObject({ kind: z.literal(kind), ...common })

const behind = condition
  .optional()
  .describe('What it tells of is done, where that holds: no day of it lies ahead when it is handed in.')

const cells = [
  plain('text').extend({
    lines: z.enum(['one', 'many']),
    most: whole,
    least: whole.optional(),
    both: z.literal(true).optional(),
    rowOf: fieldCode.optional(),
  }),
  plain('number').extend({
    unit: localText,
    decimals: whole.optional(),
    least: z.number().optional(),
    most: z.number().optional(),
  }),
  plain('money'),
  plain('percentage').extend({ parts: z.literal(true).optional() }),
  plain('date').extend({
    behind,
    ahead: z
      .enum(daysAhead)
      .optional()
      .describe('It names a day that is not over: any, or one as long as the place is kept.'),
  }),
  plain('period').extend({ behind }),
  plain('choice').extend({ choices }),
  plain('choices').extend({ choices, least: whole.optional(), most: whole.optional() }),
  plain('yes_no'),
  plain('person').extend({ screened: z.enum(capacities).optional() }),
  plain('organisation').extend({ screened: z.enum(capacities).optional() }),
  plain('place'),
  plain('fact').extend({
    unit: localText,
    decimals: whole.optional(),
    least: z.number().optional(),
    weakest: evidenceClass.optional(),
  }),
  plain('file').extend({ least: whole.optional(), most: whole.optional() }),
  plain('evidence').extend({ weakest: evidenceClass.optional(), most: whole.optional() }),
  plain('checklist').extend({
    items: z
      .array(
        z.strictObject({
          code: listCode,
          label: localText,
          hint: localText.optional(),
          results: z.array(listCode).optional(),
        }),
      )
      .min(1),
    results: choices,
    remarks: z.array(listCode).optional(),
    proofs: z.array(listCode).optional(),
    weakest: evidenceClass.optional(),
  }),
  plain('confirmation').extend({ statement: localText }),
  plain('reference').extend({ to: z.array(z.string()).min(1), most: whole.optional() }),
] as const

const column = z.discriminatedUnion('kind', cells)
const table = plain('table').extend({
  columns: z.array(column).min(1),
  least: whole.optional(),
  most: whole,
  totals: z
    .array(
      z.strictObject({
        name: listCode,
        label: localText,
        where: z.strictObject({ column: fieldCode, is: among }).optional(),
        sum: fieldCode.optional(),
      }),
    )
    .optional(),
  reads: z.array(fieldCode).optional(),
  each: fieldCode.optional(),
  gathers: z.literal('subjects').optional(),
  enters: z
    .strictObject({
      kind: z.enum(itemKinds),
      as: z.enum(itemStatuses).optional(),
      like: z.array(z.string()).optional(),
      adds: z
        .literal(true)
        .optional()
        .describe('A later form adds to what an earlier one entered, and replaces nothing.'),
    })
    .optional(),
  about: z
    .strictObject({
      column: fieldCode,
      sets: z
        .array(
          z.strictObject({
            kind: z.enum(itemKinds),
            column: fieldCode,
            is: z.union([z.string(), z.boolean()]),
            to: z.enum(itemStatuses),
            from: z.array(z.enum(itemStatuses)).min(1).optional().describe('Only of what stands so.'),
          }),
        )
        .optional(),
      fills: z
        .record(fieldCode, fieldCode)
        .optional()
        .describe('Columns that are filled in beforehand as the row by which the item entered has them.'),
      bars: z
        .array(
          z.strictObject({
            column: fieldCode,
            is: z.string(),
            where: z.strictObject({ column: fieldCode, is: z.union([z.string(), z.boolean()]) }),
            needs: localText,
          }),
        )
        .optional()
        .describe('What no row may say of an item whose own row stands against it.'),
      every: z
        .array(
          z.strictObject({
            kind: z.enum(itemKinds),
            status: z.array(z.enum(itemStatuses)).min(1),
            of: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
})

/** A form as a version of the rules is published with it; `domain/form/form-faults.ts` says what may be wrong with a sound one. */
export const FormDefinition = z
  .strictObject({
    version: z.int().min(1),
    seen: z.enum(visibilityClasses).optional(),
    fields: z.array(z.discriminatedUnion('kind', [...cells, table])).min(1),
    bears: z.record(z.string(), condition).optional(),
    changesOnly: z
      .strictObject({
        of: z.string(),
        listed: z.strictObject({ step: z.string(), field: fieldCode, column: fieldCode }),
      })
      .optional(),
  })
  .meta({ id: 'FormDefinition', description: 'What a step asks of whoever acts on it.' })
