import type { DocumentKind } from './document-kind.js'
import type { BaseState, StepState } from './state.js'

/** Under which name the state keeps the text of a paper: one that a matter ordered is that matter's own. */
export const textName = (kind: DocumentKind, matter: number | undefined): string =>
  matter === undefined ? kind : `${kind}@${matter}`

/** The current text that whoever acts on a step approves: that of its matter, else that of the base. */
export const textsSeen = (
  { texts }: Pick<BaseState, 'texts'>,
  { step: { matter }, kind }: { readonly step: Pick<StepState, 'matter'>; readonly kind: DocumentKind },
): readonly string[] => texts[textName(kind, matter)] ?? texts[kind] ?? []
