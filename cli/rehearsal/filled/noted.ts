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
    const firms = 5 + ((turn * 7 + index * 11 + reviews * 3) % 40)
    const persons = 20 + ((turn * 13 + index * 29 + reviews * 5) % 200)
    return {
      id: `r${index + 1}`,
      area: areas[place]?.code,
      kind: kindOf[place],
      title: inventedWords,
      period: { from: today, to: today },
      state: 'done',
      firms,
      persons,
      outcome: inventedWords,
      ...ofKind(kindOf[place], { firms, persons, today }),
      ...defined({
        instead: index === 0 && reviews === 0 && hasPlan ? [{ kind: 'activity', id: 'activity-1' }] : undefined,
      }),
    }
  }),
  receipts: [receiptGiven({ turn, reviews }, { today })],
})

interface Size {
  readonly firms: number
  readonly persons: number
  readonly today: PlainDate
}

/** What is noted of an activity by its kind, in proportion to who took part. */
const ofKind = (kind: (typeof kindOf)[number] | undefined, { firms, persons, today }: Size): FormAnswers => {
  const usd = (amount: number) => ({ amount, currency: 'USD', year: Number(today.slice(0, 'YYYY'.length)) })
  switch (kind) {
    case 'advice':
      return { expert_days: firms * 2, advised: firms, carried_out: Math.floor(firms / 2), client_mark: 4.2 }
    case 'lead':
      return {
        investor: inventedBody('firm', 1),
        sector: 'Components',
        lead_state: 'paid_in',
        lead_on: today,
        fills_gap: firms % 2 === 0,
        committed: usd(firms * 200_000),
        paid_in: usd(firms * 100_000),
        jobs: persons,
      }
    case 'market':
      return {
        event: 'Trade fair',
        meetings: firms * 3,
        contracts: Math.ceil(firms / 4),
        contracted: usd(firms * 150_000),
        new_markets: 1,
      }
    case 'brand':
      return { mark_no: 'TM 1000001', licensees: firms, appearances: 3, misuse_closed: 1 }
    case 'cooperation':
      return { cluster_meetings: 2, agreements: 1, project_state: 'running' }
    case 'training':
      return { course_days: 3, trained: persons, certified: Math.floor(persons * 0.8), experts_moved: 2 }
    case undefined:
      return {}
  }
}

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
