import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import {
  crowdIn,
  degreesInWords,
  drawnAt,
  linesOf,
  mapHeight,
  mapWidth,
  numbersBeside,
  windowOf,
  type MapWindow,
  type PlacePoint,
} from './map-geometry.js'

/** A place to be shown, under the number it has in the table beside. */
export interface MappedPlace {
  readonly number: number
  readonly name: string
  readonly href: string
  readonly at: PlacePoint
  readonly isLate: boolean
}

interface MapProps {
  readonly title: string
  readonly places: readonly MappedPlace[]
  readonly locale: Locale
}

/**
 * Places as dots on the grid of longitudes and latitudes, and nothing besides: no outline of land and no border, since a map that
 * shows such is one an authority has to approve. What it shows stands in the table beside it too. Where many lie close to each other
 * and others far away, those are drawn once more, larger, with their numbers.
 */
export const PlaceMap = ({ title, places, locale }: MapProps): ReactNode => {
  const crowd = crowdIn(places.map(({ at }) => at))
  const numbered = places.filter((_, at) => !crowd.includes(at))
  return (
    <>
      <Dots title={title} places={places} numbered={numbered} locale={locale} />
      {crowd.length === 0 ? null : (
        <Dots title={title} places={crowded(places, crowd)} numbered={crowded(places, crowd)} locale={locale} />
      )}
    </>
  )
}

const crowded = (places: readonly MappedPlace[], crowd: readonly number[]): readonly MappedPlace[] =>
  places.filter((_, at) => crowd.includes(at))

interface DotsProps extends MapProps {
  /** Those whose numbers are written beside them. */
  readonly numbered: readonly MappedPlace[]
}

const Dots = ({ title, places, numbered, locale }: DotsProps): ReactNode => {
  const shown = windowOf(places.map(({ at }) => at))
  const dots = places.map(({ at }) => drawnAt(at, shown))
  const numbers = numbersBeside(dots)
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} role="group" aria-label={title}>
        <rect className="ground" width={mapWidth} height={mapHeight} />
        <Graticule shown={shown} locale={locale} />
        {places.map((place, at) => (
          <a key={place.number} href={place.href} aria-label={`${place.number}. ${place.name}`}>
            <title>{`${place.number}. ${place.name}`}</title>
            <circle className={place.isLate ? 'dot late' : 'dot'} cx={dots[at]?.x} cy={dots[at]?.y} r="7" />
            {numbered.includes(place) ? (
              <text className="mark" x={numbers[at]?.x} y={numbers[at]?.y} aria-hidden="true">
                {place.number}
              </text>
            ) : null}
          </a>
        ))}
      </svg>
    </figure>
  )
}

const Graticule = ({ shown, locale }: { readonly shown: MapWindow; readonly locale: Locale }): ReactNode => {
  const { meridians, parallels } = linesOf(shown)
  const x = (lon: number) => drawnAt({ lat: shown.north, lon }, shown).x
  const y = (lat: number) => drawnAt({ lat, lon: shown.west }, shown).y
  return (
    <g aria-hidden="true">
      {meridians.map((lon) => (
        <line key={`m${lon}`} className="rule" x1={x(lon)} x2={x(lon)} y1="0" y2={mapHeight} />
      ))}
      {parallels.map((lat) => (
        <line key={`p${lat}`} className="rule" x1="0" x2={mapWidth} y1={y(lat)} y2={y(lat)} />
      ))}
      {meridians
        .filter((lon) => x(lon) < mapWidth - 60)
        .map((lon) => (
          <text key={`tm${lon}`} className="degree" x={x(lon) + 5} y={mapHeight - 7}>
            {degreesInWords(lon, { axis: 'lon', locale })}
          </text>
        ))}
      {parallels
        .filter((lat) => y(lat) > 22 && y(lat) < mapHeight - 24)
        .map((lat) => (
          <text key={`tp${lat}`} className="degree" x="6" y={y(lat) - 5}>
            {degreesInWords(lat, { axis: 'lat', locale })}
          </text>
        ))}
    </g>
  )
}
