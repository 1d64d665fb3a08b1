import { readForms } from '../../db/reads/forms.js'
import { listDocuments } from '../../db/reads/documents.js'
import type { Form } from '../../domain/form/form.js'
import type { FormColumn, FormField, ReferenceKind } from '../../domain/form/field.js'
import { isKeyed, keyed, listed } from '../../domain/form/kinds/kind.js'
import { itemKinds } from '../../domain/follow-up/item-kind.js'
import { everyIndicator } from '../../domain/gicc/areas-and-indicators.js'
import type { ThingThere } from '../../domain/follow-up/thing-there.js'
import { keysWhere, stepsInFull } from '../../domain/gicc/steps.js'
import type { LocalText } from '../../domain/locale.js'
import { outcomeOf } from '../../domain/sight/outcome.js'
import { paperNames } from '../../domain/words/papers.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { sightRules } from '../views/pinned-procedure.js'
import { titlesOf } from '../wording.js'
import type { FollowedOn } from './followed-on.js'
import { formsSeen, itemsSeen, type FollowUpEyes } from './items-seen.js'

interface Asking extends FollowUpEyes {
  readonly on: FollowedOn
}

/** The kinds of thing that a form points at. */
export const kindsIn = ({ fields }: Form): readonly ReferenceKind[] => {
  const pointed = (field: FormColumn | FormField): readonly ReferenceKind[] => {
    if (field.kind === 'reference') return field.to
    return field.kind === 'table' ? field.columns.flatMap(pointed) : []
  }
  return [...new Set(fields.flatMap(pointed))]
}

/** What is there on a base of some kinds, as far as it is for the eyes of whoever fills in a form. */
export const thingsThere = async (
  parts: ApiParts,
  { kinds, ...asking }: Asking & { readonly kinds: readonly ReferenceKind[] },
): Promise<readonly ThingThere[]> => {
  const of = async (kind: ReferenceKind): Promise<readonly ThingThere[]> => {
    switch (kind) {
      case 'fact':
        return await figuresThere(parts, asking)
      case 'decision':
        return decisionsThere(asking)
      case 'paper':
        return await papersThere(parts, asking)
      case 'indicator':
        return everyIndicator.map(({ code: id, label }) => ({ kind, id, label }))
      // The clauses of a text are not followed yet: what is typed is taken.
      case 'clause':
        return []
      case 'finding':
      case 'condition':
      case 'recommendation':
      case 'correction':
      case 'measure':
      case 'risk':
      case 'activity':
      case 'receipt':
      case 'payment':
      case 'request':
        return await itemsThere(parts, asking)
    }
  }
  const isItem = (kind: ReferenceKind): boolean => itemKinds.some((one) => one === kind)
  // Items of all kinds are read at once.
  const [item] = kinds.filter(isItem)
  const asked = [...kinds.filter((kind) => !isItem(kind)), ...(item === undefined ? [] : [item])]
  const there = (await Promise.all(asked.map(of))).flat()
  return there.filter(({ kind }) => kinds.some((one) => one === kind))
}

const itemsThere = async (parts: ApiParts, asking: Asking): Promise<readonly ThingThere[]> =>
  (await itemsSeen(parts, asking))
    .filter(({ status }) => status !== 'replaced')
    .map(({ kind, id, kindLabel, words }) => ({
      kind,
      id,
      label: toldApart(words.map(({ says }) => says)) ?? kindLabel,
    }))

/** All that is said of an item, as it stands in its table: by one of its columns alone two of them may read the same. */
export const toldApart = (said: readonly LocalText[]): LocalText | undefined =>
  said.length === 0
    ? undefined
    : { en: shortened(said.map(({ en }) => en)), 'zh-CN': shortened(said.map((one) => one['zh-CN'])) }

/** As much as a list of choices has room for. */
const shortened = (said: readonly string[]): string => {
  const whole = said.join(' · ')
  return whole.length <= longestLabel ? whole : `${whole.slice(0, longestLabel - 1)}…`
}
const longestLabel = 160

const decisionsThere = ({ on: { closings }, sight, procedure }: Asking): readonly ThingThere[] => {
  const rules = sightRules(procedure)
  return closings
    .filter(({ key }) => sight.sees(outcomeOf(key, rules)) === 'whole')
    .map(({ step: id, key }) => ({ kind: 'decision', id, label: titlesOf(key) }))
}

const papersThere = async ({ db }: ApiParts, { base, sight }: Asking): Promise<readonly ThingThere[]> => {
  const items = await everyPage((page) => listDocuments(db, { base, ...page }))
  const ofOneLanguage = items.filter(({ language }) => language === 'en')
  return ofOneLanguage
    .filter(({ kind }) => sight.sees({ kind: 'paper', paper: kind }) === 'whole')
    .map(({ order: id, kind }) => ({ kind: 'paper', id, label: paperNames[kind] }))
}

const hasFigures = ({ fields }: Form): boolean =>
  fields.some((field) => field.kind === 'fact' || (field.kind === 'table' && field.columns.some(isFigure)))
const isFigure = ({ kind }: FormColumn): boolean => kind === 'fact'

const figuresThere = async (parts: ApiParts, asking: Asking): Promise<readonly ThingThere[]> => {
  const keys = keysWhere(({ form }) => form !== undefined && hasFigures(form))
  const handed = await readForms(parts.db, { base: asking.base, keys })
  const counted = new Set(asking.on.filed.map(({ seq }) => seq))
  const seen = formsSeen(
    handed.filter(({ seq }) => counted.has(seq)),
    asking,
  )
  return seen.flatMap(({ step, key, answers }) =>
    (stepsInFull[key]?.form?.fields ?? []).flatMap((field) => figuresIn(field, { step, value: answers?.[field.code] })),
  )
}

/** The figures of one field, by visit and field, or by visit, table and row. */
const figuresIn = (
  field: FormField,
  { step, value }: { readonly step: string; readonly value: unknown },
): readonly ThingThere[] => {
  const { code, label } = field
  if (field.kind === 'fact')
    return isKeyed(value) && !('none' in value) ? [{ kind: 'fact', id: `${step}:${code}`, label }] : []
  if (field.kind !== 'table' || !field.columns.some(isFigure)) return []
  return listed(value).map((row, index) => ({
    kind: 'fact',
    id: `${step}:${code}-${String(keyed(row)['id'])}`,
    label: { en: `${label.en} ${index + 1}`, 'zh-CN': `${label['zh-CN']} ${index + 1}` },
  }))
}
