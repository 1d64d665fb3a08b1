/** The rule sets of the programme: a base is under one of them, in one of its versions. */
export const procedureIds = ['full', 'light'] as const
export type ProcedureId = (typeof procedureIds)[number]
/** Whether a text that came from outside names a rule set. */
export const isProcedureId = (text: string): text is ProcedureId => procedureIds.some((id) => id === text)
