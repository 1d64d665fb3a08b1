import type { ReactNode } from 'react'
import { stageLabel } from '../../domain/lifecycle.js'
import { dateInWords } from '../../domain/locale.js'
import { colourLabel } from '../../domain/words/criteria.js'
import { programmeDay } from '../../domain/words/hours.js'
import { Moment } from './moment.js'
import { Empty, Grid, NextPage, Tag } from './parts.js'
import { NoBases, toneOf } from './portfolio-list.js'
import { portfolioHref, type PortfolioPart } from './portfolio-model.js'
import { portfolioWords as words } from './portfolio-words.js'
import { haveOneDay, StageKey, TimeBars } from './time-bars.js'

/** When each base went through its stages: bars along time, and the same as a table. */
export const BasesInTime = ({ of, locale }: PortfolioPart): ReactNode => {
  const say = words[locale]
  const { spans, asked, view } = of
  if (spans === undefined || spans.items.length === 0) return <NoBases of={of} locale={locale} />
  const day = (at: string): string => dateInWords(programmeDay(at), locale)
  const rows = spans.items.flatMap(({ id, names, stages }) =>
    stages.map(({ stage, year, enteredAt, leftAt }) => ({
      key: `${id} ${enteredAt}`,
      cells: [
        <a href={`/bases/${id}`} key={id}>
          {names.name[locale]}
        </a>,
        `${stageLabel[stage][locale]}${year === undefined ? '' : ` ${year}`}`,
        day(enteredAt),
        leftAt === null ? say.stillIn : day(leftAt),
      ],
    })),
  )
  return (
    <>
      <h2>{say.timeTitle}</h2>
      <p className="soft">{haveOneDay(spans) ? say.timeSays : say.timeSaysApart}</p>
      <StageKey locale={locale} />
      <TimeBars title={say.timeTitle} today={say.today} spans={spans} locale={locale} />
      <Grid caption={say.timeTitle} head={[say.base, say.stage, say.from, say.to]} rows={rows} />
      <NextPage
        locale={locale}
        href={spans.next === null ? undefined : portfolioHref({ view, asked, after: spans.next })}
      />
    </>
  )
}

/** The yearly reviews that come next. */
export const ReviewsAhead = ({ of: { bases, asked, view }, locale }: PortfolioPart): ReactNode => {
  const say = words[locale]
  if (bases === undefined || bases.items.length === 0)
    return <Empty says={say.noReviews} next={<p>{say.noReviewsNext}</p>} />
  return (
    <>
      <Grid
        caption={say.reviewsTitle}
        head={[say.base, say.reviewYear, say.reviewOpens, say.lastColour]}
        rows={bases.items.map(({ id, names, zone, review, colour }) => ({
          key: id,
          cells: [
            <a href={`/bases/${id}`} key={id}>
              {names.name[locale]}
            </a>,
            review?.year ?? '–',
            review === null ? (
              '–'
            ) : (
              <span key="opens">
                {review.underWay ? `${say.reviewUnderWay} ` : ''}
                <Moment at={review.at} locale={locale} zone={zone} />
              </span>
            ),
            colour === undefined ? (
              '–'
            ) : (
              <Tag key="colour" {...toneOf(colour)}>
                {colourLabel(colour, locale)}
              </Tag>
            ),
          ],
        }))}
      />
      <NextPage
        locale={locale}
        href={bases.next === null ? undefined : portfolioHref({ view, asked, after: bases.next })}
      />
    </>
  )
}
