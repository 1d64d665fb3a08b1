import { z } from 'zod'
import { seatsInRole } from '../../db/reads/people.js'
import { listProposals, type WaitingProposal } from '../../db/reads/proposals.js'
import { readRulesProposal } from '../../db/reads/rules-proposals.js'
import { versionKey } from '../../domain/commands/publishing.js'
import type { Role } from '../../domain/role.js'
import { isInForce } from '../../domain/state.js'
import { firstMoment } from '../asking/asked-moment.js'
import { sightOf } from '../auth/sight.js'
import { mustHold } from '../auth/must-hold.js'
import { publishing, withdrawing } from '../contract/commands/publishing.js'
import { PageQuery } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import { ProposalsResponse, RulesParams, RulesProposalResponse } from '../contract/publishing.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
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
  forProgramme(publishing.confirm_rules, ({ ask, params }) =>
    rulesConfirmation(parts, { ...params, person: ask.person }),
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
const seesBases = async (parts: ApiParts, { person, preview }: { person: string; preview: string }) => {
  const { seenAs } = await sightOf(parts, person)
  const { bases } = Named.parse(JSON.parse(preview))
  return bases.every(({ base }) => seenAs({ kind: 'record', of: base }) === 'whole')
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
    const holders = await seconds(parts, programme)
    return pageView(await listProposals(parts.db, { programme, ...query }), ({ people, ...proposal }) => ({
      ...proposal,
      mayConfirm: mayConfirm(holders, { ...proposal, people }),
    }))
  })
}

interface Seconds {
  readonly administrators: readonly string[]
  readonly directors: readonly string[]
  readonly auditors: readonly string[]
}

const seconds = async ({ db, clock }: ApiParts, programme: string): Promise<Seconds> => {
  const now = clock().toISOString()
  // A seat for one base is none for the programme, and no base bears the programme's id.
  const holdersOf = async (role: Role) =>
    (await seatsInRole(db, { programme, role, base: programme }))
      .filter(({ mandate }) => isInForce(mandate, now))
      .map((holder) => holder.person)
  const [administrators, directors, auditors] = [await holdersOf('AD'), await holdersOf('PD'), await holdersOf('AU')]
  return { administrators, directors, auditors }
}

/** As the judge has it: never who proposed it nor who gets a seat by it; rules by administrators alone (SD9, SD10). */
const mayConfirm = (
  { administrators, directors, auditors }: Seconds,
  { kind, proposedBy, people }: WaitingProposal,
): string[] => {
  const barred = [proposedBy, ...people, ...(kind === 'seats' ? auditors : [])]
  const seated = kind === 'rules' ? administrators : [...administrators, ...directors]
  return [...new Set(seated)].filter((person) => !barred.includes(person)).sort()
}
