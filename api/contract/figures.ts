import { z } from 'zod'
import { indicatorCodes } from '../../domain/indicators.js'
import { gateKeys } from '../../domain/procedure.js'
import { identifier, localText, sha256 } from './scalars.js'

export const FiguresQuery = z.strictObject({
  year: z.coerce.number().int().min(1900).max(2200).optional().describe('Review year; left out: the baseline alone.'),
})

const indicator = z.enum(indicatorCodes)
const evidence = z.int().min(1).max(5)

export const FiguresResponse = z
  .object({
    base: identifier,
    year: z.int().nullable(),
    report: sha256.nullable().describe('Hash of the report the values came with.'),
    values: z.array(
      z.object({
        indicator,
        label: localText,
        unit: z.string(),
        kind: z.enum(['output', 'result']),
        part: z.string().describe('The part of the yearly sheet it speaks for (6.5).'),
        baseline: z.number().describe('As it stood at launch, once its examination was through (4.4).'),
        baselineHandedIn: z.number().describe('As it was handed in.'),
        baselineProven: z.boolean().describe('false: nobody could prove where it stood, so no way from there counts.'),
        target: z.number(),
        value: z.number().nullable().describe('As it was reported.'),
        settled: z
          .number()
          .nullable()
          .describe('As the sample and compliance left it in the running review (5.3); null for the place.'),
        heldFor: z.int().nullable().describe('The year the value holds for.'),
        evidence: evidence.nullable(),
        sampled: z
          .boolean()
          .describe('Whether the test of the sample falls on it (5.3); false for all before the test opens.'),
      }),
    ),
    gates: z
      .array(
        z.object({
          gate: z.enum(gateKeys),
          label: localText,
          kind: z.enum(['binding', 'guiding']),
          limit: z.union([z.object({ least: z.number() }), z.object({ most: z.number() })]),
          declared: z.number().nullable().describe('What the dossier says; null: nothing that counts. Yes is 1, no 0.'),
          treat: z.enum(['accept', 'correct', 'reject']),
          accepted: z.number().nullable().describe('What the gate is read by (6.1).'),
          passed: z.boolean(),
        }),
      )
      .describe('Gates as they were read at the eligibility; none before, and none for the place.'),
    parts: z
      .record(z.string(), z.number())
      .describe(
        'Points that the figures of the running review propose for each part (5.6, 6.5); none for another year.',
      ),
    evidence: z.number().nullable().describe('Share of values with evidence of class 1 or 2.'),
    gaps: z.object({ missing: z.array(indicator), weak: z.array(indicator), stale: z.array(indicator) }),
  })
  .meta({
    id: 'Figures',
    description: 'The indicators of a base: where they stood, where they are to go, where they are.',
  })
