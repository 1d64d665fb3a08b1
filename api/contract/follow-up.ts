import { z } from 'zod'
import { itemKinds, itemStatuses } from '../../domain/follow-up/item-kind.js'
import { thirdPartyStates } from '../../domain/third-parties.js'
import { identifier, instant, localText } from './scalars.js'

/** The visit it was entered on, its table and row, such as `2.3a.1:findings-r2`. */
export const itemId = z.string().regex(/^[A-Za-z0-9.]{1,20}:[A-Za-z0-9_-]{1,80}$/)

const words = z.array(z.object({ label: localText, says: localText }))

export const FollowedItemView = z
  .object({
    id: itemId,
    kind: z.enum(itemKinds),
    kindLabel: localText,
    status: z.enum(itemStatuses).describe('As far as what made it so is for your eyes.'),
    statusLabel: localText,
    step: identifier.describe('The visit on which it was entered.'),
    title: localText.describe('What that step is called.'),
    at: instant,
    words: words.describe(
      'What was written of it, as far as it is for your eyes. Once its author was erased nothing of it is left to read, and the item is told to nobody.',
    ),
    said: z
      .array(z.object({ step: identifier, title: localText, at: instant, words }))
      .describe('What later steps said of it, oldest first.'),
    drawn: z
      .literal(true)
      .optional()
      .describe(
        'An activity that was drawn by lot to be confirmed from outside, beside the extract of the report (5.4).',
      ),
    thirdParty: z
      .object({
        state: z.enum(thirdPartyStates),
        stateLabel: localText,
        askedAt: instant,
        until: instant,
        answeredAt: instant.optional(),
        ownNumber: z.number().optional().describe('Where it differs: what the third party counted.'),
        capacity: z
          .string()
          .nullable()
          .optional()
          .describe(
            'In which capacity it was answered; absent where that is not for your eyes, null where it cannot be read any more.',
          ),
      })
      .optional()
      .describe('Of an activity: how the newest question to somebody outside stands.'),
  })
  .meta({ id: 'FollowedItem', description: 'Something that is followed over several steps until it is settled.' })

export const FollowUpQuery = z.strictObject({
  kind: z.enum(itemKinds).optional().describe('Only items of this kind.'),
  status: z.enum(itemStatuses).optional().describe('Only items that stand so.'),
})

export const FollowUpResponse = z.object({ items: z.array(FollowedItemView) }).meta({ id: 'FollowUp' })
