import { baseWorkflowId, programmeWorkflowId, type BaseId, type ProgrammeId } from '../domain/ids.js'
import { steps } from '../domain/gicc/steps.js'
import { slotStepsOf, standIn } from '../domain/stand.js'
import type { BaseState } from '../domain/state.js'
import { inCanonicalOrder } from './canonical-order.js'
import { at, listAt, numberAt, textAt } from './facts-of.js'
import type { RunFacts, ToldSignal } from './run-facts.js'

/** The entries of a programme of which its bases hear. */
export const heardByBases = ['session_convened', 'session_moved', 'slot_offered', 'person_erased'] as const

/** What a programme has to say to one of its bases: its place in a session, an offer, who left for good. */
export const newsTo = (
  base: BaseId,
  { programme, entries }: { readonly programme: ProgrammeId; readonly entries: readonly Entry[] },
): readonly ToldSignal[] => {
  const from = programmeWorkflowId(programme)
  return entries.flatMap(({ type, payload }): readonly ToldSignal[] => {
    const ranking = listAt(payload, 'ranking')
    const place = ranking.findIndex((one) => textAt(one, 'base') === base) + 1
    if (type === 'session_convened' && place > 0)
      return [{ name: 'ranked', from, content: { session: at(payload, 'session'), place, of: ranking.length } }]
    const moved = movedTo(base, { type, payload, entries })
    if (moved !== undefined) return [{ name: 'meeting_moved', from, content: moved }]
    if (type === 'slot_offered' && textAt(payload, 'base') === base)
      return [{ name: 'offered', from, content: { offer: at(payload, 'offer') } }]
    return type === 'person_erased' ? [{ name: 'person_left', from, content: { person: at(payload, 'person') } }] : []
  })
}

/** What a base of its agenda hears of a session whose day was moved. */
const movedTo = (
  base: BaseId,
  { type, payload, entries }: Entry & { readonly entries: readonly Entry[] },
): Readonly<Record<string, unknown>> | undefined => {
  const session = at(payload, 'session')
  const isOnAgenda = entries.some(
    (one) =>
      one.type === 'session_convened' &&
      at(one.payload, 'session') === session &&
      listAt(one.payload, 'ranking').some((ranked) => textAt(ranked, 'base') === base),
  )
  if (type !== 'session_moved' || !isOnAgenda) return undefined
  const meets = at(payload, 'meets')
  return { session, meets: { on: at(meets, 'on'), mode: at(meets, 'mode') }, code: at(payload, 'code') }
}

interface Entry {
  readonly type: string
  readonly payload: unknown
}

/** After which of its entries a base is said to have told where it stands, by base. */
export const standsTold = (runs: readonly Pick<RunFacts, 'signals'>[]): ReadonlyMap<string, readonly number[]> => {
  const told = new Map<string, number[]>()
  for (const { name, content } of runs.flatMap(({ signals }) => signals)) {
    const [base, seq] = [textAt(content, 'base'), numberAt(content, 'seq')]
    if (name !== 'stands' || base === undefined || seq === undefined) continue
    const numbers = told.get(base)
    if (numbers === undefined) told.set(base, [seq])
    else numbers.push(seq)
  }
  return told
}

/** What a base has to say of where it stands, after some of its entries. */
export const standsOf = (base: BaseId, states: ReadonlyMap<number, BaseState>): readonly ToldSignal[] => {
  const slots = slotStepsOf(steps)
  return [...states].map(([seq, state]) => ({
    name: 'stands',
    from: baseWorkflowId(base),
    content: { base, seq, stand: standIn(state, slots) },
  }))
}

/** Whether a signal says, from whom it should come, one of the things there are to say. */
export const explainedBy = (news: readonly ToldSignal[]): ((signal: ToldSignal) => boolean) => {
  const known = new Set(news.map(textOf))
  return (signal) => known.has(textOf(signal))
}

/** Of who left, the roles are no entry: they are of a person that is gone, whichever they are. */
const textOf = ({ name, from, content }: ToldSignal): string =>
  JSON.stringify(
    inCanonicalOrder({
      name,
      from,
      content: name === 'person_left' ? { person: at(content, 'person') } : content,
    }),
  )
