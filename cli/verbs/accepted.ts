import { Option } from 'commander'
import type { z } from 'zod'
import type { AcceptedResponse } from '../../api/contract/answer.js'
import { reasonCodes } from '../../domain/reason-code.js'

/** The option for a reason code of the procedure. */
export const codeOption = (): Option =>
  new Option('--code <code>', 'reason code, where one is needed').choices(reasonCodes)

/** What became of a command, in words. */
export const acceptedText = ({ head, entries }: z.infer<typeof AcceptedResponse>): string =>
  [`Accepted; the ledger now has ${head} entries. New:`, ...entries.map(({ seq, type }) => `  ${seq}  ${type}`)].join(
    '\n',
  )
