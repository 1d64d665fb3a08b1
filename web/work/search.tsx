import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { SearchResponse } from '../../api/contract/search.js'
import { lifecycle } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import { BaseRowHead } from './base-row.js'
import type { WorkContent } from './model.js'
import { Empty, Tag } from './parts.js'
import { searchWords as words } from './search-words.js'

type Found = z.output<typeof SearchResponse>

interface Search {
  readonly q: string
  /** Undefined: nothing was asked yet. */
  readonly found: Found | undefined
}

/** What was found by a few words, each kind by itself, each leading to where it stands. */
export const searchContent = ({ q, found }: Search, locale: Locale): WorkContent => {
  const say = words[locale]
  const isEmpty = found !== undefined && Object.values(found).every(({ items }) => items.length === 0)
  return {
    title: q === '' ? say.title : say.titleOf(q),
    main: (
      <>
        <h1>{say.title}</h1>
        <form method="get" action="/search" role="search" className="card">
          <label htmlFor="search">{say.field}</label>
          <p className="soft" id="search-hint">
            {say.hint}
          </p>
          <input id="search" name="q" type="search" defaultValue={q} maxLength={100} aria-describedby="search-hint" />
          <p>
            <button className="main">{say.find}</button>
          </p>
        </form>
        {isEmpty ? (
          <Empty
            says={say.nothing}
            next={
              <p>
                {say.nothingNext} <a href="/bases">{say.allBases}</a>
              </p>
            }
          />
        ) : null}
        {found === undefined ? null : <AllFound found={found} q={q} locale={locale} />}
      </>
    ),
  }
}

interface FoundProps {
  readonly found: Found
  readonly q: string
  readonly locale: Locale
}

const AllFound = ({ found: { bases, people, papers }, q, locale }: FoundProps): ReactNode => {
  const say = words[locale]
  return (
    <>
      <Bases title={say.bases} items={bases.items} locale={locale} />
      {bases.isMore ? (
        <p>
          {say.more} <a href={`/bases?${new URLSearchParams({ q }).toString()}`}>{say.moreBases}</a>
        </p>
      ) : null}
      <People of={people} locale={locale} />
      <Papers of={papers} locale={locale} />
    </>
  )
}

interface BasesProps {
  readonly title: string
  readonly items: Found['bases']['items']
  readonly locale: Locale
}

const Bases = ({ title, items, locale }: BasesProps): ReactNode =>
  items.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul className="rows one">
        {items.map((base) => (
          <li key={base.id}>
            <div>
              <BaseRowHead base={base} locale={locale} />
              <p className="why">
                <Tag>{lifecycle[base.status].label[locale]}</Tag>{' '}
                {base.closed ? <Tag>{words[locale].closed}</Tag> : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )

const People = ({ of: { items, isMore }, locale }: { of: Found['people']; locale: Locale }): ReactNode => {
  const say = words[locale]
  if (items.length === 0) return null
  return (
    <section>
      <h2>{say.people}</h2>
      <ul className="rows one">
        {items.map(({ id, name, programme, seats }) => (
          <li key={`${programme} ${id}`}>
            <div>
              <h3>
                {name === null ? id : locale === 'en' ? name.en : name.local} <small>{id}</small>
              </h3>
              <p>
                {seats.map(({ roleLabel, base }) => (
                  <span key={`${roleLabel.en} ${base}`}>
                    <Tag>{roleLabel[locale]}</Tag>{' '}
                    {base === null ? <small>{say.whole}</small> : <a href={`/bases/${base}`}>{base}</a>}{' '}
                  </span>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {isMore ? <p>{say.more}</p> : null}
    </section>
  )
}

const Papers = ({ of: { items, isMore }, locale }: { of: Found['papers']; locale: Locale }): ReactNode => {
  const say = words[locale]
  if (items.length === 0) return null
  return (
    <section>
      <h2>{say.papers}</h2>
      <ul className="rows one">
        {items.map(({ sha256, base, kindLabel, language, madeAt }) => (
          <li key={`${base} ${sha256} ${language}`}>
            <div>
              <h3>
                <a className="over" href={`/documents/${sha256}`}>
                  {kindLabel[locale]}
                </a>
              </h3>
              <p>
                {base} <small>{momentInWords(madeAt)[locale]}</small>
              </p>
              <p className="code">{sha256}</p>
            </div>
          </li>
        ))}
      </ul>
      {isMore ? <p>{say.more}</p> : null}
    </section>
  )
}
