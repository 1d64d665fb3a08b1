import type { PersonId } from '../../domain/ids.js'
import { z } from 'zod'
import { namesOf } from '../../db/reads/names.js'
import { listProposals } from '../../db/reads/proposals.js'
import { readRulesProposal } from '../../db/reads/rules-proposals.js'
import { versionKey } from '../../domain/commands/publishing.js'
import type { Role } from '../../domain/role.js'
import { firstMoment } from '../asking/asked-moment.js'
import { sightOf } from '../auth/sight.js'
import { mustHold } from '../auth/must-hold.js'
import { publishing, withdrawing } from '../contract/commands/publishing.js'
import { PageQuery } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import { ProposalsResponse, RulesParams, RulesProposalResponse } from '../contract/publishing.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { mayConfirm, seconds } from '../publishing/seconds.js'
import { rulesConfirmation, rulesProposal } from '../publishing/publish.js'
import { pageView } from '../views/page-view.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'

const readers: readonly Role[] = ['AD', 'PD', 'AU']

/** Versions of the rules, published by two administrators. */
export const addPublishing = (app: ApiApp, parts: ApiParts): void => {
  const { forProgramme } = tableOf(app, parts)
  forProgramme(publishing.propose_rules, ({ ask, params: { programme }, body }) => {
    const inForceFrom = firstMoment(body.inForceFrom)
    return rulesProposal(parts, { programme, person: ask.person, rules: body.rules, inForceFrom })
  })
  forProgramme(publishing.confirm_rules, ({ ask, params, body: { seq } }) =>
    rulesConfirmation(parts, { ...params, seq, person: ask.person }),
  )
  const one = { params: RulesParams, response: { 200: RulesProposalResponse, ...problems }, tags: ['procedures'] }
  const schema = { ...one, summary: 'A proposed version of the rules, with its preview' }
  app.get('/programmes/:programme/rules/:procedure/:version', { schema }, async ({ person, params }) => {
    await mustHold(parts, { person, programme: params.programme, roles: readers })
    const found = await readRulesProposal(parts.db, params)
    if (found === undefined || !(await seesBases(parts, { person, preview: found.preview })))
      throw notFound(`proposal of rules ${versionKey(params)}`)
    return found
  })
}

const Named = z.object({ bases: z.array(z.object({ base: z.string() })) })

/** A preview is a text under a hash, so it is shown whole or not: not to whoever has an interest in a base of it (SD5). */
const seesBases = async (parts: ApiParts, { person, preview }: { person: PersonId; preview: string }) => {
  const { seenAs } = await sightOf(parts, person)
  const { bases } = Named.parse(JSON.parse(preview))
  return bases.every(({ base }) => seenAs({ kind: 'overview', of: base }) === 'whole')
}

/** What waits for a second person, who that may be, and taking it back. */
export const addProposals = (app: ApiApp, parts: ApiParts): void => {
  tableOf(app, parts).allForProgramme(withdrawing)
  const list = { params: ProgrammeParams, querystring: PageQuery, tags: ['programmes'] }
  const schema = {
    ...list,
    response: { 200: ProposalsResponse, ...problems },
    summary: 'What waits for a second person',
  }
  app.get('/programmes/:programme/proposals', { schema }, async ({ person, params: { programme }, query }) => {
    await mustHold(parts, { person, programme, roles: readers })
    return await proposalsOf(parts, { programme, ...query })
  })
}

/** A page of what waits for a second person, each with whoever that may be. */
export const proposalsOf = async (parts: ApiParts, request: Parameters<typeof listProposals>[1]) => {
  const holders = await seconds(parts, request.programme)
  const page = await listProposals(parts.db, request)
  const people = [...page.items.map(({ proposedBy }) => proposedBy), ...holders.administrators, ...holders.directors]
  const names = await namesOf(parts.db, { people: [...new Set(people)] })
  return pageView(page, ({ people: seated, ...proposal }) => {
    const confirms = mayConfirm(holders, { ...proposal, people: seated })
    const told = [...new Set([proposal.proposedBy, ...confirms])]
    return { ...proposal, mayConfirm: confirms, names: told.map((id) => ({ id, name: names.get(id) ?? null })) }
  })
}
