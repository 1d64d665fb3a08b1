import type { z } from 'zod'
import type { ConditionEntry } from '../../db/reads/conditions.js'
import type { HandedInForm } from '../../db/reads/forms.js'
import type { ConditionStatus, ConditionTerms } from '../../domain/conditions.js'
import type { ConditionEvent } from '../../domain/events/conditions.js'
import { isKeyed, keyed } from '../../domain/form/kinds/kind.js'
import { idsIn } from '../../domain/form/rows.js'
import type { LocalText } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import {
  conditionDueInWords,
  conditionDueLabels,
  conditionOwnerLabels,
  conditionStatusLabels,
} from '../../domain/words/conditions.js'
import type { ConditionView } from '../contract/conditions.js'

type View = z.output<typeof ConditionView>

/** The register of conditions as the ledger has it, each with its words from the form it was proposed with. */
export const conditionsView = (
  {
    entries,
    voided,
    zone,
  }: {
    readonly entries: readonly ConditionEntry[]
    readonly voided: ReadonlySet<string>
    /** Where the place is, by the clock. */
    readonly zone: string
  },
  forms: readonly HandedInForm[],
): View[] => {
  const views = new Map<string, View>()
  for (const { at, event } of entries) {
    if (event.type === 'conditions_fixed') {
      if (voided.has(event.step)) continue
      for (const terms of event.conditions) views.set(terms.id, fixedView(terms, { step: event.step, at, zone, forms }))
      continue
    }
    const before = views.get(event.condition)
    if (before === undefined) continue
    const status = statusAfter(event, before.status)
    const exhibits = event.type === 'condition_shown' ? [...event.exhibits] : before.exhibits
    const statusLabel = { ...conditionStatusLabels[status] }
    views.set(event.condition, { ...before, status, statusLabel, exhibits, changedAt: at })
  }
  return [...views.values()]
}

const fixedView = (
  { id, due, dueOn, binding, owner, words }: ConditionTerms,
  { step, at, zone, forms }: { step: string; at: string; zone: string; forms: readonly HandedInForm[] },
): View => {
  const dueBy = dueOn === undefined ? undefined : { ...conditionDueInWords({ due, dueOn, owner }, zone) }
  const { text, shown_by: shownBy } = rowOf(forms, id)
  const fixedText = words === undefined ? text : newTextOf(forms, { id, content: words.id })
  return {
    id,
    text: inBoth(fixedText),
    shownBy: inBoth(shownBy),
    due,
    dueLabel: { ...conditionDueLabels[due] },
    ...defined({ dueOn, dueBy }),
    binding,
    owner,
    ownerLabel: { ...conditionOwnerLabels[owner] },
    status: 'open',
    statusLabel: { ...conditionStatusLabels.open },
    fixedAt: at,
    fixedBy: step,
    exhibits: [],
    changedAt: at,
  }
}

/** What an entry makes of a condition; one that is met is not lifted any more (8.16). */
const statusAfter = (event: Exclude<ConditionEvent, { type: 'conditions_fixed' }>, before: ConditionStatus) => {
  switch (event.type) {
    case 'condition_shown':
      return 'shown'
    case 'condition_checked':
      return event.result
    case 'condition_lifted':
      return before === 'met' ? before : 'lifted'
  }
}

/** The visits on which conditions were proposed, by the ids of the conditions, and those on which they got another text. */
export const wordedOn = (entries: readonly ConditionEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ event }) =>
      event.type === 'conditions_fixed'
        ? [event.step, ...event.conditions.map(({ id }) => id.slice(0, id.indexOf(':')))]
        : [],
    ),
  ),
]

const rowOf = (forms: readonly HandedInForm[], id: string): Readonly<Record<string, unknown>> => {
  const [step, row] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  const rows = forms.find((form) => form.step === step)?.answers?.['conditions']
  const given: readonly unknown[] = Array.isArray(rows) ? rows : []
  return keyed(given.find((one) => keyed(one)['id'] === row))
}

/** The text that a body gave a condition, out of the form it stands in. */
const newTextOf = (
  forms: readonly HandedInForm[],
  { id, content }: { readonly id: string; readonly content: string },
): unknown => {
  const rows = forms.find((form) => form.content === content)?.answers?.['conditions']
  const given: readonly unknown[] = Array.isArray(rows) ? rows : []
  return keyed(given.find((one) => idsIn(keyed(one)['condition']).includes(id)))['text']
}

const inBoth = (value: unknown): LocalText | null => {
  if (!isKeyed(value)) return null
  const { en, 'zh-CN': chinese } = value
  return typeof en === 'string' && typeof chinese === 'string' ? { en, 'zh-CN': chinese } : null
}
