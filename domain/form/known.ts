import { answeredIn, type PlacedAnswer } from './answered.js'
import { every, inside, sound, wrong, type AnswerFault } from './fault.js'
import type { RowsAbout } from '../follow-up/item-kind.js'
import { holds } from './condition.js'
import type { ChecklistField, EvidenceClass, FormField } from './field.js'
import type { Filled, Form, FormAnswers } from './form.js'
import { classOfConfirmation } from '../third-parties.js'
import { proofLabel } from './kinds/checklist.js'
import { exhibitsCitedIn } from './kinds/evidence.js'
import { factLabels } from './kinds/fact.js'
import { keyed, listed } from './kinds/kind.js'
import { rowLabel } from './kinds/table.js'
import { readFilled } from './read.js'

/** What is known beside a form of what its answers name. */
export interface KnownBeside {
  /** The class with which an exhibit counts now; undefined where none stands that this person may see. */
  readonly classOf: (exhibit: string) => EvidenceClass | undefined
  /** Whether somebody outside has confirmed the activity of that id, which stands as it was noted: cited like an exhibit, it shows what it is cited for (8.6). */
  readonly isConfirmed: (activity: string) => boolean
  /** Whether somebody is in the register. */
  readonly isPerson: (id: string) => boolean
  /** Whether there is such a thing on this base, as far as its kind can be asked for. */
  readonly isThere: (pointed: { readonly kind: string; readonly id: string }) => boolean
  /** The items of which a table must have a row each (8.17). */
  readonly askedIn: (about: RowsAbout) => readonly string[]
  /** What the row by which an item entered has in one of the columns that are read. */
  readonly ownCell: (item: { readonly id: string; readonly column: string }) => unknown
}

/**
 * What is wrong with what answers name outside the form: an exhibit that is not there or shows too little, a figure that claims a
 * better class than what shows it, somebody whom nobody registered (8.6), an item that nobody entered, or one that the form asks for
 * and has no row (8.17). The answers fit the form already.
 */
export const checkKnown = (form: Form, { known, ...filled }: Filled & { readonly known: KnownBeside }) => [
  ...answeredIn(form, filled.answers).flatMap((one) => one.within(checkOne(one, known))),
  ...form.fields.flatMap((field) =>
    inside(field, every(checkAsked(field, { form, filled, known }), checkBarred(field, { filled, known }))),
  ),
]

/** Whether a row says of an item what the item's own row does not allow (5.15). */
const checkBarred = (
  field: FormField,
  { filled, known }: { readonly filled: Filled; readonly known: KnownBeside },
): readonly AnswerFault[] => {
  if (field.kind !== 'table' || field.about?.bars === undefined) return sound
  const { about, columns } = field
  return listed(filled.answers[field.code]).flatMap((row, index) => {
    const cells = keyed(row)
    const ids = pointedIn(cells[about.column]).map(({ id }) => id)
    const against = (about.bars ?? []).filter(
      ({ column, is, where }) =>
        cells[column] === is && ids.some((id) => known.ownCell({ id, column: where.column }) === where.is),
    )
    return against.flatMap(({ column, needs }) => {
      const { code, label } = columns.find((one) => one.code === column) ?? field
      const no = inside({ code, label }, wrong(needs.en, needs['zh-CN']))
      return inside({ code: String(index), label: rowLabel(index) }, no)
    })
  })
}

/** Whether each item that a table asks for has a row. */
const checkAsked = (
  field: FormField,
  { form, filled, known }: { readonly form: Form; readonly filled: Filled; readonly known: KnownBeside },
): readonly AnswerFault[] => {
  if (field.kind !== 'table' || field.about === undefined) return sound
  const { about, code } = field
  if (!holds(field.asked, { option: filled.option, read: readFilled(form, filled) })) return sound
  const given = listed(filled.answers[code]).flatMap((row) => pointedIn(keyed(row)[about.column]).map(({ id }) => id))
  const lacking = known.askedIn(about).filter((id) => !given.includes(id))
  const which = lacking.slice(0, 5).join(', ')
  return lacking.length === 0 ? sound : wrong(`a row for each of: ${which}`, `下列事项各填一行：${which}`)
}

/** The kinds of thing that answers point at. */
export const kindsPointedAt = (form: Form, answers: FormAnswers): readonly string[] => [
  ...new Set(
    answeredIn(form, answers).flatMap(({ field, value }) =>
      field.kind === 'reference' ? pointedIn(value).map(({ kind }) => kind) : [],
    ),
  ),
]

/** What a reference points at. */
const pointedIn = (value: unknown): readonly { readonly kind: string; readonly id: string }[] =>
  listed(value).flatMap((one) => {
    const { kind, id } = keyed(one)
    return typeof kind === 'string' && typeof id === 'string' ? [{ kind, id }] : []
  })

const checkOne = ({ field, value }: PlacedAnswer, known: KnownBeside): readonly AnswerFault[] => {
  switch (field.kind) {
    case 'file':
      return checkCited(value, known)
    case 'evidence':
      return checkShown(value, { known, weakest: field.weakest })
    case 'fact':
      return checkFigure(value, known)
    case 'checklist':
      return checkItems(value, { field, known })
    case 'person':
      return checkPerson(value, known)
    case 'text':
    case 'number':
    case 'money':
    case 'percentage':
    case 'date':
    case 'period':
    case 'choice':
    case 'choices':
    case 'yes_no':
    case 'organisation':
    case 'place':
    case 'confirmation':
      return sound
    case 'reference':
      return checkPointed(value, known)
  }
}

/** A figure is of the class of what shows it; what is self-declared needs nothing (class 5). */
const checkFigure = (value: unknown, known: KnownBeside): readonly AnswerFault[] => {
  const { class: claimed, evidence } = keyed(value)
  const weakest = claimed === 1 || claimed === 2 || claimed === 3 || claimed === 4 ? claimed : undefined
  return inside({ code: 'evidence', label: factLabels.evidence }, checkShown(evidence, { known, weakest }))
}

const checkItems = (
  value: unknown,
  { field, known }: { readonly field: ChecklistField; readonly known: KnownBeside },
): readonly AnswerFault[] =>
  every(
    ...field.items.map((item) => {
      const { result, evidence } = keyed(keyed(value)[item.code])
      const weakest = field.proofs?.some((one) => one === result) === true ? field.weakest : undefined
      return inside(item, inside({ code: 'evidence', label: proofLabel }, checkShown(evidence, { known, weakest })))
    }),
  )

/** Papers that prove nothing by themselves are files. */
const checkCited = (value: unknown, { classOf }: KnownBeside): readonly AnswerFault[] =>
  exhibitsCitedIn(value).every((one) => classOf(one) !== undefined)
    ? sound
    : wrong('exhibits that were brought for this base and stand', '已为本基地提交且有效的佐证材料')

/** What proves something is an exhibit, or an activity that somebody outside has confirmed. */
const checkShown = (
  value: unknown,
  {
    known: { classOf, isConfirmed },
    weakest,
  }: { readonly known: KnownBeside; readonly weakest?: EvidenceClass | undefined },
): readonly AnswerFault[] => {
  const classes = exhibitsCitedIn(value).map(
    (one) => classOf(one) ?? (isConfirmed(one) ? classOfConfirmation : undefined),
  )
  if (classes.includes(undefined))
    return wrong(
      'exhibits that were brought for this base and stand, or activities that a third party confirmed',
      '已为本基地提交且有效的佐证材料，或经第三方确认属实的活动',
    )
  if (weakest === undefined || classes.some((one) => one !== undefined && one <= weakest)) return sound
  return wrong(`an exhibit of class ${weakest} or better`, `${weakest}级或以上的佐证材料`)
}

const checkPointed = (value: unknown, { isThere }: KnownBeside): readonly AnswerFault[] =>
  pointedIn(value).every(isThere) ? sound : wrong('something that is there on this base', '本基地已有的对象')

const checkPerson = (value: unknown, { isPerson }: KnownBeside): readonly AnswerFault[] => {
  const { id } = keyed(value)
  return typeof id !== 'string' || isPerson(id) ? sound : wrong('somebody of the register', '已登记的人员')
}

/** The people of the register whom answers name, each once. */
export const peopleIn = (form: Form, answers: FormAnswers): readonly string[] => [
  ...new Set(
    answeredIn(form, answers).flatMap(({ field, value }) => {
      const { id } = keyed(value)
      return field.kind === 'person' && typeof id === 'string' ? [id] : []
    }),
  ),
]
