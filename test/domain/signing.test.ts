import { expect, test } from '@jest/globals'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { play, playTo } from '../support/playing.js'

const atSignature = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '3.11a' })
  expect(base.openKeys()).toEqual(['3.11a', '3.11b'])
  return base
}
const visits = (base: ABase, key: string): number =>
  base.events().filter((event) => event.type === 'step_opened' && event.key === key).length

test.each([
  ['3.11a', '3.11b'],
  ['3.11b', '3.11a'],
])(
  'a signature given on %s stands while the other side postpones, and that side alone is asked again',
  (signs, postpones) => {
    const base = atSignature()
    act(base, { key: signs, option: 'signed_in_ceremony' })
    act(base, { key: postpones, option: 'postponed' })
    expect(base.openKeys()).toEqual([postpones])
    act(base, { key: postpones, option: 'exchanged_by_post' })
    expect(base.events().some((event) => event.type === 'status_changed' && event.to === 'mou_signed')).toBe(true)
    expect([visits(base, signs), visits(base, postpones)]).toEqual([1, 2])
  },
)

test('where both sides postpone both are asked again, and a second time ends it (R1)', () => {
  const base = atSignature()
  for (const key of ['3.11a', '3.11b']) act(base, { key, option: 'postponed' })
  expect(base.openKeys()).toEqual(['3.11a', '3.11b'])
  act(base, { key: '3.11a', option: 'postponed' })
  play(base, { until: () => base.state().closed })
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'LAT' })
})
