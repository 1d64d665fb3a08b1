import type { ConditionOnPaper, StreamRating, Wording } from '../../documents/paper.js'
import type { ConditionTerms } from '../../domain/conditions.js'
import { dateInWords, type LocalText } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import { conditionDueLabels, conditionOwnerLabels } from '../../domain/words/conditions.js'
import { inEveryLanguage } from '../wording.js'
import { broughtWith, quoted, rowsOf, type Quotable } from './brought.js'
import { actsOn, lastClosed, ofType, type StorySoFar } from './story-so-far.js'

/** The conditions that were fixed and still stand, each in the words it was proposed in (8.16). */
export const conditionsOf = (story: StorySoFar): readonly ConditionOnPaper[] => {
  const voided = new Set(ofType(story.events, 'step_voided').map(({ step }) => step))
  return ofType(story.events, 'conditions_fixed')
    .filter(({ step }) => !voided.has(step))
    .flatMap(({ conditions }) => conditions.map((terms) => conditionOnPaper(terms, proposedIn(story, terms.id))))
}

/** What a condition says and asks, from its terms and the row it was proposed in. */
const conditionOnPaper = ({ id, due, dueOn, binding, owner }: ConditionTerms, row: Quotable | undefined) => ({
  text: quoted(row, 'text') ?? erased(id),
  ...defined({ proof: quoted(row, 'shown_by') }),
  due: dueOn === undefined ? conditionDueLabels[due] : onDay(dueOn),
  owner: conditionOwnerLabels[owner],
  binding,
})

/** What a form proposes; nothing is fixed by it. */
export const proposedConditions = (brought: Quotable | undefined): readonly ConditionOnPaper[] =>
  rowsOf(brought, 'conditions').map((row) => ({
    text: quoted(row, 'text') ?? '',
    ...defined({ proof: quoted(row, 'shown_by') }),
    due: quoted(row, 'due_on') ?? quoted(row, 'due') ?? '',
    owner: quoted(row, 'owner') ?? '',
    binding: row.answers['binding'] === true,
  }))

const onDay = (day: string): LocalText => inEveryLanguage((locale) => dateInWords(day, locale))

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

/** The rating a work-stream ended with; one that was never rated counts as D. */
export const ratingOf = (story: StorySoFar, key: string): StreamRating => {
  const option = lastClosed(story, [key])?.option
  return option === 'A' || option === 'B' || option === 'C' ? option : 'D'
}
