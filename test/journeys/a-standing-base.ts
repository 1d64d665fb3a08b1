import { setTimeout as pause } from 'node:timers/promises'
import { CreatedResponse } from '../../api/contract/answer.js'
import { ProgrammeResponse } from '../../api/contract/programme.js'
import type { Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'

/** Waits until the standing programme takes nominations: the API opens its first call as soon as a worker answers. */
export const untilCallIsOpen = async (stack: Stack): Promise<void> => {
  for (;;) {
    const programme = parsed(await stack.ask('/programmes/gasme', { as: 'p-pm-1' }), ProgrammeResponse)
    if (programme.openCall !== null) return
    await pause(50)
  }
}

/** Nominates a cluster of the sample in the open call: its base then waits at 1.2a for the place's letter. */
export const nominate = async (stack: Stack, cluster: string): Promise<string> => {
  await untilCallIsOpen(stack)
  const answer = await stack.ask('/programmes/gasme/bases', { as: 'p-pm-1', body: { cluster } })
  return parsed(answer, CreatedResponse).base
}
