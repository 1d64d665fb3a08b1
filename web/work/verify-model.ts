import type { LocalText } from '../../domain/locale.js'

/** What a short code stands for: papers by their fingerprints, and entries as letters name them. */
export interface CodeFound {
  readonly papers: readonly {
    readonly sha256: string
    readonly base: string
    readonly label: LocalText
    readonly language: LocalText
  }[]
  readonly entries: readonly {
    readonly base: string
    readonly name: LocalText
    readonly seq: number
    readonly says: LocalText
    readonly at: LocalText
  }[]
}

/** What the form by which somebody verifies a paper shows. */
export interface VerifyForm {
  /** What was typed, as it was typed; undefined: nothing. */
  readonly typed: string | undefined
  /** Neither a file nor a code came, or what came as a code can be none. */
  readonly no: 'empty' | 'misfit' | undefined
  /** What a short code stands for; undefined: none was asked for. */
  readonly found: CodeFound | undefined
}
