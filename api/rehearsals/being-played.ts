import { readFileSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'

/** What `npm start` notes of the player of the sample programme. */
const Note = z.object({ pid: z.int().min(1), done: z.int(), total: z.int(), ended: z.boolean() })

/** How far the sample programme is played, as long as the process lives that plays it; undefined: nobody plays it now. */
export const beingPlayed = (
  file: string | undefined,
): { readonly done: number; readonly total: number } | undefined => {
  const note = file === undefined ? undefined : noteIn(file)
  return note === undefined || note.ended || !isAlive(note.pid) ? undefined : { done: note.done, total: note.total }
}

const noteIn = (file: string): z.output<typeof Note> | undefined => {
  try {
    return Note.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
