import { z } from 'zod'
import { interestKinds } from '../../domain/commands/who.js'
import { dateOrInstant } from './asking.js'
import { pageOf } from './page.js'
import { identifier, instant, programmeId, reasonCode, role, text } from './scalars.js'

const reason = text({ max: 10_000 }).optional()
const steps = z.array(z.string().regex(/^[A-Za-z0-9.]{1,12}$/)).max(60)

export const DelegationParams = z.strictObject({ id: identifier })

export const DelegationRequest = z
  .strictObject({
    role: role.describe('The own seat that is lent.'),
    base: identifier.optional().describe('One base; left out: every base the own seat is for.'),
    to: identifier.describe('The person who may then act in your place.'),
    steps: steps.min(1).optional().describe('Keys of the only steps it is for; left out: all of the role.'),
    from: dateOrInstant.optional().describe('A date begins with its day (New York). Left out: from now on.'),
    until: dateOrInstant.describe('A date is lent to the end of its day (New York).'),
  })
  .meta({ id: 'DelegationRequest', description: 'Lends an own seat to a named person until a date (SD7).' })

export const DelegationResponse = z
  .object({
    id: identifier,
    programme: programmeId,
    role,
    base: identifier.nullable(),
    delegator: identifier,
    delegate: identifier,
    steps: steps.nullable(),
    from: instant,
    until: instant,
  })
  .meta({ id: 'Delegation', description: 'A seat that one person has lent another, and that has not ended.' })
export const DelegationsResponse = pageOf(DelegationResponse, 'Delegations')

export const EndingRequest = z.strictObject({}).meta({ id: 'EndingRequest' })

export const InterestRequest = z
  .strictObject({
    kind: z.enum(interestKinds),
    person: identifier.optional().describe('Left out: yourself. Compliance alone enters it of somebody else.'),
    reason,
  })
  .meta({
    id: 'InterestRequest',
    description: 'Declares an interest in this base (SD5): it takes access and vote, and nobody lifts it.',
  })

export const ReassignmentRequest = z
  .strictObject({ to: identifier, code: reasonCode, reason })
  .meta({ id: 'ReassignmentRequest', description: 'Gives an open step to one holder of its role.' })
