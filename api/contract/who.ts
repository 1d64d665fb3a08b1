import { z } from 'zod'
import { placeZone } from './base.js'
import { pageOf } from './page.js'
import { identifier, instant, programmeId, role } from './scalars.js'

export const stepKeys = z.array(z.string().regex(/^[A-Za-z0-9.]{1,12}$/)).max(60)

export const DelegationParams = z.strictObject({ id: identifier })

export const DelegationResponse = z
  .object({
    id: identifier,
    programme: programmeId,
    role,
    base: identifier.nullable(),
    zone: placeZone,
    delegator: identifier,
    delegate: identifier,
    steps: stepKeys.nullable(),
    from: instant,
    until: instant,
  })
  .meta({ id: 'Delegation', description: 'A seat that one person has lent another, and that has not ended.' })
export const DelegationsResponse = pageOf(DelegationResponse, 'Delegations')
