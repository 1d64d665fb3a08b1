import { clockOf, readBase } from '../../db/reads/bases.js'
import { inboxOf } from '../../db/reads/steps.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import { actorOf } from '../auth/actor.js'
import { sightOf, sightOn } from '../auth/sight.js'
import { PageOfProgrammeQuery } from '../contract/page.js'
import { InboxResponse } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { namesByKind } from '../views/base-view.js'
import { alsoWaits } from '../views/also-waits.js'
import { inboxView, stepSetting, type StepSetting } from '../views/step-view.js'
import { problems } from './responses.js'

/**
 * What waits for the person of the token, the most urgent first: steps of roles the person holds, less those on which the
 * judge would not take his or her decision, and those of bases whose turn in the session has not come. A page may so hold
 * fewer items than were asked for.
 */
export const addInbox = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    querystring: PageOfProgrammeQuery,
    response: { 200: InboxResponse, ...problems },
    tags: ['steps'],
    summary: 'Inbox',
  }
  app.get('/inbox', { schema }, async (request) => {
    const now = parts.clock()
    const page = await inboxOf(parts.db, { person: request.person, now: now.toISOString(), ...request.query })
    const settings = await settingsOf(parts, {
      person: request.person,
      bases: [...new Set(page.items.map(({ base }) => base))],
    })
    const isTaken = await takenFrom(parts, { person: request.person, settings })
    const items = page.items.flatMap((step) => {
      const setting = settings.get(step.base)
      if (setting === undefined || !isTaken(step, setting) || setting.notYet(step.id) !== undefined) return []
      const { name } = namesByKind(setting.base.names, setting.base.cluster)
      return [inboxView(step, { setting, names: { name }, now })]
    })
    const { person, query } = request
    const also = query.after === undefined ? await alsoWaits(parts, { person, programme: query.programme }) : []
    return { items, also: [...also], next: page.next }
  })
}

/** Whether the judge would take a step from the person, whose seats in each programme are read once. */
const takenFrom = async (
  parts: ApiParts,
  { person, settings }: { person: string; settings: ReadonlyMap<string, StepSetting> },
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

const settingsOf = async (parts: ApiParts, { person, bases }: { person: string; bases: readonly string[] }) => {
  const sight = await sightOf(parts, person)
  const settings = await Promise.all(
    bases.map(async (id) => {
      const base = await readBase(parts.db, { id })
      return base === undefined
        ? []
        : [[id, await stepSetting(parts, { base, sight: sightOn(sight, { person, base: id }) })] as const]
    }),
  )
  return new Map(settings.flat())
}
