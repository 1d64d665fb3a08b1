import type { z } from 'zod'
import type { RaisedBy } from '../api/contract/step.js'

/** What somebody who asked for a step said in words, as lines beneath it; nothing where it is not for these eyes or was erased. */
export const saidLines = (raised: z.infer<typeof RaisedBy> | undefined): readonly string[] =>
  typeof raised?.words === 'string' ? raised.words.split('\n').map((line) => `  > ${line}`) : []
