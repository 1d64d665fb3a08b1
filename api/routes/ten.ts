import { mustBeStaff } from '../auth/sight.js'
import { PageQuery } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import { SlotsResponse, WaitingListResponse } from '../contract/ten.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { slotsView, waitingView } from '../views/ten-view.js'
import { problems } from './responses.js'

const tags = ['programmes']
const list = { params: ProgrammeParams, querystring: PageQuery, tags }

/** The ten and the waiting list, for the programme's own people: scores of places are not for other places. */
export const addTen = (app: ApiApp, parts: ApiParts): void => {
  const slots = { ...list, response: { 200: SlotsResponse, ...problems }, summary: 'The slots and who holds them' }
  app.get('/programmes/:programme/slots', { schema: slots }, async (request) => {
    const { programme } = request.params
    await mustBeStaff(parts, { person: request.person, programme })
    return { items: await slotsView(parts, programme), next: null }
  })
  const waiting = { ...list, response: { 200: WaitingListResponse, ...problems }, summary: 'The waiting list' }
  app.get('/programmes/:programme/waiting-list', { schema: waiting }, async (request) => {
    const { programme } = request.params
    await mustBeStaff(parts, { person: request.person, programme })
    return { items: await waitingView(parts, programme), next: null }
  })
}
