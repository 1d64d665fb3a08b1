import type { BroughtText } from '../commands/negotiation.js'
import type { Decide } from '../command.js'
import { addWorkingDays } from '../calendar.js'
import type { ToldClearance } from '../events/negotiation.js'
import { fallenWith, untoldWith } from '../negotiation/clearances.js'
import { mayAnswer, mayMove } from '../negotiation/answers.js'
import { clausesOf, clearedGround, currentVersion, difference, type ClauseMarks } from '../negotiation/version.js'
import type { StepText } from '../negotiation/rules.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { roles } from '../role.js'
import type { BaseState, StepState } from '../state.js'
import { defined } from '../values/defined.js'
import type { By } from '../values/by.js'
import { beyond } from './beyond.js'
import { add, calendarOf, type Draft } from './draft.js'
import { unmetNeeds } from './text-needs.js'

interface HandingOver {
  readonly command: Pick<Decide, 'option' | 'text'>
  readonly step: StepState
  readonly definition: StepDefinition
  readonly procedure: Procedure
}

/** What is wrong with what a decision brings of the text, or lacks of it: judged by numbers and hashes alone. */
export const wronglyHanded = (state: BaseState, handing: HandingOver): Refusal | undefined => {
  const { command, step, definition } = handing
  const { text: brought = {}, option } = command
  const { text: rule } = definition
  if (rule === undefined)
    return command.text === undefined ? undefined : { code: 'text_not_asked', detail: { step: step.id, option } }
  return (
    wrongVersion(state, { ...handing, rule, brought }) ??
    wrongNumbers(state, { ...handing, brought }) ??
    unmetNeeds(state, { brought, step, definition, option })
  )
}

const wrongVersion = (
  state: BaseState,
  { rule, brought, command: { option }, step, procedure }: HandingOver & { rule: StepText; brought: BroughtText },
): Refusal | undefined => {
  const { hands } = rule
  const { version } = brought
  if (version === undefined) {
    const isLacking = hands?.must === true && hands.with.includes(option)
    return isLacking ? { code: 'text_missing', detail: { step: step.id, option } } : undefined
  }
  if (hands?.with.includes(option) !== true) return { code: 'text_not_asked', detail: { step: step.id, option } }
  const before = currentVersion(state.negotiation)
  if (before === undefined || hands.only === undefined) return undefined
  const { only } = hands
  const clauses = beyond(state, { only, version, brought, step, procedure })
  return clauses.length === 0 ? undefined : { code: 'text_beyond', detail: { step: step.id, option, clauses, only } }
}

const wrongNumbers = (
  { negotiation }: BaseState,
  { brought, step, definition }: HandingOver & { brought: BroughtText },
): Refusal | undefined => {
  const { proposals: known = {}, issues: raised = {} } = negotiation ?? {}
  const { proposals = [], issues = [], comments = [], answers = [], moves = [] } = brought
  const side = roles[step.role].side
  const fresh = [...proposals, ...issues, ...comments].map(({ no }) => no)
  const taken = fresh.filter(
    (no, at) => fresh.indexOf(no) !== at || known[no] !== undefined || raised[no] !== undefined,
  )
  const twice = [answers, moves].flatMap((said) => {
    const numbers = said.map(({ no }) => no)
    return numbers.filter((no, at) => numbers.indexOf(no) !== at)
  })
  const { text } = definition
  const unanswerable = answers.filter(
    ({ no, state: to, hash }) => !mayAnswer(known[no], { to, side, text, hasWords: hash !== undefined }),
  )
  const unmovable = moves.filter(({ no, state: to }) => {
    const one = raised[no]
    return one === undefined || !mayMove(one, { to, side, text })
  })
  const wrong = [...taken, ...twice, ...unanswerable.map(({ no }) => no), ...unmovable.map(({ no }) => no)]
  return wrong.length === 0 ? undefined : { code: 'text_number_wrong', detail: { step: step.id, numbers: wrong } }
}

/** The version that a decision hands over as an entry, with the clearances that fall by it; the draft as it was where there is none. */
export const handOver = (
  draft: Draft,
  { text, step, by }: { text: BroughtText | undefined; step: StepState; by: By },
): Draft => {
  const { state, rules } = draft
  const version = text?.version
  const definition = rules.procedure.steps[step.key]
  if (version === undefined || definition === undefined) return draft
  const before = currentVersion(state.negotiation)
  const standing = before === undefined ? {} : clausesOf(state.negotiation, before.no)
  const carries = before !== undefined && definition.text?.hands?.only !== undefined
  const ground = clearedGround(state.negotiation, before?.no ?? 0)
  const { changed, gone } = difference(standing, version.clauses)
  const now = carries ? ground : { ...without(ground, gone), ...changed }
  const fell = before === undefined ? [] : fallenWith(state, { procedure: rules.procedure, now })
  const told = before === undefined || definition.text?.inner === true ? [] : toldOf(draft, now)
  return add(draft, {
    type: 'text_handed_over',
    step: step.id,
    key: step.key,
    no: (state.negotiation?.last ?? 0) + 1,
    side: roles[step.role].side,
    hash: version.hash,
    changed,
    gone,
    editors: version.editors,
    edits: version.edits,
    ...defined({
      basedOn: before?.no,
      carries: carries ? (true as const) : undefined,
      fell: fell.length === 0 ? undefined : fell,
      told: told.length === 0 ? undefined : told,
    }),
    by,
  })
}

/** Which offices of the place hear of normal changes, and until when each may take its clearance back, by the days of the place. */
const toldOf = (draft: Draft, now: ClauseMarks): readonly ToldClearance[] => {
  const { procedure } = draft.rules
  const days = procedure.negotiation?.takeBackDays
  if (days === undefined) return []
  const until = addWorkingDays(calendarOf(draft, 'partner'), { from: draft.moment.now, days })
  return untoldWith(draft.state, { procedure, now }).map((one) => ({ ...one, until }))
}

const without = (clauses: ClauseMarks, gone: readonly string[]): ClauseMarks =>
  Object.fromEntries(Object.entries(clauses).filter(([clause]) => !gone.includes(clause)))

/** What the act itself says of the text: the version it is about, and what it brings beside one of its own. */
export const actedText = (
  { negotiation }: BaseState,
  { text, definition }: { text: BroughtText | undefined; definition: StepDefinition },
) => {
  const current = currentVersion(negotiation)
  if (definition.text === undefined || (current === undefined && text === undefined)) return undefined
  const { version: _, ...brought } = text ?? {}
  return { ...defined({ version: current?.no }), ...brought }
}
