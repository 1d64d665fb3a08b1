import type { BaseEvent, Recorded } from '../../domain/event.js'
import type { BaseState, StepState } from '../../domain/state.js'
import type { Telling } from '../../domain/telling.js'
import { defined } from '../../domain/values/defined.js'
import { nomination } from '../support/an-example.js'
import { exampleCalendars } from '../support/example-calendars.js'
import type { OtherHouse } from './house.js'
import type { OpenStep } from './open.js'
import { isRole, roles } from './tables.js'

type Answer =
  | { readonly ok: true; readonly events: readonly BaseEvent[] }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly detail: object } }

/** What the tests ask of the engine; whom it knows is said by the programme it was built with. */
export interface Engine {
  readonly judge: (state: BaseState, asked: { readonly envelope: object; readonly rules: object }) => Answer
  readonly evolve: (state: BaseState, entry: Recorded<BaseEvent>) => BaseState
  readonly unborn: (id: string) => BaseState
  readonly openSteps: (state: BaseState) => readonly StepState[]
  readonly tell: (story: unknown, told: object) => Telling
  readonly nextDueAt: (state: BaseState, rules: object) => string | null
  readonly baseInWords: (state: BaseState, told: object) => string
  readonly baseAsOf: (id: string, asked: object) => BaseState
  readonly viewOf: (state: BaseState, rules: object) => { readonly status: string; readonly stage: string }
  readonly faultsOf: (procedure: object) => readonly object[]
  readonly isFinal: (status: string) => boolean
  readonly canMove: (from: string, to: string) => boolean
  readonly lifeOf: (state: BaseState) => unknown
  readonly library: Library
}

interface Library {
  readonly id: string
  readonly version: string
  readonly steps: Readonly<Record<string, OpenStep>>
}

/** The engine of a house, module by module: Jest loses its way where two imports meet the same module at once. */
export const engineOf = async ({ module }: OtherHouse): Promise<Engine> => ({
  ...(await module<Pick<Engine, 'judge'>>('domain/judge/judge.ts')),
  ...(await module<Pick<Engine, 'evolve'>>('domain/evolve.ts')),
  ...(await module<Pick<Engine, 'unborn' | 'openSteps'>>('domain/state.ts')),
  ...(await module<Pick<Engine, 'tell'>>('domain/telling.ts')),
  ...(await module<Pick<Engine, 'nextDueAt'>>('domain/judge/clock.ts')),
  ...(await module<Pick<Engine, 'baseInWords'>>('domain/why-base.ts')),
  ...(await module<Pick<Engine, 'baseAsOf'>>('domain/as-of.ts')),
  ...(await module<Pick<Engine, 'viewOf'>>('domain/view.ts')),
  ...(await module<Pick<Engine, 'faultsOf'>>('domain/procedure-faults.ts')),
  ...(await module<Pick<Engine, 'isFinal' | 'canMove'>>('domain/lifecycle.ts')),
  ...(await module<Pick<Engine, 'lifeOf' | 'library'>>('test/other-programme/programme.ts')),
})

const calendars = exampleCalendars()
const id = 'gasme-L01-ghent-1'

/** The n-th holder of a role; a role of a place is held for its base. */
export const holder = (role: string, number = 1) => ({
  person: `p-${role.toLowerCase()}-${number}`,
  channel: 'api',
  factor: 'sign_in',
  mandates: [
    {
      id: `m-${role}-${number}`,
      role,
      organisation: 'o',
      from: '2026-01-01T00:00:00.000Z',
      ...defined({ base: isRole(role) && roles[role].perBase ? id : undefined }),
    },
  ],
})

/** A base of the other programme in memory, just put forward, with a clock that tests turn by hand. */
export const aTwinning = (engine: Engine) => {
  const rules = { procedure: engine.library, calendars, story: engine.lifeOf }
  const recorded: Recorded<BaseEvent>[] = []
  const states: BaseState[] = []
  let state = engine.unborn(id)
  let now = '2026-11-26T15:00:00.000Z'
  const send = (command: object, actor?: object): Answer => {
    const envelope = { id: `command-${recorded.length}`, command, now, ...defined({ actor }) }
    const answer = engine.judge(state, { envelope, rules })
    if (answer.ok)
      for (const event of answer.events) {
        const entry = { seq: state.seq + 1, occurredAt: now, schemaVersion: 1, event, commandId: envelope.id }
        recorded.push(entry)
        state = engine.evolve(state, entry)
        states.push(state)
      }
    return answer
  }
  const begun = send({ ...nomination, procedure: engine.library.id }, holder('SEC'))
  if (!begun.ok) throw new Error(`not nominated: ${JSON.stringify(begun.refusal)}`)
  return {
    id,
    send,
    rules,
    recorded,
    states,
    state: () => state,
    now: () => now,
    turnTo: (instant: string) => void (now = instant),
    open: (key: string): StepState | undefined => engine.openSteps(state).find((step) => step.key === key),
    /** One person's act on an open step, with whatever it has to bring. */
    act: (key: string, chosen: { readonly option: string; readonly person?: number }): Answer => {
      const step = engine.openSteps(state).find((one) => one.key === key)
      const told = engine.library.steps[key]
      const code = told?.options[chosen.option]?.codes?.[0]
      const decision = {
        type: 'decide',
        step: step?.id ?? `${key}.0`,
        option: chosen.option,
        reason: { id: 't-1', hash: 'c'.repeat(64) },
        ...defined({ code, facts: told?.brings === 'sheet' ? { sheet: { books: 0.8, readers: 0.6 } } : undefined }),
      }
      return send(decision, holder(told?.role ?? 'SEC', chosen.person))
    },
  }
}
export type ATwinning = ReturnType<typeof aTwinning>
