import { z } from 'zod'
import { startChild, type ChildOptions } from './child-process.js'
import type { Narrator } from './narrator.js'
import { noteSample, readSampleNote, sampleNoteIn } from './sample-note.js'

const Said = z.object({ sample: z.object({ done: z.int(), total: z.int(), ended: z.boolean() }) })

interface PlayedSample {
  readonly data: string
  readonly child: Omit<ChildOptions, 'title' | 'hears'>
  readonly tell: Narrator
}

/** Whether the sample of a data folder was played to its end. */
export const isPlayed = (data: string): boolean => readSampleNote(sampleNoteIn(data))?.ended === true

/**
 * Starts whoever plays the sample programme, once a data folder, and returns as soon as the programme is there. A player that was
 * cut off leaves its bases where they stand, which is told, and the next start plays those that were not begun (0069).
 */
export const startSample = async ({
  data,
  child,
  tell,
}: PlayedSample): Promise<{ readonly stop: () => Promise<void> }> => {
  const file = sampleNoteIn(data)
  let pid = 0
  let last = { done: 0, total: 0, ended: false }
  const player = await startChild({
    ...child,
    title: 'player of the sample programme',
    hears: (message) => {
      const said = Said.safeParse(message)
      if (!said.success) return
      last = said.data.sample
      noteSample(file, { ...last, pid })
      const { done, total, ended } = last
      if (ended) tell.say(played({ done, total }))
      else if (total > 0) tell.progress('sample programme', { done, total })
    },
  })
  pid = player.pid
  noteSample(file, { ...last, pid })
  let isOver = false
  void player.ended.then(() => {
    isOver = true
    if (last.ended) return
    noteSample(file, { ...last, pid: 0 })
    const { done, total } = last
    tell.say(
      `The player of the sample programme ended too early: ${done} of ${total} bases stand where they rest. ${child.log} says why; the next start plays those that were not begun.`,
    )
  })
  // Its number may have passed to somebody else by the time everything stops.
  return { stop: async () => (isOver ? undefined : player.stop()) }
}

const played = ({ done, total }: { readonly done: number; readonly total: number }): string => {
  if (total === 0) return 'Of the sample programme nothing was left to play.'
  const broken = done === total ? '' : ' The others broke; the log of the player says why.'
  return `The sample programme is played: ${done} of ${total} bases stand where they rest.${broken}`
}
