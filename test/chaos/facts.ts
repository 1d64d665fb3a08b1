/** An answer as it came, its body as the bytes it was. */
export interface Answer {
  readonly status: number
  readonly body: string
}

/** What a person may do to the programme in a storm, and the one entry that says it was done. */
export const deedEntries = {
  nominate: 'base_nominated',
  decide: 'step_acted',
  comment: 'commented',
  hold: 'held',
  resume: 'resumed',
  convene: 'session_convened',
} as const
export type Deed = keyof typeof deedEntries

/** A command that was sent, with all that was said about it: while the storm lasted, and after it. */
export interface CommandFacts {
  readonly key: string
  readonly does: Deed
  readonly path: string
  /** When it was sent for the first time, in milliseconds since the run began. */
  readonly begun: number
  /** Every outcome its senders were given, first one first. None: nobody was ever told what became of it. */
  readonly answers: readonly Answer[]
  /** What the same key with another text was answered. */
  readonly otherText: readonly Answer[]
  /** What `GET /commands/{id}` says afterwards; undefined: that there is none of that id. */
  readonly kept: { readonly state: string; readonly answer: KeptAnswer | null } | undefined
  /** What the same key and text are answered afterwards. */
  readonly repeated: Answer | undefined
}

export interface KeptAnswer {
  readonly status: number
  readonly body: unknown
}

/** An entry of the ledger. */
export interface EntryFacts {
  readonly stream: string
  readonly seq: number
  readonly type: string
  readonly commandId: string
  /** Of a paper that was ordered or made: the order. */
  readonly order: string | undefined
}

/** A row of the outbox. */
export interface LetterFacts {
  readonly id: string
  readonly messageId: string
  readonly base: string
  readonly seq: number
  readonly kind: string
  readonly binding: boolean
  readonly state: string
}

/** A letter as the mail server took it, and whether it could still say so. */
export interface CopyFacts {
  readonly messageId: string
  readonly answered: boolean
  /** Milliseconds since the run began. */
  readonly at: number
}

/** A paper the database says was made, and whether its bytes are there and are what their name says. */
export interface PaperFacts {
  readonly base: string
  readonly order: string
  readonly language: string
  readonly readable: boolean
}

/** Something that was done to the installation, in milliseconds since the run began. */
export interface Disturbance {
  readonly what: string
  readonly from: number
  readonly to: number
}

export interface DivergenceFacts {
  readonly code: string
  readonly says: string
}

export interface EvidenceFacts {
  readonly base: string
  readonly sound: boolean
  readonly says: string
}

/** Everything the checks look at, collected when the storm is over. */
export interface Facts {
  readonly commands: readonly CommandFacts[]
  readonly entries: readonly EntryFacts[]
  readonly letters: readonly LetterFacts[]
  readonly copies: readonly CopyFacts[]
  /** Message-IDs the mail server refused for good. */
  readonly refusedForGood: readonly string[]
  readonly papers: readonly PaperFacts[]
  readonly disturbances: readonly Disturbance[]
  readonly divergences: readonly DivergenceFacts[]
  readonly evidence: readonly EvidenceFacts[]
}
