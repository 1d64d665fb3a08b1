import type { BaseCommand } from '../command.js'
import type { Actor } from '../values/actor.js'
import type { BaseState } from '../state.js'
import type { Judgement, JudgementMoment, Rules } from './draft.js'

/** What a person asks, with everything it is judged by. */
export interface Asked<C extends BaseCommand> {
  readonly command: C
  readonly actor: Actor
  readonly rules: Rules
  readonly moment: JudgementMoment
}

/** How one kind of command is judged. */
export type Judge<T extends BaseCommand['type']> = (
  state: BaseState,
  asked: Asked<Extract<BaseCommand, { type: T }>>,
) => Judgement
