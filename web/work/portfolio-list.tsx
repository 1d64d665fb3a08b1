import type { ReactNode } from 'react'
import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { colourLabel } from '../../domain/words/criteria.js'
import { BaseRowHead } from './base-row.js'
import { Moment } from './moment.js'
import { Empty, NextPage, Tag } from './parts.js'
import { daysSince, portfolioHref, type PortfolioPart, type PortfolioBase } from './portfolio-model.js'
import { portfolioWords as words } from './portfolio-words.js'

/** Base by base: what it is called, where it stands, what it waits for, for whom and until when. */
export const BasesList = ({ of, locale }: PortfolioPart): ReactNode => {
  const { bases, asked, view } = of
  if (bases === undefined || bases.items.length === 0) return <NoBases of={of} locale={locale} />
  return (
    <>
      <ul className="rows bases">
        {bases.items.map((base) => (
          <Row key={base.id} base={base} locale={locale} />
        ))}
      </ul>
      <NextPage
        locale={locale}
        href={bases.next === null ? undefined : portfolioHref({ view, asked, after: bases.next })}
      />
    </>
  )
}

/** That there is none, and what to do: nothing that fits, or nothing at all yet. */
export const NoBases = ({ of: { asked, view, startsIn }, locale }: PortfolioPart): ReactNode => {
  const say = words[locale]
  const { programme, ...chosen } = asked
  return Object.keys(chosen).length === 0 ? (
    <Empty
      says={say.noneYet}
      next={
        <>
          <p>{say.noneYetNext}</p>
          {startsIn === undefined ? null : (
            <p>
              <a className="button" href={`/programmes/${startsIn}/start`}>
                {say.start}
              </a>
            </p>
          )}
        </>
      }
    />
  ) : (
    <Empty
      says={say.none}
      next={
        <>
          <p>{say.noneNext}</p>
          <p>
            <a className="button" href={portfolioHref({ view, asked: programme === undefined ? {} : { programme } })}>
              {say.clear}
            </a>
          </p>
        </>
      }
    />
  )
}

interface RowProps {
  readonly base: PortfolioBase
  readonly locale: Locale
}

const Row = ({ base, locale }: RowProps): ReactNode => {
  const say = words[locale]
  const { stage, stageEnteredAt, slot } = base
  return (
    <li>
      <div>
        <BaseRowHead base={base} locale={locale} />
        <p className="why">
          <Tags base={base} locale={locale} /> {stageLabel[stage][locale]}
          {stageEnteredAt === null ? '' : ` · ${say.since(daysSince(stageEnteredAt, base.today))}`}
          {slot === undefined ? '' : ` · ${say.slotIs(slot)}`}
        </p>
      </div>
      <Waiting base={base} locale={locale} />
    </li>
  )
}

const Tags = ({ base, locale }: { readonly base: PortfolioBase; readonly locale: Locale }): ReactNode => {
  const { status, colour, closed } = base
  return (
    <>
      <Tag {...(closed ? {} : { tone: 'now' as const })}>{lifecycle[status].label[locale]}</Tag>
      {colour === undefined ? null : (
        <>
          {' '}
          <Tag {...toneOf(colour)}>{colourLabel(colour, locale)}</Tag>
        </>
      )}
    </>
  )
}

/** The colour only repeats what the words say. */
export const toneOf = (colour: string): { readonly tone?: 'good' | 'warn' | 'bad' } =>
  colour === 'yellow'
    ? { tone: 'warn' }
    : colour === 'red' || colour === 'suspended'
      ? { tone: 'bad' }
      : { tone: 'good' }

/** What a base waits for, the most urgent first. */
export const Waiting = ({ base, locale }: { readonly base: PortfolioBase; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  if (base.waitsFor.length === 0)
    return <p className="when soft">{base.closed ? say.ended : base.awaitsSession ? say.session : say.nothing}</p>
  return (
    <ul className="waits when">
      {base.waitsFor.map(({ step, roleLabel, holderName, title, dueAt, late, vacant }) => (
        <li key={step}>
          {`${roleLabel[locale]}${nameIn(holderName, locale)}${locale === 'en' ? ': ' : '：'}${title[locale]} `}
          {late ? <Tag tone="bad">{say.late}</Tag> : null} {vacant ? <Tag tone="warn">{say.vacant}</Tag> : null}
          <br />
          <small>
            {say.due} <Moment at={dueAt} locale={locale} zone={base.zone} />
          </small>
        </li>
      ))}
    </ul>
  )
}

const nameIn = (name: PortfolioBase['waitsFor'][number]['holderName'], locale: Locale): string => {
  if (name === undefined || name === null) return ''
  return locale === 'en' ? ` (${name.en})` : `（${name.local}）`
}
