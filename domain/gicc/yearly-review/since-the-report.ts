import type { Closing } from '../../follow-up/filed-forms.js'
import type { FiledForm, FollowedItem } from '../../follow-up/items.js'
import type { ItemKind } from '../../follow-up/item-kind.js'
import { moneyIn, numberIn, readRowsIn, type ReadCells } from '../../form/rows.js'
import type { MoneyRead } from '../../form/read-values.js'
import type { LocalText } from '../../locale.js'
import type { ThirdPartyState } from '../../third-parties.js'
import { countedWork, type CountedWork } from './counted-work.js'
import { areas } from '../areas-and-indicators.js'
import { isReportStep } from './values-noted.js'

/** Money of several currencies: what the budget has a rate for in US dollars, the rest by itself. */
export interface MoneyNoted {
  readonly usd: number
  readonly unrated: readonly MoneyRead[]
}

/** What was noted of a base since its last report (5.14, 5.15). */
export interface SinceTheReport {
  readonly areas: readonly {
    readonly area: string
    readonly label: LocalText
    readonly activities: number
    readonly firms: number
    readonly persons: number
    readonly requests: number
  }[]
  /** What the noted work comes to by indicator, for the report to begin with; money at the rates of the budget (5.2). */
  readonly indicators: readonly CountedWork[]
  /** Received and found by finance, received and not looked up yet, spent. */
  readonly money: { readonly found: MoneyNoted; readonly waiting: MoneyNoted; readonly spent: MoneyNoted }
  /** Activities about which somebody outside was asked, and what was said (5.14). */
  readonly thirdParties: {
    readonly asked: number
    readonly confirmed: number
    readonly differ: number
    readonly notKnown: number
  }
  readonly requests: {
    readonly asked: number
    readonly answered: number
    /** The mean of the marks that firms gave; absent where none was given. */
    readonly mark?: number
  }
}

interface Noted {
  readonly filed: readonly FiledForm[]
  readonly closings: readonly Closing[]
  readonly items: readonly FollowedItem[]
  /** How a question about an activity stands, by the id of that. */
  readonly outside: ReadonlyMap<string, { readonly state: ThirdPartyState }>
  /** How many units of a currency make one US dollar in the budget of the year that runs. */
  readonly perUsd: Readonly<Record<string, number>>
}

/** Adds up what sheets noted after the last report was handed in: what was replaced, withdrawn or not found counts nowhere. */
export const sinceTheReport = ({ filed, closings, items, outside, perUsd }: Noted): SinceTheReport => {
  const since = Math.max(0, ...closings.filter(isReport).map(({ seq }) => seq))
  const notedOf = (kind: ItemKind, ...status: readonly FollowedItem['status'][]): readonly FollowedItem[] =>
    items
      .filter((item) => item.kind === kind && isSheet(item) && item.filed.closedSeq > since)
      .filter((item) => status.length === 0 || status.includes(item.status))
  const rowsOf = (...of: Parameters<typeof notedOf>): readonly ReadCells[] => notedOf(...of).flatMap(cellsOf)
  const [activities, requests] = [rowsOf('activity', 'recorded', 'done'), rowsOf('request')]
  const marks = filed
    .filter(({ key, closedSeq }) => key === '5.15c' && closedSeq > since)
    .flatMap(({ read: { mark } }) => (typeof mark === 'number' ? [mark] : []))
  const asked = { asked: requests.length, answered: requests.length - rowsOf('request', 'open').length }
  return {
    areas: areas.map(({ code, label }) => {
      const own = activities.filter(({ area }) => area === code)
      const sum = (column: string) => own.reduce((all, row) => all + numberIn(row[column]), 0)
      const wanted = requests.filter(({ area }) => area === code).length
      return {
        area: code,
        label,
        activities: own.length,
        firms: sum('firms'),
        persons: sum('persons'),
        requests: wanted,
      }
    }),
    indicators: countedWork(activities, { perUsd }),
    money: {
      found: worth(rowsOf('receipt', 'recorded', 'done'), perUsd),
      waiting: worth(rowsOf('receipt', 'open'), perUsd),
      spent: worth(rowsOf('payment', 'recorded'), perUsd),
    },
    thirdParties: countedOutside(notedOf('activity', 'recorded', 'done').flatMap(({ id }) => outside.get(id) ?? [])),
    requests:
      marks.length === 0
        ? asked
        : { ...asked, mark: hundredth(marks.reduce((all, one) => all + one, 0) / marks.length) },
  }
}

const countedOutside = (asked: readonly { readonly state: ThirdPartyState }[]): SinceTheReport['thirdParties'] => {
  const count = (said: ThirdPartyState): number => asked.filter(({ state }) => state === said).length
  return { asked: asked.length, confirmed: count('confirmed'), differ: count('differs'), notKnown: count('not_known') }
}

/** Whether a visit closed with a report of the year handed in. */
export const isReport = ({ key, option }: Closing): boolean => isReportStep(key) && option === 'submit'

/** It entered by a sheet, and not by a plan or a report. */
const isSheet = ({ filed: { key } }: FollowedItem): boolean => key === '5.14a' || key === '5.15a'

const cellsOf = ({ filed, field, row }: FollowedItem): readonly ReadCells[] =>
  readRowsIn(filed.read, field).flatMap(({ id, cells }) => (id === row ? [cells] : []))

const worth = (rows: readonly ReadCells[], perUsd: Readonly<Record<string, number>>): MoneyNoted => {
  const amounts = rows.flatMap(({ amount }) => moneyIn(amount) ?? [])
  const rateOf = (currency: string): number | undefined => (currency === 'USD' ? 1 : perUsd[currency])
  const rated = amounts.reduce((all, { amount, currency }) => all + amount / (rateOf(currency) ?? Infinity), 0)
  const others = [...new Set(amounts.map(({ currency }) => currency))].filter((one) => rateOf(one) === undefined)
  return {
    usd: hundredth(rated),
    unrated: others.map((currency) => ({
      currency,
      amount: amounts.reduce((all, one) => (one.currency === currency ? all + one.amount : all), 0),
    })),
  }
}

const hundredth = (value: number): number => Math.round(value * 100) / 100
