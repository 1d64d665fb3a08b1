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

/** The words true and false and nothing else: a truthiness test would read the word "false" as yes. */
export function flag() {
  return z.enum(['true', 'false']).transform((word) => word === 'true')
}

/** An address of one of these protocols. */
export function urlOf(protocol: RegExp) {
  return z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol))
}
