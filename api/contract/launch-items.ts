import { z } from 'zod'
import { day, identifier, localText, role } from './scalars.js'

const LaunchItemView = z
  .object({
    code: z.string(),
    label: localText,
    mandatory: z.boolean(),
    owners: z.array(z.object({ role, label: localText })),
    dueOn: day.optional().describe('Counted from the signature of the memorandum.'),
    dueBy: localText.optional().describe('The end of that day where the place is, with both hours (R4).'),
    overdue: z.boolean(),
    status: z
      .enum(['done', 'open', 'readiness', 'checked'])
      .describe('`readiness`: only the check of readiness says; `checked`: it has said.'),
    statusLabel: localText,
    shownBy: identifier.optional().describe('The visit of the step that shows it done.'),
  })
  .meta({ id: 'LaunchItem', description: 'Something that must or should stand before a launch.' })

export const LaunchItemsResponse = z
  .object({ items: z.array(LaunchItemView).describe('Empty where no launch is prepared.') })
  .meta({ id: 'LaunchItems' })
