import { groupedBy } from '../../db/reads/grouped.js'
import type { Fault } from './fault.js'
import type { CopyFacts, Disturbance, EntryFacts, Facts, LetterFacts } from './facts.js'

/** Every letter of the outbox against what the mail server took, and the entries that always send one. */
export const checkLetters = ({
  letters,
  copies,
  refusedForGood,
  disturbances,
  entries,
}: Omit<Facts, 'commands'>): readonly Fault[] => {
  const arrived = groupedBy(copies, ({ messageId }) => messageId)
  const refused = new Set(refusedForGood)
  // The last status of a base is told by its end.
  const ended = new Set(entries.filter(({ type }) => type === 'base_closed').map(({ stream }) => stream))
  const queued = new Set(letters.map(({ base, seq }) => `${base} ${seq}`))
  return [
    ...letters.flatMap((letter) => {
      const own = arrived.get(letter.messageId) ?? []
      const isRefused = refused.has(letter.messageId)
      return [...missing(letter, { own, isRefused }), ...doubled(letter, { own, disturbances })]
    }),
    ...entries
      .filter(({ type, stream, seq }) => alwaysTold.has(type) && !queued.has(`${stream} ${seq}`))
      .filter(({ type, stream }) => type !== 'status_changed' || !ended.has(stream))
      .filter((entry) => !isPassedThrough(entry, entries))
      .map(({ stream, seq, type }): Fault => ({
        kind: 'letter_missing',
        subject: `${stream} ${seq}`,
        says: `${type}, and no letter was queued`,
      })),
  ]
}

/** Entries that tell the place and the manager, whoever else they tell. */
const alwaysTold = new Set(['status_changed', 'held', 'resumed', 'base_closed'])

/** A status that was passed through within one act was never the one a reader could find, and is told by the last. */
const isPassedThrough = ({ type, stream, seq, commandId }: EntryFacts, entries: Facts['entries']): boolean =>
  type === 'status_changed' &&
  entries.some(
    (later) => later.type === type && later.stream === stream && later.commandId === commandId && later.seq > seq,
  )

/** A binding letter of which nobody knows may have come or not; any other has to have come, or was refused for good. */
const missing = (
  letter: LetterFacts,
  { own, isRefused }: { own: readonly CopyFacts[]; isRefused: boolean },
): readonly Fault[] => {
  const why = whyMissing(letter, { own, isRefused })
  return why === undefined ? [] : [{ kind: 'letter_missing', subject: named(letter), says: why }]
}

const whyMissing = (
  { state, binding }: LetterFacts,
  { own, isRefused }: { own: readonly CopyFacts[]; isRefused: boolean },
): string | undefined => {
  switch (state) {
    case 'sent':
      return own.length === 0 ? 'said to be sent, and it never came' : undefined
    case 'unknown':
      return binding ? undefined : 'it binds nobody, and was left unknown'
    case 'not_needed':
      return own.length === 0 ? undefined : 'said to be needed no more, and it came'
    case 'failed':
      return isRefused ? undefined : 'given up, though nobody refused it for good'
    default:
      return `still ${state} when everything was back`
  }
}

/** A notice that binds comes once. Any other may come again where the relay could not know that it had come. */
const doubled = (
  letter: LetterFacts,
  { own, disturbances }: { own: readonly CopyFacts[]; disturbances: readonly Disturbance[] },
): readonly Fault[] => {
  if (own.length < 2) return []
  const surely = own.slice(0, -1).filter((copy) => copy.answered && !isDisturbed(copy, disturbances))
  if (!letter.binding && surely.length === 0) return []
  return [{ kind: 'letter_doubled', subject: named(letter), says: `it came ${own.length} times` }]
}

/** The copies of letters that came again and were allowed to. */
export const cameAgain = ({ letters, copies }: Pick<Facts, 'letters' | 'copies'>): number => {
  const loose = new Set(letters.filter(({ binding }) => !binding).map(({ messageId }) => messageId))
  const known = copies.filter(({ messageId }) => loose.has(messageId))
  return known.length - new Set(known.map(({ messageId }) => messageId)).size
}

/** Milliseconds around a disturbance in which a relay that was told yes may not have come to note it. */
const shadowMs = 15_000

const isDisturbed = ({ at }: CopyFacts, disturbances: readonly Disturbance[]): boolean =>
  disturbances.some(({ from, to }) => at > from - shadowMs && at < to + shadowMs)

const named = ({ kind, base, seq, messageId }: LetterFacts): string => `${kind} ${base} ${seq} ${messageId}`
