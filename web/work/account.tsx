import type { ReactNode } from 'react'
import { languageNames } from '../../domain/form/kinds/text.js'
import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { dayEndAtPlace, momentInWords } from '../../domain/words/hours.js'
import { paperNames } from '../../domain/words/papers.js'
import type { AccountShown } from './account-model.js'
import { accountWords as words } from './account-words.js'
import type { WorkContent } from './model.js'
import { Moment } from './moment.js'
import { Empty, Facts, Grid, Tag } from './parts.js'

interface AccountPart {
  readonly of: AccountShown
  readonly locale: Locale
}

/** One person's own page: what waits, what was done, the bases and their papers, and the way to what is kept. */
export const accountContent = (shown: AccountShown, locale: Locale): WorkContent => {
  const say = words[locale]
  const part = { of: shown, locale }
  return {
    title: say.title,
    rehearsal: shown.programme !== undefined,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        <div className="two">
          <div>
            <Waiting {...part} />
            <Bases {...part} />
            <Done {...part} />
          </div>
          <aside>
            <Who {...part} />
          </aside>
        </div>
      </>
    ),
  }
}

const Waiting = ({ of: { waiting, isMore, programme }, locale }: AccountPart): ReactNode => {
  const say = words[locale]
  const work = programme === undefined ? '/work' : `/work?programme=${programme}`
  return (
    <section>
      <h2>{say.waiting}</h2>
      {waiting.length === 0 ? (
        <p className="soft">{say.nothingWaits}</p>
      ) : (
        <Grid
          caption={say.waiting}
          head={[say.step, say.base, say.due]}
          rows={waiting.map(({ base, id, title, names, dueAt, dueBy, late }) => ({
            key: `${base} ${id}`,
            cells: [
              <a key="step" href={`/bases/${base}/steps/${id}`}>
                {title[locale]}
              </a>,
              names.name[locale],
              <span key="due">
                <time dateTime={dueAt}>{dueBy?.[locale] ?? dueAt}</time>{' '}
                {late ? <Tag tone="bad">{say.late}</Tag> : null}
              </span>,
            ],
          }))}
        />
      )}
      <p className="no-print">
        {isMore ? <a href={work}>{say.more}</a> : null} <a href="/calendar">{say.calendar}</a>
      </p>
    </section>
  )
}

const Bases = ({ of: { bases }, locale }: AccountPart): ReactNode => {
  const say = words[locale]
  return (
    <section>
      <h2>{say.bases}</h2>
      {bases.length === 0 ? <p className="soft">{say.noBases}</p> : null}
      {bases.map((one) => (
        <OwnBaseCard key={one.base.id} of={one} locale={locale} />
      ))}
    </section>
  )
}

interface CardProps {
  readonly of: AccountShown['bases'][number]
  readonly locale: Locale
}

const OwnBaseCard = ({ of: { base, papers }, locale }: CardProps): ReactNode => {
  const say = words[locale]
  const { id, names, zone, stage, status, review, endsOn, closed } = base
  return (
    <div className="card">
      <h3>
        <a href={`/bases/${id}`}>{names.name[locale]}</a> <small>{id}</small>
      </h3>
      <Facts
        of={[
          [say.stage, closed ? undefined : stageLabel[stage][locale]],
          [say.status, lifecycle[status].label[locale]],
          [
            say.review,
            review === null ? undefined : <Moment key="review" at={review.at} locale={locale} zone={zone} />,
          ],
          [say.ends, endsOn === null ? undefined : dayEndAtPlace(endsOn, zone ?? programmeZone)[locale]],
          [
            say.papers,
            papers.length === 0 ? (
              say.noPapers
            ) : (
              <ul className="waits" key="papers">
                {papers.map(({ sha256, kind, language }) => (
                  <li key={sha256}>
                    <a href={`/documents/${sha256}`}>{paperNames[kind][locale]}</a>{' '}
                    <small>{languageNames[language][locale]}</small>
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <p className="no-print">
        <a href={`/bases/${id}/letters`}>{say.letters}</a>
      </p>
    </div>
  )
}

const Done = ({ of: { done }, locale }: AccountPart): ReactNode => {
  const say = words[locale]
  return (
    <section>
      <h2>{say.done}</h2>
      {done.length === 0 ? (
        <Empty says={say.nothingDone} />
      ) : (
        <>
          <p className="soft">{say.lastOnes(done.length)}</p>
          <Grid
            caption={say.done}
            head={[say.step, say.base, say.decided, say.when]}
            rows={done.map(({ base, baseName, zone, step, title, option, at, voided }) => ({
              key: `${base} ${step} ${at}`,
              cells: [
                <a key="step" href={`/bases/${base}/steps/${step}`}>
                  {title[locale]}
                </a>,
                baseName[locale],
                <span key="option">
                  {option[locale]} {voided ? <Tag tone="warn">{say.noLonger}</Tag> : null}
                </span>,
                <Moment key="when" at={at} locale={locale} zone={zone} />,
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}

const Who = ({ of: { person, name, language, seats, programme }, locale }: AccountPart): ReactNode => {
  const say = words[locale]
  return (
    <>
      <div className="card">
        <h2>{say.me}</h2>
        <p>
          <b>{name[locale]}</b>
        </p>
        <Facts
          of={[
            [say.id, person],
            [say.language, languageNames[language][locale]],
          ]}
        />
        <p className="no-print">
          <a href={programme === undefined ? '/account/kept' : `/account/kept?programme=${programme}`}>{say.kept}</a>
        </p>
      </div>
      <div className="card">
        <h2>{say.seats}</h2>
        {seats.length === 0 ? <p className="soft">{say.noSeats}</p> : null}
        <ul className="waits">
          {seats.map((seat) => (
            <li key={seat.id}>
              <b>{seat.label[locale]}</b>
              <br />
              <small>
                {[
                  seat.baseName?.[locale] ?? say.wholeProgramme,
                  organisationIn(seat, locale),
                  seat.until === null
                    ? say.noEnd
                    : `${say.until} ${momentInWords(seat.until, seat.zone ?? undefined)[locale]}`,
                  seat.lentBy === null ? undefined : say.lent(lenderIn(seat, locale)),
                ]
                  .filter((said) => said !== undefined)
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

type Seat = AccountShown['seats'][number]

const organisationIn = ({ organisationName }: Seat, locale: Locale): string | undefined =>
  organisationName === null ? undefined : locale === 'en' ? organisationName.en : organisationName.local

const lenderIn = ({ lentBy, lentByName }: Seat, locale: Locale): string =>
  lentByName === null ? (lentBy ?? '') : locale === 'en' ? lentByName.en : lentByName.local
