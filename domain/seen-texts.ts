import type { DocumentKind } from './document-kind.js'
import { textHashSeen } from './negotiation/clearances.js'
import type { StepDefinition } from './procedure.js'
import type { BaseState, StepState } from './state.js'

/** Under which name the state keeps the text of a paper: one that a matter ordered is that matter's own. */
export const textName = (kind: DocumentKind, matter: number | undefined): string =>
  matter === undefined ? kind : `${kind}@${matter}`

/**
 * What whoever acts on a step decides about, by its hashes: the paper of its matter, else that of the base, and the version of the
 * text that is negotiated.
 */
export const textsSeen = (
  state: BaseState,
  { step, definition }: { readonly step: Seeing; readonly definition: StepDefinition },
): readonly string[] => [
  ...papersSeen(state, { matter: step.matter, kind: definition.sees }),
  ...textHashSeen(state, { step, definition }),
]

type Seeing = Pick<StepState, 'id' | 'matter' | 'acts' | 'outcome'>

const papersSeen = (
  { texts }: BaseState,
  { matter, kind }: { readonly matter: number | undefined; readonly kind: DocumentKind | undefined },
): readonly string[] => (kind === undefined ? [] : (texts[textName(kind, matter)] ?? texts[kind] ?? []))
