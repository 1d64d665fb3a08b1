import type { StreamRating } from '../../documents/paper.js'
import type { ConditionOnPaper, Wording } from '../../documents/facts/parts.js'
import type { ConditionTerms } from '../../domain/conditions.js'
import { dueOfRow } from '../../domain/gicc/due-of-row.js'
import { idsIn } from '../../domain/form/rows.js'
import { defined } from '../../domain/values/defined.js'
import type { StepId } from '../../domain/values/step-key.js'
import { conditionDueInWords, conditionOwnerLabels } from '../../domain/words/conditions.js'
import { broughtWith, quoted, rowsOf, type Quotable } from './brought.js'
import { actsOn, lastClosed, ofType, type StorySoFar } from './story-so-far.js'

/** The conditions that were fixed, still stand and were not lifted, each in the words it was proposed in (8.16). */
export const conditionsOf = (story: StorySoFar): readonly ConditionOnPaper[] => {
  const voided = new Set(ofType(story.events, 'step_voided').map(({ step }) => step))
  const lifted = new Set(ofType(story.events, 'condition_lifted').map(({ condition }) => condition))
  return ofType(story.events, 'conditions_fixed')
    .filter(({ step }) => !voided.has(step))
    .flatMap(({ step, conditions }) =>
      conditions
        .filter(({ id }) => !lifted.has(id))
        .map((terms) =>
          conditionOnPaper(terms, {
            row: proposedIn(story, terms.id),
            changed: changedIn(story, { step, terms }),
            zone: story.zone,
          }),
        ),
    )
}

/** The row a condition was proposed in, and the one in which a body gave it another text. */
interface Worded {
  readonly row: Quotable | undefined
  readonly changed: Quotable | undefined
  /** Where the place is, by the clock. */
  readonly zone: string
}

/** What a condition says and asks, from its terms and the row it was proposed in. */
const conditionOnPaper = (
  { id, due, dueOn, binding, owner, words }: ConditionTerms,
  { row, changed, zone }: Worded,
) => ({
  text: quoted(words === undefined ? row : changed, 'text') ?? erased(id),
  ...defined({ proof: quoted(row, 'shown_by') }),
  due: conditionDueInWords({ due, owner, ...defined({ dueOn }) }, zone),
  owner: conditionOwnerLabels[owner],
  binding,
})

/** What a form proposes; nothing is fixed by it. */
export const proposedConditions = (brought: Quotable | undefined, zone: string): readonly ConditionOnPaper[] =>
  rowsOf(brought, 'conditions').map((row) => ({
    text: quoted(row, 'text') ?? '',
    ...defined({ proof: quoted(row, 'shown_by') }),
    due: dueOfRow(row.answers, zone) ?? quoted(row, 'due') ?? '',
    owner: quoted(row, 'owner') ?? '',
    binding: row.answers['binding'] === true,
  }))

const erased = (id: string): Wording => ({
  en: `Condition ${id}; whoever wrote its words was erased.`,
  'zh-CN': `附带条件${id}（其文字随撰写人信息一并删除）。`,
})

/** The row of a form that a condition was proposed in: it is the place's to read from the decision that fixed it (8.16). */
const proposedIn = (story: StorySoFar, id: string): Quotable | undefined => {
  const [step = '', row] = id.split(':')
  return actsOn(story, step)
    .flatMap((act) => rowsOf(broughtWith(story, { act, also: ['conditions'] }), 'conditions'))
    .find(({ answers }) => answers['id'] === row)
}

/** The row of the vote whose words were taken over (8.16). */
const changedIn = (
  story: StorySoFar,
  { step, terms: { id, words } }: { readonly step: StepId; readonly terms: ConditionTerms },
): Quotable | undefined =>
  actsOn(story, step)
    .filter(({ form }) => words !== undefined && form?.content.id === words.id)
    .flatMap((act) => rowsOf(broughtWith(story, { act, also: ['conditions'] }), 'conditions'))
    .find(({ answers }) => idsIn(answers['condition']).includes(id))

/** The rating a work-stream ended with; one that was never rated counts as D. */
export const ratingOf = (story: StorySoFar, key: string): StreamRating => {
  const option = lastClosed(story, [key])?.option
  return option === 'A' || option === 'B' || option === 'C' ? option : 'D'
}
