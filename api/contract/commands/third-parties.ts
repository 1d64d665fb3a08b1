import { z } from 'zod'
import { locales } from '../../../domain/locale.js'
import { BaseParams } from '../base.js'
import { itemId } from '../follow-up.js'
import { locale } from '../scalars.js'
import type { CommandEntry } from './entry.js'

/** Asks somebody outside, who has neither seat nor account, to confirm an activity in one line (5.14). */
export const thirdParties = {
  ask_third_party: {
    params: BaseParams,
    tag: 'steps',
    path: '/bases/:id/third-parties',
    body: z
      .strictObject({
        activity: itemId.describe('The activity, as it is listed among what is followed.'),
        email: z
          .email()
          .max(254)
          .describe('To whom the question goes. It is kept until the letter has left, and no longer.'),
        language: locale.optional().describe('The first language of the letter; left out: zh-CN.'),
      })
      .meta({
        id: 'ThirdPartyRequest',
        description: 'A question to somebody outside about what was noted of an activity.',
      }),
    summary: 'Ask a third party to confirm an activity',
    verb: {
      usage: 'ask-third-party <base>',
      says: 'Ask somebody outside, by a letter with a link, to confirm in one line what was noted of an activity of the year.',
      examples: [
        'ask-third-party gasme-C09-yueqing-1 --activity 5.14a.1:activities-r1 --email buyer@firm.example --language en --as p-C09-yueqing-clo',
      ],
      needs: [
        ['--activity <id>', 'the activity, as `follow-up` lists it'],
        ['--email <address>', 'to whom the question goes'],
      ],
      options: [['--language <language>', 'the first language of the letter', { choices: locales }]],
    },
  } satisfies CommandEntry,
}
