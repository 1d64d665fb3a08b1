import { expect, test } from '@jest/globals'
import { capAgainst, type Rival } from '../../domain/caps.js'
import { defined } from '../../domain/values/defined.js'

const limits = { slots: 10, capPerCategory: 2, capPerProvince: 3, shortlistFactor: 1.5, categoriesAtLeast: 6 }
const rival = (name: string, place: Partial<Rival> = {}): Rival => ({
  base: `gasme-${name}-1`,
  cluster: name,
  category: `of ${name}`,
  province: `of ${name}`,
  overlaps: [],
  ...place,
})
const place = rival('C09-yueqing', { category: 'electric', province: 'CN-ZJ' })
const against = (rivals: readonly Rival[], asked: { waived?: boolean; free?: number } = {}) =>
  capAgainst(place, {
    rivals,
    limits,
    waived: asked.waived ?? false,
    ...defined({ free: asked.free }),
  })

test('nothing stands against a place among others of other industries and provinces', () => {
  expect(against([rival('a'), rival('b')])).toBeUndefined()
})

test('two of a category and three of a province are enough, and one fewer is not (8.2)', () => {
  const [one, other] = [rival('a', { category: 'electric' }), rival('b', { category: 'electric' })]
  expect([against([one]), against([one, other])]).toEqual([undefined, { code: 'category_full', have: 2, allowed: 2 }])
  const near = ['a', 'b', 'c'].map((name) => rival(name, { province: 'CN-ZJ' }))
  expect([against(near.slice(1)), against(near)]).toEqual([undefined, { code: 'province_full', have: 3, allowed: 3 }])
})

test('a waiver lifts category, province and variety, and never the territory (8.2, R8)', () => {
  const alike = ['a', 'b', 'c'].map((name) => rival(name, { category: 'electric', province: 'CN-ZJ' }))
  expect(against(alike, { waived: true, free: 0 })).toBeUndefined()
  const outer = rival('C03-wenzhou', { overlaps: ['C09-yueqing'] })
  expect(against([outer], { waived: true })).toEqual({ code: 'territory_taken', base: 'gasme-C03-wenzhou-1' })
})

test('the last slots are kept for the six categories that ten must have (8.2)', () => {
  const eight = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'electric'].map((category, at) =>
    rival(`${category}${at}`, { category }),
  )
  // Nine held after this one, one free: five categories and one more can still become six.
  expect(against(eight, { free: 1 })).toBeUndefined()
  expect(against(eight, { free: 0 })).toEqual({ code: 'too_few_categories', have: 5, needs: 6 })
  expect(against([...eight.slice(0, 7), rival('e')], { free: 0 })).toBeUndefined()
})
