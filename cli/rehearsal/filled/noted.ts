import type { PlainDate } from '../../../domain/calendar-date.js'
import { exampleCited } from '../../../domain/form/kinds/evidence.js'
import type { FormAnswers } from '../../../domain/form/form.js'
import { areas } from '../../../domain/gicc/areas-and-indicators.js'
import type { StepKey } from '../../../domain/values/step-key.js'
import { defined } from '../../../domain/values/defined.js'
import { inventedBody, inventedWords } from './invented.js'

/** What tells the sheet of one base and year from that of another. */
export interface NotedPlay {
  /** The step that notes, looks up, or reports. */
  readonly key: StepKey
  /** The number of the base in the play. */
  readonly turn: number
  /** Reviews it has had. */
  readonly reviews: number
  /** In its first year it carries out its plan, where its rules ask for one. */
  readonly hasPlan: boolean
}

const kindOf = ['advice', 'lead', 'market', 'brand', 'cooperation', 'training'] as const

/** What a year is noted with: the sheet, what finance finds of its money, and the cash of the report (5.14, 5.2). */
export const notedGiven = (noted: NotedPlay, told: Today): FormAnswers => {
  if (noted.key === '5.14a') return sheetGiven(noted, told)
  const found = [{ kind: 'receipt', id: 'receipt-1' }]
  if (noted.key === '5.14b') return { results: [{ id: 'r1', receipt: found, result: 'confirmed' }] }
  const { from: _, kind: __, shown_by: receipt, ...came } = receiptGiven(noted, told)
  return { instalments: [{ ...came, received: true, receipt, found_as: found, counts: 'this_year' }] }
}

interface Today {
  readonly today: PlainDate
}

/** Two to six activities, another first area for each base, and the cash that came. */
const sheetGiven = ({ turn, reviews, hasPlan }: NotedPlay, { today }: Today): FormAnswers => ({
  activities: Array.from({ length: 2 + ((turn + reviews) % 5) }, (_, index) => {
    const place = (turn + reviews + index) % areas.length
    return {
      id: `r${index + 1}`,
      area: areas[place]?.code,
      kind: kindOf[place],
      title: inventedWords,
      period: { from: today, to: today },
      state: 'done',
      firms: 5 + ((turn * 7 + index * 11 + reviews * 3) % 40),
      persons: 20 + ((turn * 13 + index * 29 + reviews * 5) % 200),
      outcome: inventedWords,
      ...defined({
        instead: index === 0 && reviews === 0 && hasPlan ? [{ kind: 'activity', id: 'activity-1' }] : undefined,
      }),
    }
  }),
  receipts: [receiptGiven({ turn, reviews }, { today })],
})

const receiptGiven = ({ turn, reviews }: Pick<NotedPlay, 'turn' | 'reviews'>, { today }: Today) => ({
  id: 'r1',
  line: 'Cash',
  kind: 'cash',
  from: inventedBody('authority', 1),
  amount: {
    amount: 500_000 + turn * 25_000 + reviews * 10_000,
    currency: 'CNY',
    year: Number(today.slice(0, 'YYYY'.length)),
  },
  due_on: today,
  received_on: today,
  shown_by: exampleCited(1),
})
