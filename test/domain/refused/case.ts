import type { BaseCommand, Decide } from '../../../domain/command.js'
import type { Actor } from '../../../domain/values/actor.js'
import type { StepKey } from '../../../domain/values/step-key.js'
import type { ClaimRefusal } from '../../../domain/claims.js'
import type { RefusalCode } from '../../../domain/refusal.js'
import { aNominatedBase, type ABase } from '../../support/a-base.js'
import { act, decisionOn, stepOf, type Brings } from '../../support/acting.js'
import { holderOf } from '../../support/an-example.js'
import { lackingFor, play, playTo, type Answers } from '../../support/playing.js'
import { defined } from '../../../domain/values/defined.js'

interface Asked {
  readonly base: () => ABase
  readonly command: (base: ABase) => BaseCommand
  readonly actor: Actor
  readonly claimRefusal?: ClaimRefusal
  readonly isWordless?: true
}

/** One "no" and its twin: the same request with one thing other, which is accepted. */
export interface RefusedCase extends Asked {
  readonly says: string
  readonly code: RefusalCode
  /** Part of what the person is told. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** What is other in the twin; absent only where nothing could make the request right. */
  readonly twin?: { readonly [F in keyof Asked]?: Asked[F] | undefined }
}

/** A nominated base played on to a step. */
export const at =
  (key: StepKey, playing: { readonly answers?: Answers; readonly brings?: Brings } = {}) =>
  (): ABase =>
    playTo(aNominatedBase(), { key, ...playing })

/** The same step on its next visit, after an option was chosen on it once. */
export const againAt = (key: StepKey, option: string) => (): ABase => {
  const base = at(key, { brings: lackingFor({ [key]: option }) })()
  act(base, { key, option })
  return playTo(base, { key })
}

/** A base that some people have acted on already. */
export const after =
  (before: () => ABase, ...acts: readonly (readonly [StepKey, string, number?])[]) =>
  (): ABase => {
    const base = before()
    for (const [key, option, number] of acts) {
      const judged = act(base, { key, option, ...defined({ number }) })
      if (!judged.ok) throw new Error(`${key} ${option}: ${judged.refusal.code}`)
    }
    return base
  }

/** Sends a command that has to be taken. */
export const actedOnce = (base: ABase, { command, actor }: { command: BaseCommand; actor: Actor }): void => {
  const judged = base.send(command, { actor })
  if (!judged.ok) throw new Error(`${command.type}: ${judged.refusal.code}`)
}

/** A sound decision on an open step. */
export const choosing = (key: StepKey, option: string) => choosingWith(key, { option })

/** A decision on an open step, sound but for what the case changes in it. */
export const choosingWith =
  (key: StepKey, { option, ...change }: { readonly option: string } & Partial<Decide>) =>
  (base: ABase): Decide => ({ ...decisionOn(base, { step: stepOf(base, key), option }), ...change })

/** The same decision without one of its parts. */
export const lacking =
  (
    part: 'code' | 'reason' | 'facts' | 'form' | 'seen' | 'text',
    { key, option }: { readonly key: StepKey; readonly option: string },
  ) =>
  (base: ABase): Decide => {
    const { [part]: _, ...rest } = choosing(key, option)(base)
    return rest
  }

/** A command that is the same whatever the base. */
export const sent = (command: BaseCommand) => (): BaseCommand => command

/** An actor whose mandates differ in one point. */
export const mandated = (actor: Actor, change: Partial<Actor['mandates'][number]>): Actor => ({
  ...actor,
  mandates: actor.mandates.map((mandate) => ({ ...mandate, ...change })),
})

export const hold: BaseCommand = { type: 'hold', code: 'FMJ' }
export const onHold = (before: () => ABase) => (): ABase => {
  const base = before()
  base.send(hold, { actor: holderOf('PM') })
  return base
}

/** Played until it is closed. */
export const closedBase = (answers: Answers) => (): ABase => {
  const base = aNominatedBase()
  play(base, { answers, until: () => base.state().closed })
  return base
}
