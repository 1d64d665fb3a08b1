import type { ProgrammeId } from '../../domain/ids.js'
import { sql } from 'kysely'

/** Whether a row is of the programme that is named; where none is, of any that is no rehearsal: those stand among no others. */
export const ofProgramme = (table: 'step' | 'mandate', programme: ProgrammeId | undefined) =>
  programme === undefined
    ? sql<boolean>`not exists (select from programme as its where its.id = ${sql.ref(`${table}.programme`)} and its.rehearsal)`
    : sql<boolean>`${sql.ref(`${table}.programme`)} = ${programme}`
