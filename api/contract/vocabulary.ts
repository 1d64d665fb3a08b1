import { z } from 'zod'
import { count, localText, locale } from './scalars.js'

const Word = z.object({ code: z.string(), label: localText }).meta({ id: 'Word' })
const words = z.array(Word)

export const VocabularyResponse = z
  .object({
    languages: z.array(locale),
    roles: z.array(
      z.object({
        code: z.string(),
        label: localText,
        side: z.enum(['programme', 'partner']),
        perBase: z.boolean().describe('Held for one base only.'),
      }),
    ),
    stages: words,
    statuses: z.array(
      z.object({
        code: z.string(),
        label: localText,
        holdsSlot: z.boolean().describe('Counts toward the ten (8.1).'),
        next: z.array(z.string()).describe('Where a base may go from it; none: it is an end.'),
      }),
    ),
    colours: words,
    reasonCodes: words,
    steps: z.array(z.object({ code: z.string(), label: localText, role: z.string() })),
    options: words.describe('What one may answer, by its word in a command; a step may say it in words of its own.'),
    entries: words.describe('Kinds of entry of a ledger.'),
    documents: words,
    letters: words.describe('By what a letter of the kind is about.'),
    letterStates: words,
    exhibits: words.describe('Kinds of proof.'),
    conditions: words.describe('Where a condition stands.'),
    criteria: words,
    parts: z.array(z.object({ code: count, label: localText })).describe('Of the dossier.'),
    accessKinds: words,
    accessSubjects: words,
  })
  .meta({ id: 'Vocabulary', description: 'Every word of an answer that stands for something, as people read it.' })
