import { ApplicationFailure } from '@temporalio/common'
import type { Kysely } from 'kysely'
import { now } from '../clock/machine-clock.js'
import { readProcedure } from '../db/reads/procedures.js'
import type { Database } from '../db/schema.js'
import { addMonths, plainDate, type PlainDate } from '../domain/calendar-date.js'
import type { Calendar } from '../domain/calendar.js'
import type { Procedure } from '../domain/procedure.js'
import type { Decree } from './calendar-decrees.js'
import { calendarFor } from './calendars.js'
import type { Activities, Prepared, PrepareRequest } from './contract.js'
import type { Cores } from './record.js'

interface PrepareParts {
  readonly db: Kysely<Database>
  /** Holiday arrangements kept by hand, for years the packages do not know yet. */
  readonly decrees?: readonly Decree[]
}

/**
 * The local activity a run begins with: what it judges by, and what it has to do by that. A replay finds both as they were.
 */
export const createPrepare = ({
  rulesOf,
  cores,
}: {
  readonly rulesOf: RulesOf
  readonly cores: Cores
}): Activities['prepare'] => {
  return async (request) => {
    const prepared = await rulesOf(request.rules)
    const course =
      request.kind === 'base'
        ? cores.base(request).course(request.state, prepared)
        : cores.programme(request).course(request.state, prepared)
    return { prepared: formless(prepared), course }
  }
}

/** A run carries what it is judged by to its end: forms are long, and are checked where the command is recorded. */
const formless = (prepared: Prepared): Prepared => ({
  ...prepared,
  formless: true,
  procedure: {
    ...prepared.procedure,
    steps: Object.fromEntries(
      Object.entries(prepared.procedure.steps).map(([key, { form: _, ...step }]) => [key, step]),
    ),
  },
})

type RulesOf = (request: PrepareRequest) => Promise<Prepared>

/**
 * Fetches what is judged by: the pinned rules, or the newest in force, and the calendar of each acting side from half a
 * year before the asked date to two years after it. The same request gives the same calendars. A fault, in words, while
 * there are no such rules.
 */
export const createRulesOf = ({ db, decrees = [] }: PrepareParts): RulesOf => {
  const rules = remembered((request: PrepareRequest) => procedureOf(db, request))
  const calendars = remembered((side: Side) => calendarFor(side, decrees))
  return async (request) => {
    const from = startOfSpan(plainDate(request.from))
    const sides = request.calendars.map((side) => calendars({ ...side, from, months: monthsBefore + monthsAfter + 1 }))
    // Without a version the answer changes when new rules come into force, so only pinned ones are remembered.
    const procedure = request.version === undefined ? await procedureOf(db, request) : await rules(request)
    return { procedure, calendars: Object.fromEntries(sides.map((calendar) => [calendar.id, calendar])) }
  }
}

type Side = Parameters<typeof calendarFor>[0]

/** Deadlines run on from before a run began, and a stage may take a year and a half. */
const [monthsBefore, monthsAfter] = [6, 24]

/** The first of a month, so that all bases of one month share their calendars. */
const startOfSpan = (asked: PlainDate): PlainDate => plainDate(`${addMonths(asked, -monthsBefore).slice(0, 7)}-01`)

const procedureOf = async (db: Kysely<Database>, { procedure: id, version }: PrepareRequest): Promise<Procedure> => {
  const found = await readProcedure(db, version === undefined ? { id, at: now() } : { id, version })
  if (found !== undefined) return found
  const missing =
    version === undefined ? `Procedure ${id} has no version in force` : `Procedure ${id} ${version} is missing`
  // Tried again until they are there: a base that lives for years must not end because rules were not seeded.
  throw ApplicationFailure.retryable(
    `${missing} in the database. A base runs by rules that are kept there; seed them with npm run db:migrate.`,
    'procedure_missing',
  )
}

/** Keeps the answers to the last few hundred questions; a promise that failed is asked again. */
const remembered = <Q extends object, A extends Calendar | Promise<Procedure>>(find: (question: Q) => A) => {
  const answers = new Map<string, A>()
  const forget = (key: string) => answers.delete(key)
  return (question: Q): A => {
    const key = JSON.stringify(question)
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = find(question)
    if (answer instanceof Promise) answer.catch(() => forget(key))
    if (answers.size >= mostRemembered) answers.clear()
    answers.set(key, answer)
    return answer
  }
}

const mostRemembered = 300
