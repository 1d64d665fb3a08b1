import type { z } from 'zod'
import type { BaseCountsResponse, BaseSpansResponse, BasesResponse, BaseSummary } from '../../api/contract/base.js'
import type { SlotResponse, WaitingResponse } from '../../api/contract/ten.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { PortfolioView } from '../../domain/values/portfolio-view.js'
import type { SavedViewsHere } from './saved-views.js'

export type PortfolioBase = z.output<typeof BaseSummary>

/** All bases somebody may see, as asked for in the address. */
export interface Portfolio {
  readonly view: PortfolioView
  /** What the address asks for besides view, page and language. */
  readonly asked: Readonly<Record<string, string>>
  readonly counts: z.output<typeof BaseCountsResponse>
  /** In lists, on the map, and of reviews ahead. */
  readonly bases: z.output<typeof BasesResponse> | undefined
  readonly spans: z.output<typeof BaseSpansResponse> | undefined
  readonly ten:
    | {
        readonly slots: readonly z.output<typeof SlotResponse>[]
        readonly waiting: readonly z.output<typeof WaitingResponse>[]
      }
    | undefined
  readonly programmes: readonly { readonly id: string; readonly label: LocalText; readonly rehearsal: boolean }[]
  /** Whether the reader is on the side of the programme that is shown, for whom the ten are. */
  readonly seesTen: boolean
  /** In which programme the reader may start a base; undefined: in none that is shown. */
  readonly startsIn: string | undefined
  readonly saved: SavedViewsHere
}

interface Address {
  readonly view: PortfolioView
  readonly asked: Portfolio['asked']
  readonly after?: string | undefined
}

/** The address of the same page with something else asked for. */
export const portfolioHref = ({ view, asked, after }: Address): string => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  if (view !== 'list') query.set('view', view)
  if (after !== undefined) query.set('after', after)
  return query.size === 0 ? '/bases' : `/bases?${query.toString()}`
}

/** The address of the same bases as a table for a spreadsheet. */
export const tableHref = (asked: Portfolio['asked']): string => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return query.size === 0 ? '/bases/table.csv' : `/bases/table.csv?${query.toString()}`
}

/** A part of a page: what it shows, and in which language. */
export interface PortfolioPart {
  readonly of: Portfolio
  readonly locale: Locale
}

/** Whole days from a moment to the moment of looking. */
export const daysSince = (at: string, now: string): number =>
  Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 86_400_000))
