import type { BaseId } from '../../domain/ids.js'
import { readBases } from '../../db/reads/bases.js'
import { readSession, sessionEntriesOf, sessionNotesOf } from '../../db/reads/ranked-sessions.js'
import { textsById } from '../../db/reads/texts.js'
import type { Body } from '../../domain/body.js'
import type { Procedure } from '../../domain/procedure.js'
import { keysWhere } from '../../domain/gicc/steps.js'
import { mustBeStaff, sightOf, sightOn } from '../auth/sight.js'
import { SessionParams, SessionResponse } from '../contract/session.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { sessionView, textsOfSession } from '../views/session-view.js'
import { readPinned } from '../views/pinned-procedure.js'
import { problems } from './responses.js'

/** A ranked session as the ledgers have it: agenda, presence, interests, results; for whoever has a seat of the programme (8.4). */
export const addSessions = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: SessionParams,
    response: { 200: SessionResponse, ...problems },
    tags: ['programmes'],
    summary: 'A session',
  }
  app.get('/programmes/:programme/sessions/:session', { schema }, async (request) => {
    const { programme, session } = request.params
    const { person } = request
    await mustBeStaff(parts, { person, programme })
    const convened = await readSession(parts.db, { programme, session })
    if (convened === undefined) throw notFound(`session ${session}`)
    const bases = convened.event.ranking.map(({ base }) => base)
    const [entries, sight] = await Promise.all([sessionEntriesOf(parts.db, bases), sightOf(parts, person)])
    const keys = keysWhere(({ inRankOrder }) => inRankOrder === true)
    const of = (base: BaseId) => sightOn(sight, { person, base })
    const notes = await sessionNotesOf(parts.db, { programme, session })
    const texts = await textsById(parts.db, textsOfSession({ convened, notes }))
    const rules = new Map<string, Procedure>()
    for (const base of await readBases(parts.db, bases)) rules.set(base.id, await readPinned(parts, base))
    const bodyOf = ({ base, key }: { readonly base: BaseId; readonly key: string }): Body | undefined => {
      const decides = rules.get(base)?.steps[key]?.decides
      return decides?.by === 'votes' ? decides : undefined
    }
    return sessionView({ programme, session }, { convened, notes, texts, entries, keys, bodyOf, sightOf: of })
  })
}
