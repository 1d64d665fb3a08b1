import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const SampleNote = z.object({
  pid: z.int().describe('Process of the player.'),
  done: z.int().describe('Bases that stand where they rest.'),
  total: z.int(),
  ended: z.boolean().describe('The player came to its end, and is not started on this folder again.'),
})
/** How far the sample programme of a data folder is played. */
export type SampleNote = Readonly<z.infer<typeof SampleNote>>

/** Where the note of a data folder lies. */
export const sampleNoteIn = (data: string): string => join(data, 'sample.json')

/** Writes the note so that whoever reads it finds one that is whole. */
export const noteSample = (file: string, note: SampleNote): void => {
  writeFileSync(`${file}.new`, `${JSON.stringify(note)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The note of a data folder; undefined where there is none that can be read. */
export const readSampleNote = (file: string): SampleNote | undefined => {
  if (!existsSync(file)) return undefined
  try {
    return SampleNote.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
