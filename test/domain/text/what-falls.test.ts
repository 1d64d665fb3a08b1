import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { changesBetween } from '../../../domain/text/changes.js'
import type { MemorandumText, SourcedValue } from '../../../domain/text/text.js'
import { concordanceFalls, whatFalls } from '../../../domain/text/what-falls.js'
import { memorandumModel } from '../../../domain/gicc/memorandum/model/memorandum-model.js'

/**
 * The table of 3.6 and 3.9 as it is written, in section numbers, by hand: it shares no code and no id with the engine. Each
 * act says which places it changes and how heavily; what falls is read off the rows.
 */
const material = [1, 3, 4, 6, 7, 8, 11, 12, 13, 14, 15, 17, 19, 20, 21, 22, 24, 26, 27, 28, 29, 30]
const scopes: Readonly<Record<string, readonly string[] | 'all'>> = {
  legal: 'all',
  board: 'all',
  finance: ['3(4)', '6', '7', '8', '11', '12(3)', '23', '29(2)', 'A1B', 'A2'],
  superior: ['1', '3', '7', '8', '11', '12', '17', '20', '27', '28', 'A1A', 'A1B'],
  data_protection: ['14', '15', '29(3)'],
}

type Row = 'M' | 'M pre-cleared' | 'N' | 'E' | 'V'
interface Did {
  readonly text: MemorandumText
  readonly editorial: readonly number[]
  readonly marks: readonly (readonly [place: string, row: Row])[]
}

const inScope = (scope: string, place: string): boolean => {
  const named = scopes[scope] ?? []
  return named === 'all' || named.some((one) => one === place || place.startsWith(`${one}(`))
}

const expected = ({ marks }: Did, { side, scope }: { readonly side: string; readonly scope: string }): string => {
  const rows = marks.map(([place, row]) => ({ row, inside: inScope(scope, place) }))
  const fallsBy: readonly Row[] = side === 'programme' ? ['M'] : ['M', 'M pre-cleared']
  if (rows.some(({ row, inside }) => inside && fallsBy.includes(row))) return 'falls'
  if (side === 'programme') return 'stands'
  if (rows.some(({ row }) => row === 'N')) return 'may_take_back'
  return rows.some(({ row }) => row === 'E') ? 'told' : 'stands'
}

const value = (words: string): SourcedValue => ({ value: words, source: 'test' })
const start: MemorandumText = {
  model: { id: memorandumModel.id, version: memorandumModel.version },
  languages: { authentic: ['en', 'zh-CN'], reading: [], working: 'en' },
  choices: { variants: {}, options: [], riders: ['cn'] },
  values: {
    ...Object.fromEntries(
      memorandumModel.variables
        .filter(({ name }) => !['sign.otherPlace', 'sign.otherDate', 'carve.units', 'carve.base'].includes(name))
        .map(({ name, kind }) => [name, kind === 'rows' ? { value: { rows: [] }, source: 'test' } : value('1')]),
    ),
  },
  edits: [],
}

const valued = (did: Did, { name, now, marks }: { name: string; now: SourcedValue; marks: Did['marks'] }): Did => ({
  ...did,
  text: { ...did.text, values: { ...did.text.values, [name]: now } },
  marks: [...did.marks, ...marks],
})
const weight = (section: number): Row => (material.includes(section) ? 'M' : 'N')

/** The acts a negotiation is made of, each with its rows of the table. Sections that two acts would touch are kept apart. */
const acts: Readonly<Record<string, (did: Did, section: number) => Did>> = {
  rewrite: (did, section) => ({
    ...did,
    text: {
      ...did.text,
      edits: [
        ...did.text.edits,
        {
          kind: 'replace',
          paragraph: memorandumModel.clauses[section - 1]?.paragraphs.find(({ when }) => when === undefined)?.id ?? '',
          text: { en: 'Written anew.' },
        },
      ],
    },
    marks: [...did.marks, [`${section}(1)`, weight(section)]],
  }),
  spell: (did, section) => {
    const done = acts['rewrite']?.(did, section) ?? did
    return { ...done, editorial: [...did.editorial, section], marks: [...did.marks, [`${section}(1)`, 'E']] }
  },
  bindNothing: (did) => ({
    ...did,
    text: {
      ...did.text,
      choices: { ...did.text.choices, variants: { ...did.text.choices.variants, legal: 'LEGAL-B' } },
    },
    marks: [
      ...did.marks,
      ...['14(1)', '15(1)', '17(1)', '20(1)', '22(2)', '29(4)'].map((at) => [at, 'M pre-cleared'] as const),
    ],
  }),
  coFund: (did) => ({
    ...did,
    text: {
      ...did.text,
      choices: { ...did.text.choices, variants: { ...did.text.choices.variants, money: 'MON-CO' } },
    },
    marks: [...did.marks, ['11(5)', 'M']],
  }),
  banks: (did) => ({
    ...did,
    text: { ...did.text, choices: { ...did.text.choices, options: [...did.text.choices.options, 'finance_support'] } },
    marks: [...did.marks, ['4(4)', 'N']],
  }),
  answer: (did) => valued(did, { name: 'answer.days', now: value('15'), marks: [['6(4)', 'M']] }),
  members: (did) => valued(did, { name: 'jsc.members', now: value('5'), marks: [['9(1)', 'N']] }),
  condition: (did) =>
    valued(did, {
      name: 'conditions',
      now: { value: { rows: [{ no: '1', condition: 'x' }] }, source: 'test' },
      marks: [
        ['8', 'M pre-cleared'],
        ['A1B', 'M'],
      ],
    }),
  outline: (did) =>
    valued(did, {
      name: 'plan.first',
      now: { value: { rows: [{ area: 'x' }] }, source: 'test' },
      marks: [['A2', 'N']],
    }),
  contact: (did) =>
    valued(did, { name: 'contacts', now: { value: { rows: [{ side: 'x' }] }, source: 'test' }, marks: [['A5', 'V']] }),
  place: (did) => valued(did, { name: 'sign.place', now: value('Rome'), marks: [['signature page', 'V']] }),
  english: (did) => ({
    ...did,
    text: { ...did.text, languages: { ...did.text.languages, authentic: ['en'] } },
    marks: [...did.marks, ['languages', 'M']],
  }),
}

const aside = [
  '1',
  '2',
  '3',
  '5',
  '7',
  '10',
  '12',
  '13',
  '16',
  '18',
  '19',
  '21',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
].map(Number)
const negotiation = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...aside), fc.boolean()), {
      maxLength: 3,
      selector: ([section]) => section,
    }),
    fc.uniqueArray(fc.constantFrom(...Object.keys(acts).filter((act) => act !== 'rewrite' && act !== 'spell')), {
      maxLength: 2,
    }),
  )
  .map(([sections, others]): Did => {
    const written = sections.reduce<Did>(
      (did, [section, spelt]) => acts[spelt ? 'spell' : 'rewrite']?.(did, section) ?? did,
      { text: start, editorial: [], marks: [] },
    )
    return others.reduce((did, act) => acts[act]?.(did, 0) ?? did, written)
  })

const clearances = (['programme', 'place'] as const).flatMap((side) =>
  Object.keys(scopes).map((scope) => ({ id: `${side} ${scope}`, side, scope })),
)

test('what falls is what the table says, for 200 random negotiations and every clearance', () => {
  fc.assert(
    fc.property(negotiation, (did) => {
      const changes = changesBetween({
        model: memorandumModel,
        before: start,
        after: did.text,
        editorial: did.editorial.map((section) => memorandumModel.clauses[section - 1]?.id ?? ''),
      })
      const fates = whatFalls(changes, { clearances, model: memorandumModel })
      expect(fates.map(({ clearance, fate }) => `${clearance}: ${fate}`)).toEqual(
        clearances.map((one) => `${one.id}: ${expected(did, one)}`),
      )
      expect(concordanceFalls(changes).length === 0).toBe(did.marks.every(([, row]) => row === 'V'))
    }),
    { seed: 20270303, numRuns: 200 },
  )
})

test('small steps cannot add up unseen: what is asked is the difference from what the office cleared, not from the last text', () => {
  const rewritten = (did: Did, section: number) => acts['rewrite']?.(did, section) ?? did
  const first = rewritten({ text: start, editorial: [], marks: [] }, 27)
  const second = rewritten(first, 2)
  const asked = (before: MemorandumText) =>
    whatFalls(changesBetween({ model: memorandumModel, before, after: second.text }), {
      clearances: [{ id: 'superior', side: 'place', scope: 'superior' }],
      model: memorandumModel,
    })
  expect(asked(start)).toEqual([{ clearance: 'superior', fate: 'falls', because: ['term'] }])
  expect(asked(first.text)).toEqual([{ clearance: 'superior', fate: 'may_take_back', because: ['purpose'] }])
})
