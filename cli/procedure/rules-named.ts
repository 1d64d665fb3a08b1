import { called } from '../called.js'
import { ProcedureResponse } from '../../api/contract/procedure.js'
import { rulesIn } from '../../api/contract/rules-form.js'
import { faultsOf, type ProcedureFault } from '../../domain/procedure-faults.js'
import type { Procedure } from '../../domain/procedure.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { readAnyJson, samplePeople, smallStaff } from '../sample-data.js'
import { actor, overTheLine, type AskingOptions } from '../verbs/verb.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

const nameForm = /^(full|light)(?:@(.+))?$/

/** Rules by name, `full` or `full@2026-11-30`: those that ship, else those the programme keeps; or by the file they stand in. */
export const rulesNamed = async (name: string, wanted: AskingOptions): Promise<unknown> => {
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
export const checkedRules = (json: unknown, { place }: { place: string }): readonly ProcedureFault[] => {
  const read = rulesIn(json)
  return 'faults' in read ? read.faults : faultsOf(read.draft, staffFor(read.draft.id, place))
}

/** Rules that are sound enough to compare. Refuses others, as a wrong use of the command. */
export const soundRules = (json: unknown, name: string): Procedure => {
  const read = rulesIn(json)
  if (!('faults' in read) && faultsOf(read.draft).length === 0) return read.procedure
  throw new CliFailure(
    threePart({
      got: `${name} holds no sound rules`,
      allowed:
        'full, light, one of their versions such as full@2026-11-30, or a file that `procedure check` finds nothing in',
      todo: `run \`${called} procedure check ${name}\``,
    }),
    exits.usage,
  )
}

/** Who of the sample people would have to do it: the staff of the procedure, at one place. */
const staffFor = (id: ProcedureId, place: string) => {
  const beside = id === 'light' ? Object.keys(smallStaff().beside) : []
  return samplePeople(id).people.filter(
    (person) => !beside.includes(person.id) && (person.base === undefined || person.base === place),
  )
}
