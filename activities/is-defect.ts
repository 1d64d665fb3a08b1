import { RecordDefect } from '../db/record/record-faults.js'

/**
 * Classes of SQLSTATE that the same statement meets again: wrong data (22), a constraint (23), a statement that does not fit
 * (42), and what our own triggers raise (P0). All others are the world's, and over some day.
 */
const ours = ['22', '23', '42', 'P0']
/** Of those what an operator mends: a right that was taken, a table, column or function that a migration has yet to bring. */
const notOurs = ['42501', '42P01', '42703', '42883']

/** Whether what was thrown is a mistake of ours, which trying again would meet again, and not a fault of the world. */
export const isDefect = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof RecordDefect ||
  (error instanceof Error && 'code' in error && isOurs(String(error.code)))

const isOurs = (code: string): boolean => ours.includes(code.slice(0, 2)) && !notOurs.includes(code)
