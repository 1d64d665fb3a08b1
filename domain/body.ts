import type { Decides } from './procedure.js'
import type { Role } from './role.js'
import type { Option } from './values/step-key.js'
import type { Act, StepState } from './state.js'

/** A step decided by votes: its seats, quorum and majorities (8.4, R14). */
export type Body = Extract<Decides, { by: 'votes' }>

/** A body on one visit of its step, where it is known what no majority comes to. */
export type Voting = Omit<Body, 'otherwise'> & { readonly otherwise: Option }

type Sitting = Pick<StepState, 'acts' | 'seats' | 'recused' | 'substitutes' | 'form'>

/** The acts that count: neither a vote nor a sheet of whoever recused does, whenever it was handed in (8.4, SD5). */
export const countedActs = ({ acts, recused = [] }: Pick<StepState, 'acts' | 'recused'>): readonly Act[] =>
  acts.filter(({ person }) => !recused.includes(person))

/** How many may vote: the seats without the recused, with the substitutes drawn for them (8.4). */
export const membersOf = ({
  seats,
  recused = [],
  substitutes = [],
}: Pick<Sitting, 'seats' | 'recused' | 'substitutes'>): number =>
  Math.max(0, seats - recused.length + substitutes.length)

/** Whether recusals have left fewer members than a quorum needs: then substitutes are drawn (8.4). */
export const isQuorumBroken = (step: Sitting, { quorum }: Body): boolean => membersOf(step) < quorum

interface Voter {
  readonly role?: Role | null
}

/** Whether somebody who may chair the meeting is among those who voted; a body without a chair of its own needs none. */
const isChairAmong = (voters: readonly Voter[], { chair }: Pick<Body, 'chair'>): boolean =>
  chair === undefined || voters.some(({ role }) => role === chair)

/** Whether somebody who may chair the meeting has voted; a body without a chair of its own needs none. */
export const isChaired = (step: Sitting, body: Pick<Body, 'chair'>): boolean => isChairAmong(countedActs(step), body)

/** Votes without which nothing is valid: so many, and in a meeting one of chair or deputy among them (8.4). */
export const makesQuorum = (
  voters: readonly Voter[],
  { body, form }: { readonly body: Pick<Body, 'quorum' | 'chair'>; readonly form?: 'meeting' | 'written' | undefined },
): boolean => voters.length >= body.quorum && (form === 'written' || isChairAmong(voters, body))

/** How many must agree in writing: the procedure's number for full seats, in the same share for those left (8.4, E4). */
export const neededInWriting = (step: Sitting, { written }: Pick<Body, 'written'>): number =>
  Math.ceil(((written?.needs ?? 0) * membersOf(step)) / step.seats)

/**
 * What the votes decide, or undefined while it is open or there is no quorum. An option wins as soon as the votes still
 * out cannot change it; when all members have voted or the meeting is `over`, the base is the votes cast, and without
 * any majority the body has decided `otherwise`. Never the votes of the recused, nor their seats (8.4, R14).
 */
export const verdictOf = (step: Sitting, { body, over }: { body: Voting; over: boolean }): Option | undefined => {
  const votes = countedActs(step)
  if (!makesQuorum(votes, { body, form: step.form })) return undefined
  const complete = over || votes.length >= membersOf(step)
  if (step.form === 'written') return inWriting(step, { body, complete })
  const base = complete ? votes.length : membersOf(step)
  for (const [option, count] of countsOf(votes)) {
    const wins = body.twoThirds.includes(option) ? count * 3 >= base * 2 : count * 2 > base
    if (wins) return option
  }
  return complete ? (castingVote(votes, body) ?? body.otherwise) : undefined
}

/** In writing an option needs the higher majority; where that many took part and none has it, it is `otherwise`. */
const inWriting = (step: Sitting, { body, complete }: { body: Voting; complete: boolean }): Option | undefined => {
  const votes = countedActs(step)
  const needs = neededInWriting(step, body)
  for (const [option, count] of countsOf(votes)) if (count >= needs) return option
  return complete && votes.length >= needs ? body.otherwise : undefined
}

/** The chair breaks a tie on procedure only, such as to put a matter off, and not where chair and deputy differ (8.4). */
const castingVote = (votes: readonly Act[], { chair, casting = [] }: Voting): Option | undefined => {
  const counts = countsOf(votes)
  const most = Math.max(...counts.values())
  const tied = [...counts].filter(([, count]) => count === most)
  const [wanted, other] = new Set(votes.flatMap(({ role, option }) => (role === chair ? [option] : [])))
  if (tied.length < 2 || wanted === undefined || other !== undefined) return undefined
  return casting.includes(wanted) && counts.get(wanted) === most ? wanted : undefined
}

const countsOf = (votes: readonly Act[]): ReadonlyMap<Option, number> => {
  const counts = new Map<Option, number>()
  for (const { option } of votes) counts.set(option, (counts.get(option) ?? 0) + 1)
  return counts
}
