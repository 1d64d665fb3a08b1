/** An entry of the ledger as its canonical text says it. */
export interface Entry {
  readonly stream: string
  readonly seq: number
  readonly type: string
  readonly schemaVersion: number
  readonly payload: Fields
  readonly actor: string | null
  readonly role: string | null
  readonly onBehalfOf: string | null
  readonly channel: string
  /** The day an act on paper counts from. */
  readonly effectiveOn: string | null
  readonly occurredAt: string
  readonly recordedAt: string
  readonly commandId: string
  readonly rulesVersion: string
  readonly workflowRun: string
  readonly prevHash: string
}

/** An entry with the hash it is known by. */
export interface HashedEntry extends Entry {
  readonly hash: string
}

export type Fields = Readonly<Record<string, unknown>>

/** Whether a value is an object with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field that is a text; else an empty one. */
export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** A field that is a number; else NaN, which equals nothing. */
export const numberOf = (fields: Fields, name: string): number => {
  const value = fields[name]
  return typeof value === 'number' ? value : Number.NaN
}

/** A field that is a list of objects; else none. */
export const listOf = (fields: Fields, name: string): readonly Fields[] => {
  const value = fields[name]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** A field that is an object; else an empty one. */
export const fieldsOf = (fields: Fields, name: string): Fields => {
  const value = fields[name]
  return isFields(value) ? value : {}
}

/** Whether a value has all that is checked of an entry. */
export const isEntry = (value: unknown): value is Entry =>
  isFields(value) &&
  isFields(value['payload']) &&
  isText(value['stream']) &&
  isText(value['type']) &&
  value['payload']['type'] === value['type'] &&
  isInstant(value['occurredAt']) &&
  isInstant(value['recordedAt']) &&
  isText(value['commandId']) &&
  isText(value['rulesVersion']) &&
  isText(value['workflowRun']) &&
  isText(value['prevHash']) &&
  Number.isSafeInteger(value['seq']) &&
  Number.isSafeInteger(value['schemaVersion']) &&
  isText(value['channel']) &&
  ['actor', 'role', 'onBehalfOf', 'effectiveOn'].every((name) => value[name] === null || isText(value[name]))

/** Whether a value is a moment as the ledger writes it: UTC, to the millisecond, on a day there is. */
export const isInstant = (value: unknown): value is string => isText(value) && instant.test(value) && isDay(value)

const instant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** Every month has twenty-eight days; about the others a calendar is asked, which moves on what there is not. */
const isDay = (moment: string): boolean =>
  moment.slice(8, 10) < '29' || new Date(moment.slice(0, 10)).toISOString().startsWith(moment.slice(0, 10))

const isText = (value: unknown): value is string => typeof value === 'string'

/** The JSON value of a text, or undefined when it is none. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
