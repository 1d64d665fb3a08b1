import type { DraftProcedure, ProcedureFault } from '../../domain/procedure-faults.js'
import type { Procedure } from '../../domain/procedure.js'
import { fieldSays, gotAt } from './field-says.js'
import { ProcedureBody } from './procedure.js'

/** Rules that have the form of rules. As `procedure` they may be taken once nothing is wrong with the draft. */
export interface RulesRead {
  readonly draft: DraftProcedure
  readonly procedure: Procedure
}

/** Some JSON read as rules, or why it has not their form; without it nothing else can be looked at. */
export const rulesIn = (json: unknown): RulesRead | { readonly faults: readonly ProcedureFault[] } => {
  const read = ProcedureBody.safeParse(json)
  return read.success
    ? { draft: asDraft(read.data), procedure: asProcedure(read.data) }
    : { faults: read.error.issues.flatMap((issue) => inFaults(issue, json)) }
}

type Body = ReturnType<typeof ProcedureBody.parse>

// The form of the contract and the types of the core say the same; a test holds both against what ships.
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- exact optional fields differ in spelling only
const asDraft = (body: Body): DraftProcedure => body as unknown as DraftProcedure
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- looked at by `faultsOf` before anybody relies on it
const asProcedure = (body: Body): Procedure => body as unknown as Procedure

type Issue = NonNullable<ReturnType<typeof ProcedureBody.safeParse>['error']>['issues'][number]

const inFaults = (issue: Issue, json: unknown): readonly ProcedureFault[] => {
  const at = issue.path.length === 0 ? 'the rules' : issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ fault: 'unknown_key', at, key }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that fits best says what is wrong: the one with the fewest objections.
    const [nearest = []] = issue.errors.toSorted((one, other) => one.length - other.length)
    return nearest.flatMap((inner) => inFaults({ ...inner, path: [...issue.path, ...inner.path] }, json))
  }
  return [{ fault: 'malformed', at, because: fieldSays({ ...issue, ...gotAt(json, issue.path) }) }]
}
