import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { WaitingResponse } from '../../api/contract/ten.js'
import { lifecycle } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { Moment } from './moment.js'
import { Empty, Grid, Tag } from './parts.js'
import type { PortfolioPart } from './portfolio-model.js'
import { portfolioWords as words } from './portfolio-words.js'

/** The ten, who holds each and until when it is kept; and who is next. */
export const TheTen = ({ of: { ten }, locale }: PortfolioPart): ReactNode => {
  const say = words[locale]
  if (ten === undefined) return null
  return (
    <>
      <h2>{say.slotsTitle}</h2>
      <ol className="slots">
        {ten.slots.map(({ number, holder }) => (
          <li key={number} className={holder === null ? 'free' : undefined}>
            <b>{number}</b>
            {holder === null ? (
              say.free
            ) : (
              <>
                <a href={`/bases/${holder.base}`}>{holder.names.name[locale]}</a>
                <br />
                <Tag tone="now">{lifecycle[holder.status].label[locale]}</Tag>
                {holder.until === null ? null : (
                  <p className="soft">
                    {say.keptUntil} <Moment at={holder.until} locale={locale} zone={holder.zone} />
                  </p>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      <h2>{say.waitingTitle}</h2>
      {ten.waiting.length === 0 ? (
        <Empty says={say.waitingNone} next={<p>{say.waitingNext}</p>} />
      ) : (
        <Grid
          caption={say.waitingTitle}
          head={[say.place1, say.base, say.score, say.since1, say.stands]}
          figures={[2]}
          rows={ten.waiting.map((entry) => ({
            key: entry.base,
            cells: [
              entry.place,
              <a href={`/bases/${entry.base}`} key={entry.base}>
                {entry.names.name[locale]}
              </a>,
              entry.score,
              <Moment key="since" at={entry.since} locale={locale} zone={entry.zone} />,
              <Standing key="stands" entry={entry} locale={locale} />,
            ],
          }))}
        />
      )}
    </>
  )
}

interface Entry {
  readonly entry: z.output<typeof WaitingResponse>
  readonly locale: Locale
}

/** What an entry was offered, what it waits for, or what stands against it. */
const Standing = ({ entry, locale }: Entry): ReactNode => {
  const say = words[locale]
  const { against, awaits, offer, passed, waitsFor, zone } = entry
  if (offer !== undefined)
    return (
      <>
        {offer.state === 'open' ? say.offered : say.accepted}{' '}
        {offer.until === undefined ? null : <Moment at={offer.until} locale={locale} zone={zone} />}
      </>
    )
  if (awaits !== undefined) return say.stopped
  if (waitsFor === 'session') return say.inSession
  if (against !== undefined) return `${say.cap} ${against}`
  return passed ? say.passed : say.next
}
