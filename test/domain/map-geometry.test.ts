import { expect, test } from '@jest/globals'
import {
  crowdIn,
  degreesInWords,
  drawnAt,
  linesOf,
  mapHeight,
  mapWidth,
  numbersBeside,
  windowOf,
} from '../../web/work/map-geometry.js'

const [yueqing, dali, wenzhou, prato, detroit] = [
  { lat: 28.05, lon: 120.9 },
  { lat: 23.12, lon: 113.12 },
  { lat: 28, lon: 120.67 },
  { lat: 43.88, lon: 11.1 },
  { lat: 42.33, lon: -83.05 },
]

test('without a place the whole grid is shown, and with places as much of it as holds them', () => {
  expect(windowOf([])).toEqual({ west: -180, east: 180, south: -90, north: 90, step: 30 })
  for (const places of [[yueqing], [yueqing, dali], [yueqing, prato, detroit], [{ lat: 89, lon: 179 }]]) {
    const shown = windowOf(places)
    expect(shown.east - shown.west).toBeCloseTo(2 * (shown.north - shown.south))
    expect(shown.west).toBeGreaterThanOrEqual(-180)
    expect(shown.north).toBeLessThanOrEqual(90)
    for (const place of places) {
      const { x, y } = drawnAt(place, shown)
      expect([x >= 0, x <= mapWidth, y >= 0, y <= mapHeight]).toEqual([true, true, true, true])
    }
  }
})

test('north is up, east is right, and lines run at whole steps', () => {
  const shown = windowOf([yueqing, dali])
  const [first, second] = [drawnAt(yueqing, shown), drawnAt(dali, shown)]
  expect([first.x > second.x, first.y < second.y]).toEqual([true, true])
  const { meridians, parallels } = linesOf(shown)
  expect([...meridians, ...parallels].filter((degrees) => degrees % shown.step !== 0)).toEqual([])
  expect(Math.min(...meridians)).toBeGreaterThanOrEqual(shown.west)
})

test('many places close to each other are drawn once more where others are far away, and else not', () => {
  expect(crowdIn([prato, yueqing, dali, wenzhou, { lat: 30, lon: 120 }])).toEqual([1, 2, 3, 4])
  expect(crowdIn([yueqing, dali, wenzhou, { lat: 30, lon: 120 }])).toEqual([])
  expect(crowdIn([prato, detroit, yueqing])).toEqual([])
})

test('no number lies on a dot or on another number while there is room', () => {
  const dots = [
    { x: 500, y: 250 },
    { x: 530, y: 250 },
    { x: 500, y: 290 },
    { x: 3, y: 3 },
  ]
  const numbers = numbersBeside(dots)
  const all = [...dots, ...numbers]
  const near = all.flatMap((one, at) =>
    all.slice(at + 1).filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < 12),
  )
  expect(near).toEqual([])
  expect(numbers.filter(({ x, y }) => x < 10 || y < 10)).toEqual([])
})

test('degrees are written as people of either language write them', () => {
  expect(degreesInWords(-83.05, { axis: 'lon', locale: 'en' })).toBe('83.05°W')
  expect(degreesInWords(28.0512, { axis: 'lat', locale: 'zh-CN' })).toBe('北纬28.05°')
  expect([0, 180].map((lon) => degreesInWords(lon, { axis: 'lon', locale: 'en' }))).toEqual(['0°', '180°'])
})
