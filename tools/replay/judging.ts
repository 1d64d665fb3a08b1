import { decide } from '../../activities/decide.js'
import { cores } from '../../workers/cores.js'

/** What a command is judged by and how, as one value, so that the gate can load it anew from changed sources. */
export const judging = { decide, cores }
export type Judging = typeof judging
