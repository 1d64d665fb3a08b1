import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import { memorandumRules } from '../../domain/gicc/memorandum/text-rules.js'
import { fellBy } from '../../domain/negotiation/falls.js'
import type { NegotiationRules } from '../../domain/negotiation/rules.js'
import { markOf } from '../support/negotiating.js'

/** The table, written down a second time: class of a clause, side, whether the scope has it, whether it was cleared beforehand. */
const table: Readonly<Record<string, boolean>> = {
  'material programme in': true,
  'material programme out': false,
  'material partner in': true,
  'material partner out': false,
  'precleared programme in': false,
  'precleared programme out': false,
  'precleared partner in': true,
  'precleared partner out': false,
  'normal programme in': false,
  'normal programme out': false,
  'normal partner in': false,
  'normal partner out': false,
}

test('200 random changes fell what the table says, clause by clause', () => {
  const met = new Set<string>()
  const line = fc.constantFrom(...Object.keys(table))
  fc.assert(
    fc.property(line, fc.nat({ max: 9 }), (drawn, edition) => {
      const [kind = '', side, reach] = drawn.split(' ')
      const rules: NegotiationRules = {
        normal: kind === 'normal' ? ['x'] : [],
        preCleared: kind === 'precleared' ? { x: ['V'] } : {},
        scopes: { office: reach === 'in' ? ['x', 'y'] : ['y'] },
      }
      const cleared = { x: markOf('x'), y: markOf('y') }
      const asked = {
        side: side === 'partner' ? ('partner' as const) : ('programme' as const),
        scope: 'office',
        cleared,
      }
      const now = { ...cleared, x: { ...markOf('x', edition + 1), variant: 'V' } }
      expect([drawn, fellBy(rules, { ...asked, now })]).toEqual([drawn, table[drawn] === true ? ['x'] : []])
      expect(fellBy(rules, { ...asked, now: cleared })).toEqual([])
      met.add(drawn)
    }),
    { numRuns: 200, seed: 15 },
  )
  expect(met.size).toBe(Object.keys(table).length)
})

test('what is published of the weight of a change is what the model says of its pieces', () => {
  const pieces = [...memorandumModel.clauses, ...memorandumModel.annexes]
  const { normal, preCleared, scopes } = memorandumRules
  expect(pieces.flatMap(({ id, class: weight }) => (weight === 'normal' ? [id] : []))).toEqual(normal)
  const cleared = memorandumModel.clauses.flatMap(({ id, variants = [] }) =>
    variants.flatMap((one) => (one.preCleared ? [[id, one.id]] : [])),
  )
  expect(cleared).toEqual(
    expect.arrayContaining(Object.entries(preCleared).flatMap(([id, ids]) => ids.map((one) => [id, one]))),
  )
  expect(cleared).toHaveLength(Object.values(preCleared).flat().length)
  for (const [scope, clauses] of Object.entries(scopes)) {
    const named = memorandumModel.scopes.find(({ id }) => id === scope)?.pieces ?? []
    expect([...new Set(named.map((piece) => piece.split('.')[0]))]).toEqual(clauses)
  }
})
