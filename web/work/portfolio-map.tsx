import type { ReactNode } from 'react'
import { lifecycle } from '../../domain/lifecycle.js'
import { degreesInWords } from './map-geometry.js'
import { Empty, Grid, NextPage } from './parts.js'
import { PlaceMap } from './place-map.js'
import { NoBases } from './portfolio-list.js'
import { portfolioHref, type PortfolioPart } from './portfolio-model.js'
import { portfolioWords as words } from './portfolio-words.js'

/** Where the bases are: dots on a grid, and the same as a table. */
export const BasesMap = ({ of, locale }: PortfolioPart): ReactNode => {
  const say = words[locale]
  const { bases, asked, view } = of
  if (bases === undefined || bases.items.length === 0) return <NoBases of={of} locale={locale} />
  const placed = bases.items.flatMap((base) => (base.at === null ? [] : [{ ...base, at: base.at }]))
  const unplaced = bases.items.filter(({ at }) => at === null)
  const rows = placed.map((base, at) => ({
    number: at + 1,
    name: base.names.name[locale],
    href: `/bases/${base.id}`,
    at: base.at,
    isLate: base.waitsFor.some(({ late }) => late),
    base,
  }))
  return (
    <>
      <h2>{say.mapTitle}</h2>
      <p className="soft">{say.mapSays}</p>
      {rows.length === 0 ? (
        <Empty says={say.mapNone} />
      ) : (
        <PlaceMap title={say.mapTitle} places={rows} locale={locale} />
      )}
      {rows.length === 0 ? null : (
        <Grid
          caption={say.mapTitle}
          head={[say.number, say.base, say.place, say.status, say.latitude, say.longitude]}
          figures={[4, 5]}
          rows={rows.map(({ number, name, href, at, base }) => ({
            key: base.id,
            cells: [
              number,
              <a href={href} key={href}>
                {name}
              </a>,
              base.names.place[locale],
              lifecycle[base.status].label[locale],
              degreesInWords(at.lat, { axis: 'lat', locale }),
              degreesInWords(at.lon, { axis: 'lon', locale }),
            ],
          }))}
        />
      )}
      {unplaced.length === 0 ? null : (
        <p className="soft">{`${say.unplaced}${locale === 'en' ? ': ' : '：'}${unplaced.map(({ names }) => names.name[locale]).join(locale === 'en' ? ', ' : '、')}`}</p>
      )}
      <NextPage
        locale={locale}
        href={bases.next === null ? undefined : portfolioHref({ view, asked, after: bases.next })}
      />
    </>
  )
}
