import { applyModel, valuesIn } from './apply-model.js'
import { variantsOf } from './applies.js'
import type { AppliesWhen, Paragraph, TextModel, Wordings } from './model.js'
import { modelPieces } from './pieces.js'
import { referencePattern, referencesIn } from './references.js'
import type { MemorandumText, SourcedValue } from './text.js'
import { wordsAmiss } from './wording-rule.js'

/** What is wrong with a model, and where: the id of a piece or paragraph, or the name of a value. */
export interface ModelFault {
  readonly at: string
  readonly fault:
    'unsourced' | 'language_missing' | 'forbidden_word' | 'empty_section' | 'reference_lost' | 'unknown' | 'twice'
  readonly what: string
}

/**
 * Whether a model may be used: every value has a source, every wording stands in every language, no word of a contract, no
 * section that is empty and no reference that leads nowhere, whatever is chosen. The shipped model and one that an
 * installation brings are held to the same.
 */
export const checkModel = (model: TextModel): readonly ModelFault[] => [
  ...namesAmiss(model),
  ...unsourced(model),
  ...wordingsAmiss(model),
  ...once(settingsOf(model).flatMap((text) => amissWhenSet(model, text))),
]

const everyParagraph = (model: TextModel): readonly Paragraph[] => [
  ...modelPieces(model).flatMap(({ paragraphs }) => paragraphs),
  ...model.closing,
]

const namesAmiss = (model: TextModel): readonly ModelFault[] => {
  const pieces = modelPieces(model).map(({ id }) => id)
  const paragraphs = everyParagraph(model).map(({ id }) => id)
  const variants = variantsOf(model).map(({ id }) => id)
  const known = (at: string, { names, among }: { names: readonly string[]; among: readonly string[] }) =>
    names.filter((name) => !among.includes(name)).map((what): ModelFault => ({ at, fault: 'unknown', what }))
  const conditions = everyParagraph(model).flatMap(({ id, when }) => (when === undefined ? [] : [{ id, when }]))
  return [
    ...twice([...pieces.filter((id) => id !== 'title'), ...paragraphs, ...variants]),
    ...twice(model.variables.map(({ name }) => name)),
    ...conditions.flatMap(({ id, when }) => known(id, { names: when.variants ?? [], among: variants })),
    ...model.scopes.flatMap(({ id, pieces: names = [] }) => known(id, { names, among: [...pieces, ...paragraphs] })),
    ...model.options.flatMap(({ id, clause }) => known(id, { names: [clause], among: pieces })),
    ...model.clauses.flatMap(({ id, part }) => known(id, { names: [part], among: model.parts.map((one) => one.id) })),
    ...everyWording(model).flatMap(({ at, wordings }) =>
      known(at, { names: Object.values(wordings).flatMap(referencesIn), among: [...pieces, ...paragraphs] }),
    ),
  ]
}

const twice = (ids: readonly string[]): readonly ModelFault[] =>
  [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({ at: id, fault: 'twice', what: id }))

const unsourced = (model: TextModel): readonly ModelFault[] => {
  const sourced = model.variables.filter(({ source }) => Object.values(source).every((words) => words !== ''))
  const names = new Set(sourced.map(({ name }) => name))
  return once(
    [...everyWording(model), ...everyParagraph(model).map(namedBeside)]
      .flatMap(({ at, wordings }) => valuesIn([wordings]).map((name) => ({ at, name: ofASide(name, model) })))
      .flatMap(({ at, name }) => name.filter((one) => !names.has(one)).map((what) => ({ at, what }))),
  ).map(({ at, what }): ModelFault => ({ at, fault: 'unsourced', what }))
}

/** The values a paragraph hangs on, beside those in its wording. */
const namedBeside = ({ id, when, table }: Paragraph): WordingAt => ({
  at: id,
  wordings: {
    names: [...namedIn(when), ...(table === undefined ? [] : [table.rows])].map((name) => `{${name}}`).join(''),
  },
})

const namedIn = (when: AppliesWhen | undefined): readonly string[] => [...(when?.filled ?? []), ...(when?.empty ?? [])]

const ofASide = (name: string, { sides }: TextModel): readonly string[] => {
  const [, what] = /^(?:first|second)\.(.+)$/.exec(name) ?? []
  return what === undefined ? [name] : sides.map((side) => `${side}.${what}`)
}

interface WordingAt {
  readonly at: string
  readonly wordings: Wordings
}

const everyWording = (model: TextModel): readonly WordingAt[] => [
  ...model.parts.map(({ id, heading }) => ({ at: id, wordings: heading })),
  ...[...model.clauses, ...model.annexes].map(({ id, heading }) => ({ at: id, wordings: heading })),
  ...variantsOf(model).map(({ id, title }) => ({ at: id, wordings: title })),
  ...everyParagraph(model).flatMap(({ id, text, soft, table }) => [
    { at: id, wordings: text },
    ...(soft === undefined ? [] : [{ at: id, wordings: soft }]),
    ...(table === undefined ? [] : [...table.columns.map(({ heading }) => heading), table.none]).map((wordings) => ({
      at: id,
      wordings,
    })),
  ]),
]

const wordingsAmiss = (model: TextModel): readonly ModelFault[] => [
  ...everyWording(model).flatMap(({ at, wordings }) =>
    Object.keys(model.languages)
      .filter((language) => (wordings[language] ?? '').trim() === '')
      .map((language): ModelFault => ({ at, fault: 'language_missing', what: language })),
  ),
  ...modelPieces(model)
    .filter(({ id }) => model.clauses.find((clause) => clause.id === id)?.saysWhatItIsNot !== true)
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ id, text, soft, binding }) => [
      ...forbidden(id, { wordings: text, binding }),
      ...forbidden(id, { wordings: soft ?? {}, binding: false }),
      ...(binding && soft === undefined && variantsOf(model).some(({ softens }) => softens === true)
        ? [{ at: id, fault: 'language_missing' as const, what: 'soft' }]
        : []),
    ]),
]

const forbidden = (
  at: string,
  { wordings, binding }: { readonly wordings: Wordings; readonly binding: boolean },
): readonly ModelFault[] =>
  Object.entries(wordings).flatMap(([language, wording]) =>
    wordsAmiss(wording, { language, binding }).map((what) => ({ at, fault: 'forbidden_word', what })),
  )

/** Texts that between them choose everything a model offers: each variant, with and without what facts may leave out. */
const settingsOf = (model: TextModel): readonly MemorandumText[] => {
  const riders = [[], ...distinct(model.places.map((place) => place.riders))]
  const choices = [{}, ...variantsOf(model).map(({ id, group }) => ({ [group]: id }))]
  const values = [everyValue(model), withoutFacts(model)]
  const everyOption = model.options.map(({ id }) => id)
  return riders.flatMap((rider) =>
    values.flatMap((given) => [
      aText(model, { rider, variants: {}, taken: everyOption, given }),
      ...choices.map((variants) => aText(model, { rider, variants, taken: [], given })),
    ]),
  )
}

const distinct = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(lists.map((list) => [list.join(), list])).values(),
]

interface Chosen {
  readonly rider: readonly string[]
  readonly variants: Readonly<Record<string, string>>
  readonly taken: readonly string[]
  readonly given: MemorandumText['values']
}

const aText = (model: TextModel, { rider, variants, taken, given }: Chosen): MemorandumText => ({
  model: { id: model.id, version: model.version },
  languages: { authentic: Object.keys(model.languages), reading: [], working: '' },
  choices: { variants, options: taken, riders: rider },
  values: given,
})

const everyValue = (model: TextModel): MemorandumText['values'] =>
  Object.fromEntries(
    model.variables.map(({ name, kind }): [string, SourcedValue] => [
      name,
      { value: kind === 'rows' ? { rows: [{}] } : '…', source: 'check' },
    ]),
  )

const withoutFacts = (model: TextModel): MemorandumText['values'] => {
  const facts = [
    ...everyParagraph(model).map(({ when }) => when),
    ...variantsOf(model).map(({ when }) => when),
  ].flatMap(namedIn)
  return Object.fromEntries(Object.entries(everyValue(model)).filter(([name]) => !facts.includes(name)))
}

const amissWhenSet = (model: TextModel, text: MemorandumText): readonly ModelFault[] => {
  const set = applyModel(model, text)
  const standing = set.pieces.map(({ id }) => id)
  return [
    ...modelPieces(model)
      .filter(({ id }) => !standing.includes(id))
      .map(({ id }): ModelFault => ({ at: id, fault: 'empty_section', what: JSON.stringify(text.choices) })),
    ...set.pieces
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap((one) =>
        Object.values(one.text)
          .flatMap((wording) => [...wording.matchAll(referencePattern)])
          .map(([reference]): ModelFault => ({ at: one.id, fault: 'reference_lost', what: reference })),
      ),
  ]
}

const once = <T extends { readonly at: string; readonly what: string }>(faults: readonly T[]): readonly T[] => [
  ...new Map(faults.map((fault) => [`${fault.at} ${fault.what}`, fault])).values(),
]
