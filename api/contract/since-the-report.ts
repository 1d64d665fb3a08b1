import { z } from 'zod'
import { indicatorCodes } from '../../domain/indicators.js'
import { localText } from './scalars.js'

const money = z.object({
  usd: z.number().describe('At the rates of the budget of the year that runs (4.6).'),
  unrated: z
    .array(z.object({ currency: z.string(), amount: z.number() }))
    .describe('Money of currencies for which that budget has no rate.'),
})

export const SinceTheReportResponse = z
  .object({
    areas: z.array(
      z.object({
        area: z.string(),
        label: localText,
        activities: z.int(),
        firms: z.number(),
        persons: z.number(),
        requests: z.int().nullable().describe('Null where requests of firms are not for your eyes.'),
      }),
    ),
    indicators: z
      .array(z.object({ indicator: z.enum(indicatorCodes), label: localText, unit: z.string(), value: z.number() }))
      .describe('What the noted work comes to, indicator by indicator; what nobody noted is not told (5.14).'),
    money: z.object({
      found: money.describe('Received, and found by the finance officer.'),
      waiting: money.describe('Noted as received and not looked up yet.'),
      spent: money,
    }),
    thirdParties: z
      .object({ asked: z.int(), confirmed: z.int(), differ: z.int(), notKnown: z.int() })
      .describe('Activities about which somebody outside was asked, and how many said what.'),
    requests: z
      .object({
        asked: z.int(),
        answered: z.int(),
        mark: z.number().optional().describe('The mean mark of the firms, 1 to 5.'),
      })
      .nullable()
      .describe('Null where requests of firms are not for your eyes.'),
  })
  .meta({
    id: 'SinceTheReport',
    description:
      'What sheets noted since the last report of the base, as far as those sheets are for your eyes (5.14, 5.15).',
  })
