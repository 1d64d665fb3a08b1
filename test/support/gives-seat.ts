import { randomUUID } from 'node:crypto'
import { AcceptedResponse } from '../../api/contract/answer.js'
import type { Answered, Asker } from './an-asker.js'

/** A seat of the sample programme, proposed on a paper by one administrator and confirmed by another (SD10). */
export const givesSeat = async ({ ask }: Pick<Asker, 'ask'>, seat: object): Promise<Answered> => {
  const mandates = '/programmes/gasme/mandates'
  const proposal = randomUUID()
  const paper = { number: '2026-14', date: '2026-11-20' }
  const proposed = await ask(mandates, { as: 'p-ad-1', body: { mandates: [seat], proposal, paper } })
  if (proposed.status >= 300) return proposed
  const { entries } = AcceptedResponse.parse(proposed.body)
  const seq = entries[0]?.seq
  return await ask(`${mandates}/${proposal}/confirmations`, { as: 'p-ad-2', body: { seq } })
}
