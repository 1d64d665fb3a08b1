import { z } from 'zod'
import { conditionDues, conditionOwners, conditionStatuses } from '../../domain/conditions.js'
import { day, identifier, instant, localText, uuid } from './scalars.js'

/** The visit a condition was proposed on, and its row, such as `2.7.1:r2`. */
export const conditionId = z
  .string()
  .regex(/^[A-Za-z0-9.]{1,20}:[A-Za-z0-9_-]{1,40}$/, 'must be the id of a condition, such as 2.7.1:r2')
export const ConditionParams = z.strictObject({ id: identifier, condition: conditionId })

export const ConditionView = z
  .object({
    id: conditionId,
    text: localText.nullable().describe('What is asked; null once its author was erased.'),
    shownBy: localText.nullable().describe('How it is to be shown.'),
    due: z.enum(conditionDues),
    dueLabel: localText,
    dueOn: day.optional(),
    dueBy: localText.optional().describe('The end of that day where its owner has its days, with both hours (R4).'),
    binding: z.boolean().describe('What is not binding stops nothing, and is read at each review.'),
    owner: z.enum(conditionOwners),
    ownerLabel: localText,
    status: z.enum(conditionStatuses),
    statusLabel: localText,
    fixedAt: instant,
    fixedBy: z.string().describe('The visit of the step whose decision fixed it.'),
    exhibits: z.array(uuid).describe('What it was last shown with.'),
    changedAt: instant,
  })
  .meta({ id: 'Condition', description: 'A condition under which a base goes on, from the decision that fixed it.' })

export const ConditionsResponse = z.object({ items: z.array(ConditionView) }).meta({ id: 'Conditions' })
