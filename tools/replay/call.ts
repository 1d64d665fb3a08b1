/** One thing a workflow did towards the world while its history was replayed, with all that it handed over. */
export type Call =
  | { readonly does: 'local'; readonly name: string; readonly seq: number; readonly args: readonly unknown[] }
  | { readonly does: 'activity'; readonly name: string; readonly args: readonly unknown[] }
  | { readonly does: 'timer'; readonly ms: number }
  | { readonly does: 'signal'; readonly name: string; readonly to: unknown; readonly args: readonly unknown[] }
  | { readonly does: 'continue'; readonly as: string; readonly args: readonly unknown[]; readonly under?: string }
  | { readonly does: 'answer'; readonly name: string; readonly id: string; readonly gives: unknown }
  | { readonly does: 'refuse'; readonly name: string; readonly id: string; readonly failure: Failed }
  | { readonly does: 'end'; readonly gives: unknown }
  | { readonly does: 'fail'; readonly failure: Failed }

/** A failure without its sentence, which is a text and may change. */
export interface Failed {
  readonly type: string
  readonly details: readonly unknown[]
}
