import type { PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { clockOf, readBases } from '../../db/reads/bases.js'
import { inboxOf } from '../../db/reads/inbox.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import { actorOf } from '../auth/actor.js'
import { sightOf, sightOn } from '../auth/sight.js'
import type { PageOfProgrammeQuery } from '../contract/page.js'
import type { InboxResponse } from '../contract/step.js'
import type { AskingParts } from '../parts.js'
import { alsoWaits } from './also-waits.js'
import { namesByKind } from './base-view.js'
import { stepSettings, type StepSetting } from './step-setting.js'
import { inboxView } from './step-view.js'

interface Asked extends z.output<typeof PageOfProgrammeQuery> {
  readonly person: PersonId
}

/**
 * What waits for a person, the most urgent first: steps of roles the person holds, less those on which the judge would not
 * take his or her decision, and those of bases whose turn in the session has not come. A page may so hold fewer items than
 * were asked for.
 */
export const inboxSeen = async (
  parts: AskingParts,
  { person, ...query }: Asked,
): Promise<z.output<typeof InboxResponse>> => {
  const page = await inboxOf(parts.db, { person, now: parts.clock().toISOString(), ...query })
  const settings = await settingsOf(parts, { person, bases: [...new Set(page.items.map(({ base }) => base))] })
  const isTaken = await takenFrom(parts, { person, settings })
  const items = page.items.flatMap((step) => {
    const setting = settings.get(step.base)
    if (setting === undefined || !isTaken(step, setting) || setting.notYet(step.id) !== undefined) return []
    const { name } = namesByKind(setting.base.names, setting.base.cluster)
    return [inboxView(step, { setting, names: { name } })]
  })
  const also = query.after === undefined ? await alsoWaits(parts, { person, programme: query.programme }) : []
  return { items, also: [...also], next: page.next }
}

/** Whether the judge would take a step from the person, whose seats in each programme are read once. */
const takenFrom = async (
  parts: AskingParts,
  { person, settings }: { person: PersonId; settings: ReadonlyMap<string, StepSetting> },
) => {
  const programmes = [...new Set([...settings.values()].map(({ base }) => base.programme))]
  const actors = new Map(
    await Promise.all(
      programmes.map(
        async (programme) => [programme, await actorOf(parts, { person, programme, channel: 'api' })] as const,
      ),
    ),
  )
  return ({ id }: { readonly id: string }, { base, state, procedure, now }: StepSetting): boolean => {
    const actor = actors.get(base.programme)
    return (
      state === undefined || actor === undefined || waitsFor(state, { id, actor, procedure, now: clockOf(base, now) })
    )
  }
}

const settingsOf = async (parts: AskingParts, { person, bases }: { person: PersonId; bases: readonly string[] }) => {
  const [sight, read] = await Promise.all([sightOf(parts, person), readBases(parts.db, bases)])
  return await stepSettings(
    parts,
    read.map((base) => ({ base, sight: sightOn(sight, { person, base: base.id }) })),
  )
}
