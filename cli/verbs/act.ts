import type { Command } from 'commander'
import { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { StepResponse } from '../../api/contract/step.js'
import type { Connection } from '../connection.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { readJson } from '../sample-data.js'
import { codeOption, ofBase, ofStep, send, sentBy } from './accepted.js'
import { actor, asOption, verb } from './verb.js'
import type { Asking } from './verb.js'

interface Reasoned extends Asking {
  readonly code?: string
  readonly reason?: string
}
interface Deciding extends Reasoned {
  readonly seen?: readonly string[]
  readonly facts?: string
  /** Commander sets it to false when `--no-interest` is given. */
  readonly interest?: boolean
}

/** Adds the verbs by which a person acts on a base: `decide`, `comment`, `hold`, `resume`, `withdraw`. */
export const addActing = (program: Command): void => {
  addDecide(program)
  addComment(program)
  addWhole(program, {
    usage: 'hold <base>',
    path: 'holds',
    says: 'Stop the clocks of a base.',
    example: 'hold gasme-C09-yueqing-1 --code FMJ --reason "typhoon"',
  })
  addWhole(program, {
    usage: 'resume <base>',
    path: 'resumptions',
    says: 'Let the clocks of a held base run again.',
    example: 'resume gasme-C09-yueqing-1',
  })
  addWhole(program, {
    usage: 'withdraw <base>',
    path: 'withdrawals',
    says: 'Withdraw a nomination, as the place that made it.',
    example: 'withdraw gasme-C09-yueqing-1 --code WDR --as p-C09-yueqing-lg',
  })
}

const addDecide = (program: Command): void => {
  verb(program, {
    usage: 'decide <base> <step> <option>',
    says: 'Decide an open step. The step is its id (1.4a.1) or, while one of that kind is open, its key (1.4a).',
    examples: [
      'decide gasme-C09-yueqing-1 1.4a complete --as p-so-1',
      'decide gasme-C09-yueqing-1 1.4a return --code INC --reason "part 13 is missing" --as p-so-1',
      'decide gasme-C09-yueqing-1 3.9a approve --seen <sha256> <sha256> --as p-lc-3',
    ],
  })
    .addOption(codeOption())
    .option('--reason <text>', 'the reason in words')
    .option('--seen <sha256...>', 'hashes of the text you have read, where the step shows one')
    .option('--no-interest', 'say that you have no interest in this base, where the step asks')
    .option('--facts <file>', 'JSON with what the step must bring: dossier, sheet, report or team')
    .addOption(asOption())
    .action(async (base: string, step: string, option: string, wanted: Deciding) => {
      await sentBy(wanted, (connection) => decide(connection, { base, step, option, wanted }))
    })
}

const decide = async (
  connection: Connection,
  { base, step, option, wanted }: { base: string; step: string; option: string; wanted: Deciding },
): Promise<z.infer<typeof AcceptedResponse>> => {
  const { code, reason, seen, facts, interest } = wanted
  const id = isStepId(step) ? step : await openStep(connection, { base, key: step, wanted })
  return connection.client.post(ofStep(base, { step: id, rest: 'decisions' }), {
    ...actor(wanted, connection),
    schema: AcceptedResponse,
    body: {
      option,
      code,
      reason,
      seen,
      ...(interest === false ? { noInterest: true } : {}),
      ...(facts === undefined ? {} : { facts: readJson(facts, z.record(z.string(), z.unknown())) }),
    },
  })
}

/** `1.4a.1` is an id and `1.4a` a key; so are `R0.1` and `R0`. */
const isStepId = (step: string): boolean => /^(?:\d+\.\d+|[A-Z]\d+)[a-z]?\.\d+$/.test(step)

/** The id of the open step with a key, such as `1.4a.1` for `1.4a`. Refuses a key that is not open and names those that are. */
const openStep = async (
  connection: Connection,
  { base, key, wanted }: { base: string; key: string; wanted: Asking },
): Promise<string> => {
  const open = await connection.client.all(`/bases/${encodeURIComponent(base)}/steps?open=true`, {
    ...actor(wanted, connection),
    schema: StepResponse,
  })
  const found = open.find((step) => step.key === key)
  if (found !== undefined) return found.id
  throw new CliFailure(
    threePart({
      got: `step ${key} of ${base} is not open`,
      allowed: open.length === 0 ? 'nothing is open there' : `open: ${open.map(({ id }) => id).join(', ')}`,
      todo: 'choose one of the open steps',
    }),
    exits.refused,
  )
}

const addComment = (program: Command): void => {
  verb(program, {
    usage: 'comment <base> <text>',
    says: 'Put a remark on the record of a base.',
    examples: [
      'comment gasme-C09-yueqing-1 "map received by post"',
      'comment gasme-C09-yueqing-1 "see p. 3" --step 1.4a.1',
    ],
  })
    .option('--step <id>', 'the step it is about')
    .addOption(asOption())
    .action(async (base: string, text: string, wanted: Asking & { readonly step?: string }) => {
      await send({ wanted, to: ofBase(base, 'comments'), body: { text, step: wanted.step } })
    })
}

/** A verb about the whole base that sends a code and a reason. */
const addWhole = (
  program: Command,
  { usage, path, says, example }: { usage: string; path: string; says: string; example: string },
): void => {
  const command = verb(program, { usage, says, examples: [example, `${example} --json`] })
  if (path !== 'resumptions') command.addOption(codeOption().makeOptionMandatory())
  command
    .option('--reason <text>', 'the reason in words')
    .addOption(asOption())
    .action(async (base: string, wanted: Reasoned) => {
      await send({ wanted, to: ofBase(base, path), body: { code: wanted.code, reason: wanted.reason } })
    })
}
