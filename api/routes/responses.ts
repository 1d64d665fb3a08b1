import type { z } from 'zod'
import { PendingResponse } from '../contract/answer.js'
import { Problem } from '../contract/problem.js'

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** What every route may answer besides its own success. */
export const problems = {
  '4xx': problem('Not done, for a reason that is in the request or in how things stand.'),
  '5xx': problem('Not done, for a reason that is here.'),
}

/** What a command may answer: done, or sent and not answered yet. */
export const commandResponses = <T extends z.ZodType>(schema: T, { status = 200 }: { status?: 200 | 201 } = {}) => ({
  [status]: schema.describe('Done, as the ledger now says.'),
  202: PendingResponse,
  ...problems,
})
