import type { Locale } from '../../domain/locale.js'

/** A point of the earth, WGS 84. */
export interface PlacePoint {
  readonly lat: number
  readonly lon: number
}

/** A part of the grid of longitudes and latitudes, and how it is drawn: plate carrée, so that a degree is as long everywhere. */
export interface MapWindow {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
  /** Degrees between two lines. */
  readonly step: number
}

/** Twice as wide as high, as the whole grid is. */
const ratio = 2
const [leastDegrees, marginDegrees, marginShare] = [14, 3, 0.12]

/** The smallest part of the grid that holds some points with room around them; all of it where there is none. */
export const windowOf = (points: readonly PlacePoint[]): MapWindow => {
  if (points.length === 0) return { west: -180, east: 180, south: -90, north: 90, step: 30 }
  const spanOf = (values: readonly number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return { middle: (least + most) / 2, size: (most - least) * (1 + marginShare) + 2 * marginDegrees }
  }
  const [lon, lat] = [spanOf(points.map((one) => one.lon)), spanOf(points.map((one) => one.lat))]
  const width = Math.min(360, Math.max(lon.size, lat.size * ratio, leastDegrees * ratio))
  const height = width / ratio
  const west = within(lon.middle - width / 2, { least: -180, most: 180 - width })
  const south = within(lat.middle - height / 2, { least: -90, most: 90 - height })
  return { west, east: west + width, south, north: south + height, step: stepFor(width) }
}

const within = (value: number, { least, most }: { readonly least: number; readonly most: number }): number =>
  Math.min(Math.max(value, least), most)

const stepFor = (width: number): number => (width > 180 ? 30 : width > 90 ? 20 : width > 45 ? 10 : 5)

/** Dots so near to each other, in degrees, stand together; so many of them are drawn once more, larger. */
const [together, manyTogether] = [12, 4]

/**
 * The largest group of points that lie close to each other, by their place in the list, where there are others far from it: on one
 * drawing with these they would lie upon each other. Empty where one drawing is enough.
 */
export const crowdIn = (points: readonly PlacePoint[]): readonly number[] => {
  const left = new Set(points.keys())
  const groups: number[][] = []
  for (const first of points.keys()) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const one of group)
      for (const other of [...left]) if (isNear(points[one], points[other]) && left.delete(other)) group.push(other)
    groups.push(group)
  }
  const [largest = []] = groups.toSorted((one, other) => other.length - one.length)
  return groups.length > 1 && largest.length >= manyTogether ? largest : []
}

const isNear = (one: PlacePoint | undefined, other: PlacePoint | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  Math.abs(one.lat - other.lat) <= together &&
  Math.abs(one.lon - other.lon) <= together

/** Where the lines of the grid run, in degrees. */
export const linesOf = ({ west, east, south, north, step }: MapWindow) => ({
  meridians: multiples({ from: west, to: east, step }),
  parallels: multiples({ from: south, to: north, step }),
})

const multiples = ({ from, to, step }: { readonly from: number; readonly to: number; readonly step: number }) => {
  const first = Math.ceil(from / step)
  const count = Math.floor(to / step) - first + 1
  return Array.from({ length: count }, (_, at) => (first + at) * step)
}

/** A place on the drawing, in its units. */
export interface DrawnDot {
  readonly x: number
  readonly y: number
}

/** The drawing is so wide, and half as high. */
export const mapWidth = 1_000
export const mapHeight = mapWidth / ratio

/** Where a point is drawn. */
export const drawnAt = ({ lat, lon }: PlacePoint, { west, east, south, north }: MapWindow): DrawnDot => ({
  x: rounded(((lon - west) / (east - west)) * mapWidth),
  y: rounded(((north - lat) / (north - south)) * mapHeight),
})

const rounded = (value: number): number => Math.round(value * 10) / 10

/** How far a number stands from its dot, and how near two may come. */
const [away, near] = [17, 19]

/** Where the number beside each dot stands, so that none lies on another or on a dot: of the places around it the freest. */
export const numbersBeside = (dots: readonly DrawnDot[]): readonly DrawnDot[] => {
  const placed: DrawnDot[] = []
  for (const dot of dots) {
    const taken = [...dots.filter((one) => one !== dot), ...placed]
    const [best = dot] = around(dot).toSorted((one, other) => nearest(other, taken) - nearest(one, taken))
    placed.push(best)
  }
  return placed
}

/** To the right first: where it is free, it stands there. */
const around = ({ x, y }: DrawnDot): readonly DrawnDot[] =>
  [0, 180, 270, 90, 315, 45, 225, 135]
    .flatMap((degrees) =>
      [away, away * 1.7].map((length) => {
        const turn = (degrees / 180) * Math.PI
        return { x: rounded(x + length * Math.cos(turn)), y: rounded(y + length * Math.sin(turn)) }
      }),
    )
    .filter((one) => one.x > near && one.x < mapWidth - near && one.y > near && one.y < mapHeight - near)

const nearest = ({ x, y }: DrawnDot, taken: readonly DrawnDot[]): number =>
  Math.min(near, ...taken.map((one) => Math.hypot(one.x - x, one.y - y)))

/** Degrees as people write them: 30°N, 120°E, 0°; 北纬30°, 东经120°. */
export const degreesInWords = (
  value: number,
  { axis, locale }: { readonly axis: keyof typeof compass; readonly locale: Locale },
): string => {
  const size = `${Math.round(Math.abs(value) * 100) / 100}°`
  if (value === 0 || (axis === 'lon' && Math.abs(value) === 180)) return size
  const way = compass[axis][locale][value > 0 ? 0 : 1]
  return locale === 'en' ? `${size}${way}` : `${way}${size}`
}

const compass = {
  lon: { en: ['E', 'W'], 'zh-CN': ['东经', '西经'] },
  lat: { en: ['N', 'S'], 'zh-CN': ['北纬', '南纬'] },
} as const
