import { z } from 'zod'
import { defined } from '../../../domain/values/defined.js'
import { BaseParams } from '../base.js'
import { identifier, reason, saying } from '../scalars.js'
import { alsoAsJson, codeOption, onBase, reasoned, wordsNeeded, wordsOption } from './entry.js'

const aBase = { params: BaseParams, tag: 'steps' }

/** What people do to a base beside deciding: comment, put on hold, resume, withdraw. */
export const acting = {
  comment: onBase(
    {
      ...aBase,
      path: '/bases/:id/comments',
      body: z
        .strictObject({ text: saying({ max: 10_000 }), step: identifier.optional() })
        .meta({ id: 'CommentRequest' }),
      summary: 'Comment',
      verb: {
        usage: 'comment <base> <text>',
        says: 'Put a remark on the record of a base.',
        examples: [
          'comment gasme-C09-yueqing-1 "map received by post"',
          'comment gasme-C09-yueqing-1 "see p. 3" --step 1.4a.1',
        ],
        options: [['--step <id>', 'the step it is about']],
      },
    },
    ({ body: { step }, kept: { reason: words } }) => {
      if (words === undefined) throw new Error('A comment has a text: the contract asks for one.')
      return { type: 'comment', text: words, ...defined({ step }) }
    },
  ),
  hold: onBase(
    {
      ...aBase,
      path: '/bases/:id/holds',
      body: reasoned.meta({ id: 'HoldRequest' }),
      summary: 'Put on hold',
      verb: {
        usage: 'hold <base>',
        says: 'Stop the clocks of a base.',
        examples: alsoAsJson('hold gasme-C09-yueqing-1 --code FMJ --reason "typhoon"'),
        needs: [codeOption, wordsNeeded],
      },
    },
    ({ body: { code }, kept }) => ({ type: 'hold', code, ...kept }),
  ),
  resume: onBase(
    {
      ...aBase,
      path: '/bases/:id/resumptions',
      body: z.strictObject({ reason }).meta({ id: 'ResumptionRequest' }),
      summary: 'Resume',
      verb: {
        usage: 'resume <base>',
        says: 'Let the clocks of a held base run again.',
        examples: alsoAsJson('resume gasme-C09-yueqing-1'),
        options: [wordsOption],
      },
    },
    ({ kept }) => ({ type: 'resume', ...kept }),
  ),
  withdraw: onBase(
    {
      ...aBase,
      path: '/bases/:id/withdrawals',
      body: reasoned.meta({ id: 'WithdrawalRequest' }),
      summary: 'Withdraw the nomination',
      verb: {
        usage: 'withdraw <base>',
        says: 'Withdraw a nomination, as the place that made it.',
        examples: alsoAsJson(
          'withdraw gasme-C09-yueqing-1 --code WDR --reason "the council decided against it" --as p-C09-yueqing-lg',
        ),
        needs: [codeOption, wordsNeeded],
      },
    },
    ({ body: { code }, kept }) => ({ type: 'withdraw', code, ...kept }),
  ),
}
