import { ProcedureBody, ProcedureResponse } from '../../api/contract/procedure.js'
import { faultsOf, type DraftProcedure, type Fault } from '../../domain/procedure-faults.js'
import type { Procedure } from '../../domain/procedure.js'
import { procedures } from '../../domain/procedures/index.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { readAnyJson, samplePeople, smallStaff } from '../sample-data.js'
import { actor, overTheLine, type Asking } from '../verbs/verb.js'

const nameForm = /^(full|light)(?:@(.+))?$/

/** Rules by name, `full` or `full@2026-11-25`: those that ship, else those the programme keeps; or by the file they stand in. */
export const rulesNamed = async (name: string, wanted: Asking): Promise<unknown> => {
  const [, id, version] = nameForm.exec(name) ?? []
  if (id === undefined) return readAnyJson(name)
  const shipped = procedures.find((one) => one.id === id && (version === undefined || version === one.version))
  if (shipped !== undefined) return plain(shipped)
  const { body } = await overTheLine({}, (connection) =>
    connection.client.get(`/procedures/${id}/${encodeURIComponent(version ?? '')}`, {
      ...actor(wanted, connection),
      schema: ProcedureResponse,
    }),
  )
  return body
}

/** The rules as JSON keeps them: without what is not there. */
const plain = (procedure: Procedure): unknown => JSON.parse(JSON.stringify(procedure))

/** What is wrong with some JSON as rules (R1, R4, R19, 8.4); without its form nothing else can be looked at. */
export const checkedRules = (json: unknown, { place }: { place: string }): readonly Fault[] => {
  const read = ProcedureBody.safeParse(json)
  return read.success
    ? faultsOf(asDraft(read.data), staffFor(read.data.id, place))
    : read.error.issues.flatMap(inFaults)
}

/** Rules that are sound enough to compare. Refuses others, as a wrong use of the command. */
export const soundRules = (json: unknown, name: string): Procedure => {
  const read = ProcedureBody.safeParse(json)
  if (read.success && faultsOf(asDraft(read.data)).length === 0) return asProcedure(read.data)
  throw new CliFailure(
    threePart({
      got: `${name} holds no sound rules`,
      allowed:
        'full, light, one of their versions such as full@2026-11-25, or a file that `procedure check` finds nothing in',
      todo: `run \`cornerstone procedure check ${name}\``,
    }),
    exits.usage,
  )
}

type Body = ReturnType<typeof ProcedureBody.parse>

// The form of the contract and the types of the core say the same; a test holds both against what ships.
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- exact optional fields differ in spelling only
const asDraft = (body: Body): DraftProcedure => body as unknown as DraftProcedure
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- looked at by `faultsOf` before
const asProcedure = (body: Body): Procedure => body as unknown as Procedure

/** Who of the sample people would have to do it: the staff of the procedure, at one place. */
const staffFor = (id: Procedure['id'], place: string) => {
  const beside = id === 'light' ? Object.keys(smallStaff().beside) : []
  return samplePeople(id).people.filter(
    (person) => !beside.includes(person.id) && (person.base === undefined || person.base === place),
  )
}

type Issue = NonNullable<ReturnType<typeof ProcedureBody.safeParse>['error']>['issues'][number]

const inFaults = (issue: Issue): readonly Fault[] => {
  const at = issue.path.length === 0 ? 'the rules' : issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ fault: 'unknown_key', at, key }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that fits best says what is wrong: the one with the fewest objections.
    const [nearest = []] = issue.errors.toSorted((one, other) => one.length - other.length)
    return nearest.flatMap((inner) => inFaults({ ...inner, path: [...issue.path, ...inner.path] }))
  }
  return [{ fault: 'malformed', at, because: issue.message }]
}
