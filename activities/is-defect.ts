import { RecordDefect } from '../db/record-faults.js'

/**
 * Classes of SQLSTATE that the same statement meets again: wrong data (22), a constraint (23), a statement that does not fit
 * (42), and what our own triggers raise (P0). All others are the world's, and over some day.
 */
const ours = ['22', '23', '42', 'P0']

/** Whether what was thrown is a mistake of ours, which trying again would meet again, and not a fault of the world. */
export const isDefect = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof RecordDefect ||
  (error instanceof Error && 'code' in error && ours.includes(String(error.code).slice(0, 2)))
