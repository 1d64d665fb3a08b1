import type { Client } from '../../cli/http-client.js'
import { filledIn, proven } from '../../cli/rehearsal/filled/filled-in.js'
import { bringProof } from '../../cli/rehearsal/proofs.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { steps } from '../../domain/gicc/steps.js'

interface Filling {
  readonly base: string
  readonly as: string
  readonly key: string
  readonly option: string
}

/** Invented answers to the form of a step, with what they cite brought by whoever hands them in. */
export const inventedForm = async (
  client: Client,
  { base, as, key, option }: Filling,
): Promise<FormAnswers | undefined> => {
  const form = steps[key]?.form
  if (form === undefined) return undefined
  const answers = filledIn(form, { option, today: plainDate('2026-11-15') })
  return await proven(answers, (about) => bringProof(client, { base, as, about, issuedOn: plainDate('2026-01-01') }))
}
