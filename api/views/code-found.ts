import type { PersonId } from '../../domain/ids.js'
import { readBase } from '../../db/reads/bases.js'
import { entriesBeginning } from '../../db/reads/entries-beginning.js'
import { papersBeginning } from '../../db/reads/papers-beginning.js'
import { languageNames } from '../../domain/form/kinds/text.js'
import { momentInWords } from '../../domain/words/hours.js'
import { paperNames } from '../../domain/words/papers.js'
import type { CodeFound } from '../../web/work/verify-model.js'
import { mustSeeBase, sightOf } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { namesByKind } from './base-view.js'
import { entryInWords } from './entry-in-words.js'
import { historySeen } from './history-view.js'

/** A code as somebody copies it from a letter or a list: groups of signs, of either size, with what stands between them. */
const codeTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s…\-‐‑–—]/g, '')

/** Whether what was typed is a whole fingerprint, the beginning of one, or none. */
export const readCode = (typed: string): { readonly is: 'whole' | 'beginning' | 'none'; readonly code: string } => {
  const code = codeTyped(typed)
  if (!/^[0-9a-f]{8,64}$/.test(code)) return { is: 'none', code }
  return { is: code.length === 64 ? 'whole' : 'beginning', code }
}

interface Asked {
  readonly person: PersonId
  readonly code: string
}

/** What a short code stands for, as far as it is for the eyes of whoever asks: papers, and entries as letters name them. */
export const codeFound = async (parts: ApiParts, asked: Asked): Promise<CodeFound> => {
  const [papers, entries] = await Promise.all([papersOf(parts, asked), entriesOf(parts, asked)])
  return { papers, entries }
}

const papersOf = async (parts: ApiParts, { person, code }: Asked): Promise<CodeFound['papers']> => {
  const [rows, { seenAs }] = await Promise.all([
    papersBeginning(parts.db, { beginning: code, most }),
    sightOf(parts, person),
  ])
  return rows
    .filter(({ kind, base }) => seenAs({ kind: 'paper', paper: kind, of: base }) === 'whole')
    .map(({ sha256, base, kind, language }) => ({
      sha256,
      base,
      label: paperNames[kind],
      language: languageNames[language],
    }))
}

const entriesOf = async (parts: ApiParts, { person, code }: Asked): Promise<CodeFound['entries']> => {
  const rows = await entriesBeginning(parts.db, { beginning: code, most })
  const found = await Promise.all(rows.map((row) => entrySeen(parts, { ...row, person })))
  return found.flatMap((one) => one ?? [])
}

const most = 5

/** An entry of a base as its reader may see it; undefined: the base is not for these eyes, or it is of no base. */
const entrySeen = async (
  parts: ApiParts,
  { person, stream, seq }: { readonly person: PersonId; readonly stream: string; readonly seq: number },
): Promise<CodeFound['entries'][number] | undefined> => {
  const base = await readBase(parts.db, { id: stream })
  if (base === undefined) return undefined
  const sight = await mustSeeBase(parts, { person, base: stream }).catch((error: unknown) => {
    if (error instanceof ProblemError) return undefined
    throw error
  })
  if (sight === undefined) return undefined
  const page = await historySeen(parts.db, { reader: { base: stream, person, sight }, fromSeq: seq, limit: 1 })
  const [entry] = page.items
  if (entry?.seq !== seq) return undefined
  return {
    base: stream,
    name: namesByKind(base.names, base.cluster).name,
    seq,
    says: entryInWords(entry),
    at: momentInWords(entry.occurredAt, base.zone ?? undefined),
  }
}
