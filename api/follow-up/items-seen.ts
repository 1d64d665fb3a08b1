import type { z } from 'zod'
import { stagesOf } from '../../db/reads/exhibits.js'
import { readForms, type HandedInForm } from '../../db/reads/forms.js'
import type { FormColumn, TableField } from '../../domain/form/field.js'
import { isFor } from '../../domain/seat.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'
import { answerInWords } from '../../domain/form/answer-in-words.js'
import { followedTables, itemsAsked, ownRequests, type FollowedItem } from '../../domain/follow-up/items.js'
import { dueOfRow } from '../../domain/gicc/due-of-row.js'
import { stepsInFull } from '../../domain/gicc/steps.js'
import { programmeOfBase } from '../../domain/ids.js'
import type { FormSight } from '../../domain/sight/answers.js'
import type { AnswerOf } from '../../domain/sight/entry.js'
import { outcomeOf } from '../../domain/sight/outcome.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { keyOf } from '../../domain/values/step-key.js'
import { itemKindLabels, itemStatusLabels } from '../../domain/words/follow-up.js'
import { seatsInForce, type SightOfBase } from '../auth/sight.js'
import type { FollowedItemView } from '../contract/follow-up.js'
import { handedInSeen, type SeenForm } from '../forms/handed-in-seen.js'
import type { ApiParts, AskingParts } from '../parts.js'
import { sightRules } from '../views/pinned-procedure.js'
import { titlesOf } from '../wording.js'
import type { FollowedBase, FollowedOn } from './followed-on.js'

type View = z.output<typeof FollowedItemView>
type Words = View['words']

/** Who looks at a base, with how he or she sees the answers to its forms. */
export interface FollowUpEyes extends FollowedBase {
  readonly sight: SightOfBase
  readonly answered: (of: AnswerOf) => FormSight
}

/**
 * What is followed on a base as one person may see it: an item whose form he or she reads, in whole or in part, and one that he or
 * she was asked about, in the words that are meant for whoever is asked (8.17). The rest is not told to be there.
 */
export const itemsSeen = async (
  parts: ApiParts,
  { on, ...looking }: FollowUpEyes & { readonly on: FollowedOn },
): Promise<View[]> => {
  const { base, sight, answered } = looking
  const own = ownRequests(on.items, sight)
  const items = on.as({ sees: sight.sees, answered }).map((item) => own.get(item.id) ?? item)
  const keys = items.flatMap(({ filed, said }) => [filed.key, ...said.map((one) => one.filed.key)])
  const handed = await readForms(parts.db, { base, keys: [...new Set(keys)] })
  const seen = formsSeen(handed, looking)
  const place = looking.state?.cluster.zone ?? programmeZone
  const asked = await askedOn(parts, { ...looking, on })
  return items.flatMap((item) => {
    const words = wordsOf(item, { handed, seen, isAsked: asked.has(item.id) || isToldOf(item, looking), place })
    return words === undefined ? [] : [viewOf(item, { words, seen: own.has(item.id) ? handed : seen, place })]
  })
}

/** A condition is everybody's to read who is told of the decision that fixed it (8.16). */
const isToldOf = ({ kind, id }: FollowedItem, { state, sight, procedure }: FollowUpEyes): boolean => {
  const fixed = kind === 'condition' ? state?.conditions?.[id] : undefined
  return fixed !== undefined && sight.sees(outcomeOf(keyOf(fixed.fixedBy), sightRules(procedure))) === 'whole'
}

interface Viewed {
  readonly words: Words
  readonly seen: readonly HandedInForm[]
  readonly place: string
}

const viewOf = (item: FollowedItem, { words, seen, place }: Viewed): View => ({
  id: item.id,
  kind: item.kind,
  kindLabel: { ...itemKindLabels[item.kind] },
  status: item.status,
  statusLabel: { ...itemStatusLabels[item.status] },
  step: item.filed.step,
  title: titlesOf(item.filed.key),
  at: item.filed.at,
  words,
  said: item.said.flatMap((one) => {
    const cells = cellsIn(seen, one)
    const told = cells === undefined ? [] : inWords(cells, { table: tableOf(one), place })
    const { step, key, at } = one.filed
    return told.length === 0 ? [] : [{ step, title: titlesOf(key), at, words: told }]
  }),
})

/** Forms that were handed in, as far as they are for the eyes of somebody. */
export const formsSeen = (
  handed: readonly HandedInForm[],
  { sight, state, procedure, answered }: Omit<FollowUpEyes, 'base'>,
): readonly SeenForm[] => {
  const rules = sightRules(procedure)
  return handed.flatMap((one) => handedInSeen(one, { answered, state, eyes: { sees: sight.sees, rules } }))
}

/** The items about which a step asks, or asked, that a seat of the person decides: as they stood when it opened. */
const askedOn = async (
  parts: AskingParts,
  { base, sight, procedure, on }: Omit<FollowUpEyes, 'answered'> & { readonly on: FollowedOn },
): Promise<ReadonlySet<string>> => {
  const [{ steps: visits }, seats] = await Promise.all([stagesOf(parts.db, base), seatsInForce(parts, sight.person)])
  const held: readonly string[] = seats
    .filter((seat) => seat.programme === programmeOfBase(base) && isFor(seat, base))
    .map(({ role }) => role)
  const asked = visits
    .filter(({ role, also_roles: also }) => [role, ...also].some((one) => held.includes(one)))
    .flatMap(({ key, opened_seq: seq }) =>
      followedTables(procedure.steps[key]?.form).flatMap(({ about }) =>
        about?.every === undefined ? [] : itemsAsked(on.before(seq), about),
      ),
    )
  return new Set(asked.map(({ id }) => id))
}

interface Reading {
  readonly handed: readonly HandedInForm[]
  readonly seen: readonly SeenForm[]
  readonly isAsked: boolean
  /** Where the place is, by the clock. */
  readonly place: string
}

/** The words of an item for one pair of eyes; undefined where it is not for them at all. */
const wordsOf = (item: FollowedItem, { handed, seen, isAsked, place }: Reading): Words | undefined => {
  const table = tableOf(item)
  const own = cellsIn(seen, item)
  const meant = isAsked ? cellsIn(handed, item) : undefined
  if (own === undefined && !isAsked) return undefined
  const forAsked = Object.fromEntries(
    (table?.columns ?? []).filter(({ toAsked }) => toAsked === true).map(({ code }) => [code, meant?.[code]]),
  )
  return inWords({ ...forAsked, ...own }, { table, place })
}

type RowOf = Pick<FollowedItem, 'filed' | 'field' | 'row'>

const tableOf = ({ filed, field }: RowOf): TableField | undefined =>
  stepsInFull[filed.key]?.form?.fields.filter((one) => one.kind === 'table').find(({ code }) => code === field)

const cellsIn = (
  forms: readonly HandedInForm[],
  { filed, field, row }: RowOf,
): Readonly<Record<string, unknown>> | undefined => {
  const answers = forms.find(({ seq }) => seq === filed.seq)?.answers
  const found = listed(answers?.[field]).find((one) => keyed(one)['id'] === row)
  return found === undefined ? undefined : keyed(found)
}

interface OfTable {
  readonly table: TableField | undefined
  readonly place: string
}

const inWords = (cells: Readonly<Record<string, unknown>>, { table, place }: OfTable): Words =>
  (table?.columns ?? []).flatMap((column) => {
    const said = cellInWords(cells, { table, column, place })
    const says = typeof said === 'string' ? { en: said, 'zh-CN': said } : said
    return says === undefined ? [] : [{ label: { ...column.label }, says: { ...says } }]
  })

/** What is due by a day is told by the end of that day, for whoever has to meet it. */
const cellInWords = (
  cells: Readonly<Record<string, unknown>>,
  { table, column, place }: OfTable & { readonly column: FormColumn },
) => {
  const isDue = column.code === 'due_on' && dueKinds.some((kind) => kind === table?.enters?.kind)
  if (isDue) return dueOfRow(cells, place)
  return cells[column.code] === undefined ? undefined : answerInWords(column, cells[column.code])
}

const dueKinds = ['condition', 'recommendation'] as const
