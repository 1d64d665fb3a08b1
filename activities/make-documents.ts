import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import type { DocumentStore } from '../documents/document-store.js'
import type { Paper } from '../documents/paper.js'
import type { PaperSeal } from '../documents/paper-seal.js'
import type { Typesetter } from '../documents/typesetter.js'
import type { DocumentFile } from '../domain/values/document-file.js'
import type { Activities } from './contract.js'
import { composePaper } from './papers/compose-paper.js'
import { storySoFar } from './papers/story-so-far.js'

interface MakeDocumentsParts {
  readonly db: Kysely<Database>
  readonly store: DocumentStore
  readonly typesetter: Typesetter
  /** The seal of the programme; absent: papers bear none. */
  readonly seal?: PaperSeal | undefined
  /** Says that the work goes on, so that the paper of a worker that was killed is soon given to another. */
  readonly beat: () => void
}

/** Far more often than the workflow misses it. */
const beatEveryMs = 1_000

/**
 * The activity that prints what was ordered, once per language, from the ledger up to the order, and seals it as of that order, but for a
 * rehearsal; a repeat finds the same bytes in the store and changes nothing. Returns the files by language. A full or broken store is a fault that says
 * what happened, what is allowed and what to do, and is tried again.
 */
export const createMakeDocuments =
  ({ db, store, typesetter, seal, beat }: MakeDocumentsParts): Activities['makeDocuments'] =>
  async ({ base, order, kind, languages }) => {
    const beating = setInterval(beat, beatEveryMs)
    try {
      const story = await storySoFar(db, { base, order })
      const files: DocumentFile[] = []
      for (const language of [...new Set(languages)].sort()) {
        const paper = composePaper(story, language)
        const { sha256, size } = await store.put(await sealed(await typesetter.render(paper), { paper, seal }))
        files.push({ kind, language, sha256, size })
      }
      return files
    } finally {
      clearInterval(beating)
    }
  }

/** What decides nothing is not sealed; what is, bears the time of the entry that ordered it, so that a repeat is the same file. */
const sealed = async (
  pdf: Uint8Array,
  { paper, seal }: { readonly paper: Paper; readonly seal: PaperSeal | undefined },
): Promise<Uint8Array> => (seal === undefined || paper.rehearsal ? pdf : await seal(pdf, new Date(paper.ledger.at)))
