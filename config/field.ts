import { z } from 'zod'

/** What is said of one setting: its sentence, what is allowed, and whether its value must never be shown. */
export interface FieldNote {
  readonly says: string
  readonly allowed: string
  readonly secret?: boolean
}

/** One setting, with what is said of it. */
export function field<S extends z.ZodType>(schema: S, note: FieldNote): { readonly schema: S } & FieldNote {
  return { schema: schema.describe(note.says), ...note }
}

/** An address of one of these protocols. */
export function urlOf(protocol: RegExp) {
  return z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol))
}
