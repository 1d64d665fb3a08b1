import { rehearseOne, type Wish } from '../../cli/rehearsal/rehearse.js'
import { noScript, Script } from '../../cli/rehearsal/story.js'
import { rehearseTen } from '../../cli/rehearsal/ten-at-once.js'
import { readJson } from '../../cli/sample-data.js'
import type { RehearsedBase } from '../../cli/rehearsal/outcome.js'
import type { Client } from '../../cli/http-client.js'
import { baseWorkflowId, programmeOfBase, programmeWorkflowId } from '../../domain/ids.js'
import type { Status } from '../../domain/lifecycle.js'
import { actsOfOneBase, stopAndLift } from './acts.js'
import { endings } from './endings.js'
import { takeOfferedSlot } from './offered-slot.js'

/** A workflow whose runs are kept, and the name their histories get. */
export interface Life {
  readonly name: string
  readonly workflowId: string
  /** The first run that is kept: those before go as those of the standard story did. */
  readonly from: number
}

/** The stories under `data/stories/`, and where each base stands in the end. */
export const keptStories = [
  { story: 'declined-at-committee', ends: 'declined', from: 1 },
  { story: 'government-refuses', ends: 'lapsed', from: 3 },
  { story: 'nominee-withdraws-during-site-mission', ends: 'withdrawn_by_nominee', from: 2 },
  { story: 'red-and-withdrawn', ends: 'red', from: 5 },
  { story: 'yellow-then-repaired', ends: 'active_green', from: 5 },
] as const satisfies readonly { readonly story: string; readonly ends: Status; readonly from: number }[]

/** Its base stands when it has been played. */
const standing = 'yellow-then-repaired'

/**
 * Plays, through the public API, what the replay gate is to know: a life with two reviews, every story, every ending no story
 * has, the race for the ten slots with an offer that is taken, and the acts that no rehearsal has. Gives the workflows that are worth keeping.
 */
export const playLives = async ({ client, tell, lookBehind }: Playing): Promise<readonly Life[]> => {
  const wish: Wish = { client, years: 2, tell }
  const standard = await rehearseOne(wish, noScript('C09-yueqing', 2))
  const lives: Life[] = [
    { name: 'two-reviews', workflowId: baseWorkflowId(standard.base), from: 1 },
    { name: 'programme', workflowId: programmeWorkflowId(programmeOfBase(standard.base)), from: 1 },
  ]
  for (const { story, ends, from } of keptStories) {
    const script = readJson(`data/stories/${story}.json`, Script)
    const { base } = ended(await rehearseOne({ ...wish, years: script.years }, script), ends)
    if (story === standing) await stopAndLift(client, base)
    lives.push({ name: story, workflowId: baseWorkflowId(base), from })
  }
  for (const { name, ends, from, script } of endings) {
    const { base } = ended(await rehearseOne({ ...wish, years: script.years }, script), ends)
    lives.push({ name, workflowId: baseWorkflowId(base), from })
  }
  const acts = await theActs(client)
  for (const { workflowId } of acts) await lookBehind(workflowId)
  return [...lives, ...acts, ...(await theTen(wish))]
}

const ended = (base: RehearsedBase, ends: Status): RehearsedBase => {
  const outcome = base.stages.at(-1)?.outcome
  if (outcome !== ends) throw new Error(`${base.base} came to ${outcome} and not to ${ends}.`)
  return base
}

interface Playing {
  readonly client: Client
  readonly tell: (line: string) => void
  /** Has a workflow look for what its ledger has and it does not know, as the API does after a crash. */
  readonly lookBehind: (workflowId: string) => Promise<void>
}

const theActs = async (client: Client): Promise<readonly Life[]> => {
  const base = await actsOfOneBase(client)
  return [
    { name: 'acts', workflowId: baseWorkflowId(base), from: 1 },
    { name: 'programme-of-acts', workflowId: programmeWorkflowId(programmeOfBase(base)), from: 1 },
  ]
}

/** Of eleven bases the one that waited is kept, the one that made room for it, and their programme. */
const theTen = async (wish: Wish): Promise<readonly Life[]> => {
  const { slots, waiting } = await rehearseTen({ ...wish, years: 0 }, { seed: 7, together: false })
  const [leaving = ''] = slots
  const [first = ''] = waiting
  await takeOfferedSlot(wish.client, { leaving, waiting: first })
  return [
    { name: 'waiting-list', workflowId: baseWorkflowId(first), from: 2 },
    { name: 'slot-given-up', workflowId: baseWorkflowId(leaving), from: 2 },
    { name: 'programme-of-ten', workflowId: programmeWorkflowId(programmeOfBase(first)), from: 1 },
  ]
}
