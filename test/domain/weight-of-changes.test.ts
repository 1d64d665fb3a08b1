import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import { memorandumRules } from '../../domain/gicc/memorandum/text-rules.js'
import { steps } from '../../domain/gicc/steps.js'
import { fellBy } from '../../domain/negotiation/falls.js'
import type { NegotiationRules } from '../../domain/negotiation/rules.js'
import type { TextModel } from '../../domain/text/model.js'
import { modelPieces } from '../../domain/text/pieces.js'
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

/** What is amiss between what is published of the weight of a change and what a model says of its pieces, both walked whole. */
const amiss = (
  { normal, preCleared, scopes }: NegotiationRules,
  { model, asked }: { readonly model: TextModel; readonly asked: readonly string[] },
): readonly string[] => {
  const pieces = [...model.clauses, ...model.annexes]
  const clauseOf = (name: string): string | undefined =>
    modelPieces(model).find(({ id, paragraphs }) => id === name || paragraphs.some((one) => one.id === name))?.id
  const said = {
    normal: pieces.filter(({ class: weight }) => weight === 'normal').map(({ id }) => id),
    preCleared: model.clauses.flatMap(({ id, variants = [] }) =>
      variants.flatMap((one) => (one.preCleared ? [`${id} ${one.id}`] : [])),
    ),
  }
  const found = {
    normal,
    preCleared: Object.entries(preCleared).flatMap(([id, variants]) => variants.map((one) => `${id} ${one}`)),
  }
  const parted = model.scopes.filter(({ whole }) => whole !== true)
  return [
    ...apart(said.normal, found.normal).map((one) => `normal: ${one}`),
    ...apart(said.preCleared, found.preCleared).map((one) => `cleared beforehand: ${one}`),
    ...asked
      .filter((scope) => !model.scopes.some(({ id }) => id === scope))
      .map((scope) => `a step clears in ${scope}, which the model does not know`),
    ...Object.keys(scopes)
      .filter((scope) => !parted.some(({ id }) => id === scope))
      .map((scope) => `${scope} is no scope of the model`),
    ...parted.flatMap(({ id, pieces: named = [] }) => {
      const clauses = named.map((name) => clauseOf(name) ?? `nothing called ${name}`)
      if (scopes[id] === undefined) return asked.includes(id) ? [`${id} is cleared whole`] : []
      return apart([...new Set(clauses)], scopes[id]).map((one) => `${id}: ${one}`)
    }),
  ]
}

const apart = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...one.filter((name) => !other.includes(name)),
  ...other.filter((name) => !one.includes(name)),
]

const asked = Object.values(steps).flatMap(({ text }) => text?.clears?.scope ?? [])
const { scopes } = memorandumRules

test('what is published of the weight of a change is what the model says of its pieces', () => {
  expect(new Set(asked)).toEqual(new Set(['legal', 'finance', 'superior']))
  expect(amiss(memorandumRules, { model: memorandumModel, asked })).toEqual([])
})

test.each<readonly [string, Partial<NegotiationRules>, readonly string[], string]>([
  [
    'a step clears in a scope that is misspelt',
    {},
    ['superiour'],
    'a step clears in superiour, which the model does not know',
  ],
  [
    'a scope is published under a misspelt name',
    { scopes: { finance: scopes['finance'] ?? [], superiour: scopes['superior'] ?? [] } },
    asked,
    'superiour is no scope of the model',
  ],
  [
    'a scope that is asked is not published',
    { scopes: { finance: scopes['finance'] ?? [] } },
    asked,
    'superior is cleared whole',
  ],
  ['a section is left out of a scope', { scopes: { ...scopes, finance: ['base'] } }, asked, 'finance: after_end'],
  [
    'a section is put into a scope',
    { scopes: { ...scopes, finance: [...(scopes['finance'] ?? []), 'ip'] } },
    asked,
    'finance: ip',
  ],
  ['a section is called normal', { normal: [...memorandumRules.normal, 'money'] }, asked, 'normal: money'],
  ['a variant is forgotten', { preCleared: {} }, asked, 'cleared beforehand: money MON-OWN'],
])('it is found when %s', (_what, change, scopesAsked, says) => {
  expect(amiss({ ...memorandumRules, ...change }, { model: memorandumModel, asked: scopesAsked })).toContain(says)
})

test('the page of the rules tells the normal sections and the scopes by their numbers', async () => {
  const page = (await readFile('docs/rules/memorandum.md', 'utf8')).replaceAll(/\s+/g, ' ')
  const told = (names: readonly string[]): string => {
    const [sections = [], annexes = []] = [memorandumModel.clauses, memorandumModel.annexes].map((pieces) =>
      pieces.flatMap(({ id }, at) => (names.includes(id) ? [String(at + 1)] : [])),
    )
    const listed = (numbers: readonly string[]) =>
      numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`
    return `${listed(sections)}|${annexes.length === 1 ? 'annex' : 'annexes'} ${listed(annexes)}`
  }
  const [normal, normalAnnexes] = told(memorandumRules.normal).split('|')
  expect(page).toContain(`**Normal** are sections ${normal ?? ''} and ${normalAnnexes ?? ''}:`)
  for (const names of Object.values(scopes)) expect(page).toContain(`sections ${told(names).replace('|', ', ')} |`)
})
