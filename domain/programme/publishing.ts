import { versionKey, type ConfirmRules, type DatedVersion, type ProposeRules } from '../commands/publishing.js'
import type { PublishingEvent } from '../events/publishing.js'
import type { Instant } from '../ids.js'
import type { Refusal } from '../refusal.js'
import type { By } from '../values/by.js'
import type { ProcedureId } from '../procedure-id.js'
import { notAsRead, type Waiting } from '../second-person.js'

type Newest = NonNullable<ProposeRules['newest']>

/** Versions of the rules that wait for a second administrator, by their names, and the newest one the programme published. */
export interface PublishingState {
  readonly asked: Readonly<Record<string, Waiting & { readonly version: DatedVersion }>>
  readonly newest: Readonly<Partial<Record<ProcedureId, Newest>>>
}

export const nothingPublished: PublishingState = { asked: {}, newest: {} }

interface Deciding<C> {
  readonly command: C
  readonly by: By
  readonly now: Instant
}

/** A version is proposed for a day to come, after the newest one there is, and once. */
export const rulesProposed = (
  state: PublishingState,
  { command, by, now }: Deciding<ProposeRules>,
): PublishingEvent | Refusal => {
  const { type: _, newest, ...version } = command
  const key = versionKey(version)
  if (Object.hasOwn(state.asked, key)) return { code: 'rules_version_stands', detail: { version: key, waits: true } }
  return unfit(state, { version, newest, now }) ?? { type: 'rules_proposed', ...version, by }
}

/** Another administrator puts it in force; its day, and what stands beside it, are looked at once more. */
export const rulesConfirmed = (
  state: PublishingState,
  { command, by, now }: Deciding<ConfirmRules>,
): PublishingEvent | Refusal => {
  const key = versionKey(command)
  const found = Object.hasOwn(state.asked, key) ? state.asked[key] : undefined
  if (found === undefined) return { code: 'no_rules_proposed', detail: { version: key } }
  const { version } = found
  return (
    notAsRead(found, { by, step: command.type, seq: command.seq }) ??
    unfit(state, { version, newest: command.newest, now }) ?? {
      type: 'rules_confirmed',
      ...version,
      proposedBy: found.by,
      by,
    }
  )
}

interface Placed {
  readonly version: DatedVersion
  readonly newest: Newest | undefined
  readonly now: Instant
}

/** Why a version cannot come into force on its day: what is written for the past, or would not follow the newest. */
const unfit = (state: PublishingState, { version, newest, now }: Placed): Refusal | undefined => {
  const key = versionKey(version)
  const { inForceFrom } = version
  if (inForceFrom <= now) return { code: 'rules_date_past', detail: { version: key, from: inForceFrom, now } }
  for (const before of [newest, state.newest[version.procedure]]) {
    if (before === undefined) continue
    if (before.version === version.version)
      return { code: 'rules_version_stands', detail: { version: key, waits: false } }
    if (before.version > version.version || before.inForceFrom > inForceFrom)
      return {
        code: 'rules_not_newest',
        detail: { version: key, from: inForceFrom, newest: before.version, newestFrom: before.inForceFrom },
      }
  }
  return undefined
}

/** The next state after one of these events. */
export const evolvePublishing = (
  state: PublishingState,
  {
    event,
    seq,
  }: {
    readonly event: Extract<PublishingEvent, { type: 'rules_proposed' | 'rules_confirmed' }>
    readonly seq: number
  },
): PublishingState => {
  const { procedure, version, inForceFrom, rulesHash, previewHash } = event
  if (event.type === 'rules_proposed') {
    const asked = { version: { procedure, version, inForceFrom, rulesHash, previewHash }, by: event.by.person, seq }
    return { ...state, asked: { ...state.asked, [versionKey(event)]: asked } }
  }
  return {
    asked: withoutVersion(state, versionKey(event)).asked,
    newest: { ...state.newest, [procedure]: { version, inForceFrom } },
  }
}

/** Without a version that waited. */
export const withoutVersion = (state: PublishingState, key: string): PublishingState => {
  const { [key]: _, ...asked } = state.asked
  return { ...state, asked }
}
