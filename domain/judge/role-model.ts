import type { BaseState } from '../state.js'
import { add, claim, type Draft } from './draft.js'
import { reviewGround } from './review-ground.js'

const greens = ['green', 'green_with_advice', 'role_model']

/** What the proposals of a year are ranked by: points, then evidence, then the longer green run (6.5, 14.24). */
export const proposeRoleModel = (draft: Draft): Draft => {
  const { state, rules } = draft
  const { result } = reviewGround(state, rules.procedure)
  const colours = state.facts.reviews.filter(({ unassessed }) => unassessed !== true).map(({ colour }) => colour)
  const lastOther = colours.findLastIndex((colour) => !greens.includes(colour))
  return add(draft, {
    type: 'role_model_proposed',
    year: yearOf(state),
    total: result.total,
    evidence: result.shares['evidence'] ?? 0,
    greenYears: colours.length - 1 - lastOther,
  })
}

/** The board confirms: the database grants it while fewer than the cap rank before this base. */
export const grantRoleModel = (draft: Draft): Draft => {
  const { programme } = draft.state
  const year = yearOf(draft.state)
  return add(claim(draft, { claim: 'role_model', programme, year }), { type: 'role_model_granted', year })
}

const yearOf = ({ stage }: BaseState): number => stage?.year ?? 0
