/**
 * One side agrees to a later version of the rules for a base, before the next stage would bring it (8.8): the director for
 * the programme, the authorised signatory for the place. The second agreement adopts it.
 */
export interface AdoptProcedure {
  readonly type: 'adopt_procedure'
  /** The version, such as `2026-12-01`, of the procedure the base is under. */
  readonly version: string
}

export type RulesCommand = AdoptProcedure
