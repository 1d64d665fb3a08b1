import type { PlainDate } from '../../../domain/calendar-date.js'
import { exampleCited } from '../../../domain/form/kinds/evidence.js'
import type { FormAnswers } from '../../../domain/form/form.js'
import { areas } from '../../../domain/gicc/areas-and-indicators.js'
import { defined } from '../../../domain/values/defined.js'
import { inventedBody, inventedWords } from './invented.js'

/** What tells the sheet of one base and year from that of another. */
export interface NotedPlay {
  /** The number of the base in the play. */
  readonly turn: number
  /** Reviews it has had: in its first year it carries out its plan. */
  readonly reviews: number
}

const kindOf = ['advice', 'lead', 'market', 'brand', 'cooperation', 'training'] as const

/** What a cluster body notes of its year: two to six activities, another first area for each base, and the cash that came (5.14). */
export const notedGiven = ({ turn, reviews }: NotedPlay, { today }: { readonly today: PlainDate }): FormAnswers => ({
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
      ...defined({ instead: index === 0 && reviews === 0 ? [{ kind: 'activity', id: 'activity-1' }] : undefined }),
    }
  }),
  receipts: [
    {
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
    },
  ],
})
