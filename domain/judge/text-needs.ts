import type { BroughtText } from '../commands/negotiation.js'
import type { TextNeed } from '../negotiation/rules.js'
import type { NegotiationState } from '../negotiation/version.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import type { BaseState, StepState } from '../state.js'
import type { Option } from '../values/step-key.js'

interface Needing {
  readonly brought: BroughtText
  readonly step: StepState
  readonly definition: StepDefinition
  readonly option: Option
}

/** What an option of a step requires of the text and does not have, with the numbers of what stands open. */
export const unmetNeeds = (
  { negotiation }: BaseState,
  { brought, step, definition, option }: Needing,
): Refusal | undefined => {
  const unmet = (definition.text?.needs?.[option] ?? []).flatMap((need) => {
    const open = openFor(need, { negotiation, brought })
    return open === undefined ? [] : [{ need, open }]
  })[0]
  return unmet && { code: 'text_unsettled', detail: { step: step.id, option, ...unmet } }
}

interface Looking {
  readonly negotiation: NegotiationState | undefined
  readonly brought: BroughtText
}

/** What stands open against a need; undefined where it is met. */
const openFor = (need: TextNeed, { negotiation, brought }: Looking): readonly number[] | undefined => {
  const { proposals = [], comments = [], issues = [], answers = [] } = brought
  switch (need) {
    case 'proposal':
      return proposals.length === 0 ? [] : undefined
    case 'remark':
      return comments.length + issues.length + proposals.length === 0 ? [] : undefined
    case 'answers': {
      const answered = new Set(answers.map(({ no }) => no))
      const open = Object.entries(negotiation?.proposals ?? {}).flatMap(([no, { state }]) =>
        state === 'open' && !answered.has(Number(no)) ? [Number(no)] : [],
      )
      return open.length === 0 ? undefined : open
    }
    case 'settled': {
      const open = unsettledIssues(negotiation, brought)
      return open.length === 0 ? undefined : open
    }
    case 'open_point':
      return proposals.length + unsettledIssues(negotiation, brought).length === 0 ? [] : undefined
    case 'unchanged': {
      // A text that is taken as it stands ends this visit: what was asked for beside it would stay open with nobody to answer.
      const open = [...proposals, ...issues].map(({ no }) => no)
      return open.length === 0 ? undefined : open
    }
  }
}

/** Issues that are neither agreed, nor withdrawn, nor put off to a day, after what is brought. */
const unsettledIssues = (
  negotiation: NegotiationState | undefined,
  { issues = [], moves = [] }: BroughtText,
): readonly number[] => {
  const states: Record<string, string> = {}
  for (const [no, { state }] of Object.entries(negotiation?.issues ?? {})) states[no] = state
  for (const { no } of issues) states[no] = 'open'
  for (const { no, state } of moves) states[no] = state
  return Object.entries(states).flatMap(([no, state]) => (state === 'open' || state === 'proposed' ? [Number(no)] : []))
}
