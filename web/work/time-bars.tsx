import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { BaseSpansResponse } from '../../api/contract/base.js'
import { stageLabel } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'

type Spans = z.output<typeof BaseSpansResponse>
type Span = Spans['items'][number]

interface BarsProps {
  readonly title: string
  readonly today: string
  readonly spans: Spans
  readonly locale: Locale
}

/** Sizes of the drawing in its own units. */
const [labelWidth, barsWidth, rowHeight, headHeight] = [250, 750, 34, 30]
const dayMs = 86_400_000

/** Bases beneath each other, their stages along time. The same stands in the table beside it. */
export const TimeBars = ({ title, today, spans, locale }: BarsProps): ReactNode => {
  const scale = scaleOf(spans)
  const height = headHeight + spans.items.length * rowHeight + 8
  const now = scale.x(spans.now)
  return (
    <figure className="chart scroll" tabIndex={0} role="region" aria-label={title}>
      <svg viewBox={`0 0 ${labelWidth + barsWidth} ${height}`} className="time" role="group" aria-label={title}>
        {scale.years.map((year) => (
          <g key={year} aria-hidden="true">
            <line
              className="rule"
              x1={scale.x(firstOf(year))}
              x2={scale.x(firstOf(year))}
              y1={headHeight - 6}
              y2={height}
            />
            {haveOneDay(spans) && Math.abs(scale.x(firstOf(year)) - now) < 60 ? null : (
              <text className="degree" x={scale.x(firstOf(year)) + 4} y={headHeight - 12}>
                {year}
              </text>
            )}
          </g>
        ))}
        {spans.items.map((span, at) => (
          <Row key={span.id} span={span} top={headHeight + at * rowHeight} scale={scale} locale={locale} />
        ))}
        {haveOneDay(spans) ? (
          <>
            <line className="now" x1={now} x2={now} y1={headHeight - 6} y2={height} />
            <text className="mark" x={now} y={headHeight - 12} aria-hidden="true">
              {today}
            </text>
          </>
        ) : null}
      </svg>
    </figure>
  )
}

/** Whether it is the same day for all that go on: bases that are rehearsed may keep a time of their own, and then no day is today. */
export const haveOneDay = ({ items, now }: Spans): boolean =>
  items.every(
    (one) => one.closedAt !== null || one.now.slice(0, 'YYYY-MM-DD'.length) === now.slice(0, 'YYYY-MM-DD'.length),
  )

interface Scale {
  readonly x: (at: string) => number
  readonly years: readonly number[]
}

/** From the first opening to the last end that is drawn, and never less than a year. */
const scaleOf = ({ items, now }: Spans): Scale => {
  const [first, last] = [
    Math.min(Date.parse(now), ...items.map(({ openedAt }) => Date.parse(openedAt))),
    Math.max(Date.parse(now), ...items.map((one) => Date.parse(lastOf(one)))),
  ]
  const span = Math.max(last - first, 365 * dayMs) * 1.04
  const x = (at: string) => Math.round((labelWidth + ((Date.parse(at) - first) / span) * barsWidth) * 10) / 10
  const from = new Date(first).getUTCFullYear() + 1
  const to = new Date(first + span).getUTCFullYear()
  const every = Math.ceil((to - from + 1) / 12)
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
  return { x, years: years.filter((_, at) => at % Math.max(1, every) === 0) }
}

const firstOf = (year: number): string => `${year}-01-01T00:00:00.000Z`

const lastOf = ({ closedAt, endsOn, now }: Span): string =>
  closedAt ?? (endsOn !== null && endsOn > now ? `${endsOn}T00:00:00.000Z` : now)

interface RowProps {
  readonly span: Span
  readonly top: number
  readonly scale: Scale
  readonly locale: Locale
}

const Row = ({ span, top, scale, locale }: RowProps): ReactNode => {
  const name = span.names.name[locale]
  const [end, ahead] = [span.closedAt ?? span.now, lastOf(span)]
  return (
    <a href={`/bases/${span.id}`} aria-label={name}>
      <text className="name" x="6" y={top + 21}>
        {shortened(name, locale)}
        <title>{name}</title>
      </text>
      {span.stages.map(({ stage, year, enteredAt, leftAt }) => (
        <rect
          key={enteredAt}
          className={`bar ${stage}`}
          x={scale.x(enteredAt)}
          y={top + 7}
          width={Math.max(2, scale.x(leftAt ?? end) - scale.x(enteredAt))}
          height="18"
        >
          <title>{`${stageLabel[stage][locale]}${year === undefined ? '' : ` ${year}`}`}</title>
        </rect>
      ))}
      {ahead > end ? (
        <rect className="bar ahead" x={scale.x(end)} y={top + 7} width={scale.x(ahead) - scale.x(end)} height="18" />
      ) : null}
    </a>
  )
}

/** As much of a name as fits; a Chinese sign is as wide as two letters. */
const shortened = (name: string, locale: Locale): string => {
  const most = locale === 'en' ? 30 : 15
  return name.length > most ? `${name.slice(0, most - 1)}…` : name
}

/** Which bar is which stage. */
export const StageKey = ({ locale }: { readonly locale: Locale }): ReactNode => (
  <ul className="key">
    {Object.entries(stageLabel).map(([stage, label]) => (
      <li key={stage}>
        <svg viewBox="0 0 16 12" className="swatch" aria-hidden="true">
          <rect className={`bar ${stage}`} width="16" height="12" />
        </svg>
        {label[locale]}
      </li>
    ))}
  </ul>
)
