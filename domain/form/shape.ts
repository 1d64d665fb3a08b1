import type { LocalText } from '../locale.js'
import type {
  Choice,
  ChecklistField,
  EvidenceField,
  FileField,
  FormField,
  ReferenceField,
  ReferenceKind,
  TableField,
} from './field.js'
import { proofLabel, remarkLabel, resultLabel, resultsFor } from './kinds/checklist.js'
import { fromLabel, toLabel } from './kinds/dates.js'
import { cutOffs, factLabels } from './kinds/fact.js'
import { denominatorLabel, numeratorLabel } from './kinds/numbers.js'
import { organisationCard, organisationKinds, personCard, placeCard } from './kinds/parties.js'
import { languageNames } from './kinds/text.js'
import { factNatures } from './read-values.js'
import * as says from './shape-words.js'

/** How a field is filled in on a page: which single things are typed, ticked or chosen, and what they make together. */
export type Shape =
  | { readonly is: 'line' | 'lines' | 'number' | 'date' | 'yes_no' | 'tick' | 'exhibit' }
  | { readonly is: 'one' | 'many'; readonly choices: readonly Choice[] }
  /** One of the things that are there. */
  | { readonly is: 'thing'; readonly to: readonly ReferenceKind[] }
  /** Nobody fills it in: it goes along with what stands beside it. */
  | { readonly is: 'along'; readonly value: string }
  | { readonly is: 'group'; readonly parts: readonly ShapePart[] }
  | {
      readonly is: 'list'
      readonly of: Shape
      readonly least: number
      readonly most: number
      readonly each?: ListedEach
    }

/** A member of a group. */
export interface ShapePart {
  readonly code: string
  readonly label: LocalText
  readonly hint?: LocalText
  readonly shape: Shape
}

/** The member of a list of which each choice has one row. */
export interface ListedEach {
  readonly code: string
  readonly choices: readonly Choice[]
}

/** The shape of a field, whatever its kind. */
export const shapeOf = (field: FormField): Shape => {
  switch (field.kind) {
    case 'text':
      return field.both === true
        ? inBoth(field.lines === 'one' ? 'line' : 'lines')
        : { is: field.lines === 'one' ? 'line' : 'lines' }
    case 'number':
    case 'date':
    case 'yes_no':
      return { is: field.kind }
    case 'confirmation':
      return { is: 'tick' }
    case 'choice':
      return { is: 'one', choices: field.choices }
    case 'choices':
      return { is: 'many', choices: field.choices }
    case 'percentage':
      return field.parts === true
        ? group([
            ['numerator', numeratorLabel, { is: 'number' }],
            ['denominator', denominatorLabel, { is: 'number' }],
          ])
        : { is: 'number' }
    case 'money':
      return money
    case 'period':
      return group([
        ['from', fromLabel, { is: 'date' }],
        ['to', toLabel, { is: 'date' }],
      ])
    case 'person':
      return group([registered, ...card(personCard)])
    case 'organisation':
      return organisation
    case 'place':
      return place
    case 'fact':
      return fact
    case 'file':
    case 'evidence':
      return cited(field)
    case 'reference':
      return referenceTo(field)
    case 'checklist':
      return checklist(field)
    case 'table':
      return table(field)
  }
}

type Listed = readonly [code: string, label: LocalText, shape: Shape]
const group = (parts: readonly Listed[]): Shape => ({
  is: 'group',
  parts: parts.map(([code, label, shape]) => ({ code, label, shape })),
})

const inBoth = (is: 'line' | 'lines'): Shape =>
  group([
    ['en', languageNames.en, { is }],
    ['zh-CN', languageNames['zh-CN'], { is }],
  ])

const card = (
  lines: Readonly<Record<string, { readonly label: LocalText; readonly both?: true }>>,
): readonly Listed[] =>
  Object.entries(lines).map(([code, { label, both }]): Listed => [
    code,
    label,
    both === true ? inBoth('line') : { is: 'line' },
  ])

const among = <C extends string>(codes: readonly C[], labels: Readonly<Record<C, LocalText>>): Shape => ({
  is: 'one',
  choices: codes.map((code) => ({ code, label: labels[code] })),
})

const registered: Listed = ['id', says.registered, { is: 'line' }]
const money = group([
  ['amount', says.amount, { is: 'number' }],
  ['currency', says.currency, { is: 'line' }],
  ['year', factLabels.year, { is: 'number' }],
])
const organisation = group([
  registered,
  ...card(organisationCard),
  ['kind', says.organisationKind, among(organisationKinds, says.organisationKinds)],
  ['country', says.country, { is: 'line' }],
])
const place = group([
  ['code', says.placeCode, { is: 'line' }],
  ...card(placeCard),
  ['whole', says.whole, { is: 'yes_no' }],
])

const citedOnce = group([
  ['exhibit', proofLabel, { is: 'exhibit' }],
  ['at', says.where, { is: 'line' }],
])
const cited = ({ kind, most = kind === 'file' ? 20 : 5 }: FileField | EvidenceField): Shape => ({
  is: 'list',
  of: citedOnce,
  least: 1,
  most,
})
const proof: Shape = { is: 'list', of: citedOnce, least: 1, most: 5 }

const fact = group([
  ['value', factLabels.value, { is: 'number' }],
  ['year', factLabels.year, { is: 'number' }],
  ['cutOff', factLabels.cutOff, among(cutOffs, says.cutOffs)],
  ['nature', factLabels.nature, among(factNatures, says.natures)],
  ['class', factLabels.class, { is: 'number' }],
  ['territory', factLabels.territory, place],
  ['evidence', factLabels.evidence, proof],
  ['note', factLabels.note, { is: 'lines' }],
])

const referenceTo = ({ to, most = 1 }: ReferenceField): Shape => ({
  is: 'list',
  of: { is: 'thing', to },
  least: 1,
  most,
})

const checklist = (field: ChecklistField): Shape => ({
  is: 'group',
  parts: field.items.map((item) => ({
    ...item,
    shape: group([
      ['result', resultLabel, { is: 'one', choices: resultsFor(item, field) }],
      ['remark', remarkLabel, { is: 'lines' }],
      ...(field.proofs === undefined ? [] : [['evidence', proofLabel, proof] satisfies Listed]),
    ]),
  })),
})

const table = ({ columns, least = 1, most, each }: TableField): Shape => {
  const one = columns.find(({ code }) => code === each)
  const rows = {
    is: 'list',
    least,
    most,
    of: { is: 'group', parts: [rowId, ...columns.map((column) => ({ ...column, shape: shapeOf(column) }))] },
  } as const
  return one?.kind === 'choice' ? { ...rows, each: one } : rows
}

/** What stands for the id of a row that is new. */
export const newRow = 'new'
const rowId: ShapePart = { code: 'id', label: says.id, shape: { is: 'along', value: newRow } }
