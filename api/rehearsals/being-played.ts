import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { sampleNoteOf, type SampleNote } from '../../domain/sample-note.js'

/** How far the sample programme is played, as long as the process lives that plays it; undefined: nobody plays it now. */
export const beingPlayed = (file: string | undefined): Pick<SampleNote, 'done' | 'total'> | undefined => {
  const note = file !== undefined && existsSync(file) ? sampleNoteOf(readFileSync(file, 'utf8')) : undefined
  if (note === undefined || note.ended || !plays(note.pid)) return undefined
  return { done: note.done, total: note.total }
}

/** Whoever started the player notes its end too; this is for when both were killed. Number 0 would be this process itself. */
const plays = (pid: number): boolean => {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}
