import type { BudgetRates } from '../../facts.js'
import { addMonths, isPlainDate, type PlainDate } from '../../calendar-date.js'
import type { MoneyRead, ReadValues } from '../../form/read-values.js'
import { moneyIn, rowsIn } from '../../form/rows.js'

/** The reviewed year, and how many units of a currency make one US dollar in its budget (4.6). */
export interface MoneyYear {
  readonly reviewed: number
  readonly perUsd?: Readonly<Record<string, number>>
}

/** Of the cash that was due in the year: how much of it came, and how late the latest came. */
export interface CashOfTheYear {
  /** Received of what was due by 31 December, 0–1; 1 where nothing was due. */
  readonly share: number
  /** Full months, the largest over instalments of at least a tenth of the year's cash; to 31 December where it is still out. */
  readonly lateMonths: number
}

interface Instalment {
  readonly dueOn: PlainDate
  readonly amount: MoneyRead
  readonly receivedOn?: PlainDate
}

/** Budget rates as a table has them: as finance confirmed those of year one (4.6b), or a report fixes those of the next (5.2). */
export const ratesOf = (read: ReadValues, table = 'rates'): Readonly<Record<string, number>> =>
  Object.fromEntries(
    rowsIn(read, table).flatMap(({ currency, per_usd: rate }) =>
      typeof currency === 'string' && typeof rate === 'number' && rate > 0 ? [[currency, rate]] : [],
    ),
  )

/** The rates that count in a year of the plan: those fixed for it, else the last that were fixed before (4.6). */
export const ratesIn = (fixed: readonly BudgetRates[], planYear: number): Readonly<Record<string, number>> =>
  fixed
    .filter((rates) => rates.planYear <= planYear)
    .toSorted((one, other) => one.planYear - other.planYear)
    .reduce<Readonly<Record<string, number>>>((all, { perUsd }) => ({ ...all, ...perUsd }), {})

/**
 * What is read of the instalments of a year, as the report told them and the officer left them (5.2, 5.3). A currency
 * without a rate is counted by itself, and the less favourable of such counts holds.
 */
export const cashOf = (read: ReadValues, { reviewed, perUsd = {} }: MoneyYear): CashOfTheYear => {
  const end: PlainDate = `${reviewed}-12-31`
  const due = instalmentsIn(read).filter(({ dueOn }) => dueOn <= end)
  const rateOf = (currency: string): number | undefined => (currency === 'USD' ? 1 : perUsd[currency])
  const isRated = ({ amount }: Instalment): boolean => rateOf(amount.currency) !== undefined
  const unrated = new Set(due.filter((one) => !isRated(one)).map(({ amount }) => amount.currency))
  const counts = [
    due.filter(isRated).map((one) => ({ ...one, worth: one.amount.amount / (rateOf(one.amount.currency) ?? 1) })),
    ...[...unrated].map((currency) =>
      due.filter(({ amount }) => amount.currency === currency).map((one) => ({ ...one, worth: one.amount.amount })),
    ),
  ].map((comparable) => countOf(comparable, end))
  return {
    share: Math.min(1, ...counts.map(({ share }) => share)),
    lateMonths: Math.max(0, ...counts.map(({ lateMonths }) => lateMonths)),
  }
}

interface Comparable extends Instalment {
  readonly worth: number
}

const countOf = (due: readonly Comparable[], end: PlainDate): CashOfTheYear => {
  const sum = (those: readonly Comparable[]): number => those.reduce((all, { worth }) => all + worth, 0)
  const all = sum(due)
  const came = sum(due.filter(({ receivedOn }) => receivedOn !== undefined && receivedOn <= end))
  const late = due.map(({ dueOn, receivedOn = end }) => {
    // What is due on one day is one instalment, in however many parts it came.
    const whole = sum(due.filter((one) => one.dueOn === dueOn))
    return whole * 10 >= all ? fullMonths(dueOn, receivedOn < end ? receivedOn : end) : 0
  })
  return { share: all === 0 ? 1 : came / all, lateMonths: Math.max(0, ...late) }
}

const instalmentsIn = (read: ReadValues): readonly Instalment[] =>
  rowsIn(read, 'instalments').flatMap(({ due_on: dueOn, amount: given, received_on: receivedOn }) => {
    const amount = moneyIn(given)
    if (amount === undefined || !isDay(dueOn)) return []
    return [isDay(receivedOn) ? { dueOn, amount, receivedOn } : { dueOn, amount }]
  })

const isDay = (value: unknown): value is PlainDate => typeof value === 'string' && isPlainDate(value)

/** Whole months from one day to a later one: 30 September to 31 December are three. */
const fullMonths = (from: PlainDate, to: PlainDate): number => {
  let months = 0
  while (addMonths(from, months + 1) <= to) months += 1
  return months
}
