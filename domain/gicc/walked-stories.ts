import { stages } from '../lifecycle.js'
import { redressOfGicc } from './matters/redress.js'
import { colourOf } from '../review.js'
import { unborn, type BaseState, type MatterState, type StageState } from '../state.js'
import type { Colour } from '../values/colour.js'
import type { StoryGroup, WalkedStory } from '../walk.js'
import { lifeOf } from './life.js'
import { storyOf } from './matters/story.js'
import { keysWhere } from './steps.js'
import { yearlyReview } from './yearly-review/story.js'

const base = unborn('made-up-1')
const carryingName: BaseState = { ...base, status: 'active_green' }
const stage: StageState = { stage: 'yearly_review', no: 1, enteredAt: '', steps: {}, effects: {} }
const raised: MatterState = { matter: 'reservation', no: 1, raisedAt: '' }
const givingColour = new Set(keysWhere(({ givesColour }) => givesColour === true))

/** A life from one of its stages on; a year inherits the colour that the one before it gave. */
const from = (past: number) => (): WalkedStory => {
  let colour: Colour = 'green'
  const living: BaseState = {
    ...base,
    get stage() {
      return { ...stage, inherits: colour }
    },
  }
  return {
    past,
    story: lifeOf(living),
    notes: (key, option) => {
      if (givingColour.has(key)) colour = colourOf(option, colour)
    },
  }
}

/** A year that carries out what the one before it left. */
const yearAfter = (inherits: Colour) => (): WalkedStory => ({
  story: yearlyReview({ ...base, stage: { ...stage, inherits } }),
})

/** Every story of the programme, as the leads of its procedures are read from it. */
export const walkedStories: readonly StoryGroup[] = [
  { settles: 'redress', stories: [() => ({ story: redressOfGicc() })] },
  {
    settles: 'matter',
    stories: [
      ...stages.map((_, past) => from(past)),
      yearAfter('yellow'),
      yearAfter('red'),
      ...Object.values(storyOf).map((tell) => () => ({ story: tell(base, raised) })),
      // What ends a base that carries the name goes another way (R2).
      ...Object.values(storyOf).map((tell) => () => ({ story: tell(carryingName, raised) })),
    ],
  },
]
