import type { DocumentKind } from '../document-kind.js'
import { add, type Draft } from './draft.js'

/** The event by which a paper is ordered, in the languages of the base. */
export const ordered = ({ state }: Draft, kind: DocumentKind) => ({
  type: 'document_ordered' as const,
  order: `${kind}-${state.seq + 1}`,
  kind,
  languages: state.languages,
})

/** Orders a paper that tells what was just done and stands whatever becomes of it: the story does not come to it, and no undoing takes it back. */
export const orderAside = (draft: Draft, kind: DocumentKind): Draft =>
  add(draft, { ...ordered(draft, kind), aside: true })
