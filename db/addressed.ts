import { nameUnder, unseal } from './sealed-person.js'

/** A row that is going to its reader, with the reader's name, address and key as they are kept. */
export interface SealedReader {
  readonly recipient: string
  readonly name: string | null
  readonly email: string | null
  readonly wrapped: string | null
  readonly wrappedBy: string | null
}

/** The row with the name and the address of its reader; null where the reader was erased. */
export const addressed = <T extends SealedReader>({ wrapped, wrappedBy, ...letter }: T) => {
  const key = { person: letter.recipient, wrapped, wrappedBy }
  return {
    ...letter,
    name: nameUnder(key, letter.name),
    email: unseal(key, { field: 'email', sealed: letter.email }),
  }
}
