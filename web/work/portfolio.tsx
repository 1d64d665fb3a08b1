import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { portfolioViews } from '../../domain/values/portfolio-view.js'
import type { WorkContent } from './model.js'
import { BasesFilter } from './portfolio-filter.js'
import { BasesList } from './portfolio-list.js'
import { BasesMap } from './portfolio-map.js'
import { portfolioHref, tableHref, type Portfolio, type PortfolioPart } from './portfolio-model.js'
import { BasesInTime, ReviewsAhead } from './portfolio-time.js'
import { TheTen } from './portfolio-ten.js'
import { Pipeline } from './pipeline.js'
import { portfolioWords as words } from './portfolio-words.js'
import { sixHref } from './six-href.js'
import { SavedViewsBar } from './saved-views.js'

/** All bases on one page: how many stand where, and each with what it waits for and for whom. */
export const portfolioContent = (portfolio: Portfolio, locale: Locale): WorkContent => {
  const say = words[locale]
  const { view, bases, asked, programmes } = portfolio
  const part = { of: portfolio, locale }
  const shown = programmes.find(({ id }) => id === asked['programme'])
  return {
    title: view === 'list' ? say.title : `${say[view]} · ${say.title}`,
    rehearsal: shown?.rehearsal === true || asked['rehearsal'] === 'true',
    main: (
      <>
        <h1>{say.title}</h1>
        {bases?.total === null || bases === undefined ? null : (
          <p className="lead">{say.lead(bases.total.count, bases.total.isMore)}</p>
        )}
        <Start {...part} />
        <Programmes {...part} />
        {view === 'ten' ? null : <Pipeline {...part} />}
        <Views {...part} />
        {view === 'ten' || view === 'reviews' ? null : <BasesFilter {...part} />}
        <SavedViewsBar saved={portfolio.saved} locale={locale} />
        <Shown {...part} />
        <Table {...part} />
      </>
    ),
  }
}

/** The way to a new base, for whoever may nominate. */
const Start = ({ of: { startsIn }, locale }: PortfolioPart): ReactNode =>
  startsIn === undefined ? null : (
    <p className="no-print">
      <a className="button main" href={`/programmes/${startsIn}/start`}>
        {words[locale].start}
      </a>
    </p>
  )

/** What is found as a table to take along, with how many rows it will have; more than are put into one are asked for in parts. */
const Table = ({ of: { view, asked, bases }, locale }: PortfolioPart): ReactNode => {
  const total = bases?.total ?? null
  if (view !== 'list' || total === null || total.count === 0) return null
  const say = words[locale]
  return (
    <p className="no-print">
      {total.isMore ? say.tableTooLarge(total.count) : <a href={tableHref(asked)}>{say.table(total.count)}</a>}
    </p>
  )
}

const Shown = (part: PortfolioPart): ReactNode => {
  switch (part.of.view) {
    case 'list':
      return <BasesList {...part} />
    case 'map':
      return <BasesMap {...part} />
    case 'time':
      return <BasesInTime {...part} />
    case 'reviews':
      return <ReviewsAhead {...part} />
    case 'ten':
      return <TheTen {...part} />
  }
}

const Views = ({ of: { view, asked, seesTen }, locale }: PortfolioPart): ReactNode => (
  <nav className="tabs" aria-label={words[locale].views}>
    <ul>
      {portfolioViews
        .filter((one) => one !== 'ten' || seesTen)
        .map((one) => (
          <li key={one}>
            <a href={portfolioHref({ view: one, asked })} aria-current={one === view ? 'page' : undefined}>
              {words[locale][one]}
            </a>
          </li>
        ))}
      {(['areas', 'challenges'] as const).map((by) => (
        <li key={by}>
          <a href={sixHref({ by, asked })}>{words[locale][by]}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Rehearsals stand among nothing else: who sits in one chooses it. */
const Programmes = ({ of: { view, asked, programmes }, locale }: PortfolioPart): ReactNode => {
  const { programme, ...others } = asked
  const say = words[locale]
  const rehearsals = programmes.filter(({ rehearsal }) => rehearsal)
  if (rehearsals.length === 0) return null
  const choices = [
    { id: undefined, said: say.all },
    ...rehearsals.map(({ id, label }) => ({ id, said: `${label[locale]} (${id})` })),
  ]
  return (
    <nav className="tabs" aria-label={say.programme}>
      <ul>
        {choices.map(({ id, said }) => (
          <li key={id ?? ''}>
            <a
              href={portfolioHref({ view, asked: id === undefined ? others : { ...others, programme: id } })}
              aria-current={id === programme ? 'page' : undefined}
            >
              {said}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
