import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { calendarWords as words } from './calendar-words.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Facts } from './parts.js'

export interface CalendarPage {
  /** The address as it stands; undefined: there is none. What it is, is shown only when it is made. */
  readonly feed: { readonly madeAt: string; readonly endsAt: string; readonly usedAt: string | null } | undefined
  readonly hasSeat: boolean
  readonly told: { readonly address: string } | 'ended' | undefined
}

/** The address by which one's own calendar asks for one's own dates: made, shown once, and ended. */
export const calendarContent = (
  page: CalendarPage,
  { locale, mark }: Pick<WorkFrame, 'locale' | 'mark'>,
): WorkContent => {
  const say = words[locale]
  const { feed, hasSeat } = page
  return {
    title: say.title,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        <Told told={page.told} locale={locale} />
        <p>{say.secret}</p>
        {feed === undefined ? (
          <Empty says={hasSeat ? say.none : say.noSeat} />
        ) : (
          <section className="card">
            <Facts
              of={[
                [say.made, <Moment key="made" at={feed.madeAt} locale={locale} />],
                [say.until, <Moment key="until" at={feed.endsAt} locale={locale} />],
                [say.used, feed.usedAt === null ? say.never : <Moment key="used" at={feed.usedAt} locale={locale} />],
              ]}
            />
          </section>
        )}
        {mark === undefined || !hasSeat ? null : <Acts hasFeed={feed !== undefined} mark={mark} locale={locale} />}
        <p>
          <a href="/work">{say.toWork}</a>
        </p>
      </>
    ),
  }
}

const Told = ({ told, locale }: { readonly told: CalendarPage['told']; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  if (told === undefined) return null
  if (told === 'ended')
    return (
      <div className="note good" role="status">
        <p>{say.ended}</p>
      </div>
    )
  return (
    <div className="note good" role="status">
      <p>{say.once}</p>
      <label htmlFor="address">{say.address}</label>
      <input id="address" readOnly value={told.address} />
    </div>
  )
}

interface ActsProps {
  readonly hasFeed: boolean
  readonly mark: string
  readonly locale: Locale
}

const Acts = ({ hasFeed, mark, locale }: ActsProps): ReactNode => {
  const say = words[locale]
  return (
    <form method="post" action="/calendar" className="acts no-print">
      <input type="hidden" name="mark" value={mark} />
      {hasFeed ? <p className="soft">{say.anewSays}</p> : null}
      <button className="main" name="do" value="make">
        {hasFeed ? say.anew : say.make}
      </button>
      {hasFeed ? (
        <button className="bad" name="do" value="end">
          {say.end}
        </button>
      ) : null}
    </form>
  )
}
