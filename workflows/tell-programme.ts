import { getExternalWorkflowHandle } from '@temporalio/workflow'
import { programmeWorkflowId, type BaseId, type ProgrammeId } from '../domain/ids.js'
import type { Stand } from '../domain/stand.js'
import { stands } from './messages.js'

interface Standing {
  readonly base: BaseId
  readonly programme: ProgrammeId
  readonly seq: number
  readonly stand: Stand | undefined
}

/**
 * Tells the programme where a base stands towards the ten, whenever that has changed, and once in each run in case the
 * news before was lost. Most bases stand nowhere most of the time, and then nothing is sent. `isTold` says whether the
 * last news is on its way: a run is not left before.
 */
export const standTeller = () => {
  let last = JSON.stringify({ is: 'none' } satisfies Stand)
  let underWay = 0
  return {
    isTold: (): boolean => underWay === 0,
    tell: ({ base, programme, seq, stand }: Standing): void => {
      const now = JSON.stringify(stand)
      if (stand === undefined || now === last) return
      last = now
      underWay += 1
      const send = async (): Promise<void> => {
        await getExternalWorkflowHandle(programmeWorkflowId(programme))
          .signal(stands, { base, seq, stand })
          .catch(() => undefined)
        underWay -= 1
      }
      void send()
    },
  }
}
