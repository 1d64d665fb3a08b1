/** How far the sample programme of a trial is played: what `npm start` notes for the API to show (0069). */
export interface SampleNote {
  /** Process of the player; 0: it has none now. */
  readonly pid: number
  /** Bases that stand where they rest, of all that are played. */
  readonly done: number
  readonly total: number
  /** The player came to its end, and is not started on this folder again. */
  readonly ended: boolean
}

/** The note in a text; undefined where it is none. */
export const sampleNoteOf = (text: string): SampleNote | undefined => {
  const said = valueIn(text)
  if (typeof said !== 'object' || said === null) return undefined
  if (!('pid' in said && 'done' in said && 'total' in said && 'ended' in said)) return undefined
  const { pid, done, total, ended } = said
  return isCount(pid) && isCount(done) && isCount(total) && typeof ended === 'boolean'
    ? { pid, done, total, ended }
    : undefined
}

const valueIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0
