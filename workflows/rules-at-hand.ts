import type { Prepared, PrepareRequest } from '../activities/contract.js'
import type { Instant } from '../domain/ids.js'
import { now } from './clock.js'
import { prepare } from './local-activities.js'

/** What of a core says by which version of the rules a state is judged. */
interface Ruled<S, C> {
  readonly wants?: (command: C) => string | undefined
  readonly pinned?: (state: S) => string | undefined
  readonly prepares: (state: S, now: Instant) => PrepareRequest
}

interface Desk<S, C> {
  readonly core: Ruled<S, C>
  readonly state: S
  prepared: Prepared | undefined
}

/** Whether a command is judged with a version of the rules that was not fetched yet: then the validator cannot say. */
export const lacksRules = <S, C>({ core, prepared }: Desk<S, C>, command: C): boolean => {
  const version = core.wants?.(command)
  return version !== undefined && prepared?.versions?.[version] === undefined
}

/** Fetches a version of the rules for the command that names it. */
export const bringVersion = async <S, C>(desk: Desk<S, C>, version: string): Promise<void> => {
  const { procedure } = await prepare({ ...desk.core.prepares(desk.state, now()), version })
  if (desk.prepared !== undefined)
    desk.prepared = { ...desk.prepared, versions: { ...desk.prepared.versions, [version]: procedure } }
}

/** Fetches the newest rules, because a stage was about to begin under older ones (8.8). */
export const bringNewest = async <S, C>(desk: Desk<S, C>, version: string): Promise<void> => {
  const { procedure } = await prepare({ ...desk.core.prepares(desk.state, now()), version })
  if (desk.prepared !== undefined) desk.prepared = { ...desk.prepared, newest: procedure }
}

/** Rules and calendars as they bind a state: the version it is under, where that is no longer the one the run began with. */
export const boundBy = <S, C>(
  { pinned }: Pick<Ruled<S, C>, 'pinned'>,
  { state, prepared }: { state: S; prepared: Prepared },
): Prepared => {
  const version = pinned?.(state)
  if (version === undefined || version === prepared.procedure.version) return prepared
  const { newest, versions } = prepared
  const procedure = newest?.version === version ? newest : versions?.[version]
  return procedure === undefined ? prepared : { ...prepared, procedure }
}
