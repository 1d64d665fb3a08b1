import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const screened = (): ABase => playTo(aNominatedBase(), { key: '1.5a' })
const decide = (base: ABase, { key, option }: { key: '1.5a' | '1.5b'; option: string }) => {
  const actor = holderOf('SO', key === '1.5a' ? 8 : 9)
  const code = option === 'not_eligible' ? ({ code: 'CAP' } as const) : {}
  return base.send({ ...decisionOn(base, { step: stepOf(base, key), option }), ...code }, { actor })
}

test('a nominee on taken territory is found not eligible without a failed gate, and confirming it claims nothing (G9)', () => {
  const base = screened()
  const found = decide(base, { key: '1.5a', option: 'not_eligible' })
  expect(found.ok && found.claims.map(({ claim }) => claim)).toContain('taken_territory')
  const confirmed = decide(base, { key: '1.5b', option: 'confirm' })
  expect(confirmed).toMatchObject({ ok: true })
  expect(confirmed.ok && confirmed.claims.filter(({ claim }) => claim === 'territory')).toEqual([])
  expect(base.openKeys()).toContain('R0')
})

test('confirming that a nominee is eligible claims the territory', () => {
  const base = screened()
  decide(base, { key: '1.5a', option: 'eligible' })
  const confirmed = decide(base, { key: '1.5b', option: 'confirm' })
  expect(confirmed.ok && confirmed.claims.map(({ claim }) => claim)).toContain('territory')
})

test('any other code still needs a gate that is not passed', () => {
  const base = screened()
  const refused = act(base, { key: '1.5a', option: 'not_eligible' })
  expect(refusalOf(refused).code).toBe('gates_all_passed')
})

test('who confirmed too early may still return it when another base has taken the territory meanwhile', () => {
  const base = screened()
  for (const option of ['eligible', 'eligible']) {
    decide(base, { key: '1.5a', option })
    expect(decide(base, { key: '1.5b', option: 'return' }).ok).toBe(true)
  }
  expect(decide(base, { key: '1.5a', option: 'not_eligible' }).ok).toBe(true)
  expect(decide(base, { key: '1.5b', option: 'confirm' }).ok).toBe(true)
})
