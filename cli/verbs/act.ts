import type { Command } from 'commander'
import { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { StepResponse } from '../../api/contract/step.js'
import type { Connection } from '../connection.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { readJson } from '../sample-data.js'
import { codeOption, ofStep, sentBy } from './accepted.js'
import { actor, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import type { LocalText } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'

interface Deciding extends AskingOptions {
  readonly code?: string
  readonly reason?: string
  readonly seen?: readonly string[]
  readonly facts?: string
  /** Commander sets it to false when `--no-interest` is given. */
  readonly interest?: boolean
}

/** Adds `decide`, which finds the open step by its key and reads what the step must bring from a file. */
export const addDecide = (program: Command): void => {
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
      ...defined({
        noInterest: interest === false ? true : undefined,
        facts: facts === undefined ? undefined : readJson(facts, z.record(z.string(), z.unknown())),
      }),
    },
  })
}

/** `1.4a.1` is an id and `1.4a` a key; so are `R0.1` and `R0`. */
const isStepId = (step: string): boolean => /^(?:\d+\.\d+|[A-Z]\d+)[a-z]?\.\d+$/.test(step)

/** The id of the open step with a key, such as `1.4a.1` for `1.4a`. Refuses a key that is not open and names those that are. */
const openStep = async (
  connection: Connection,
  { base, key, wanted }: { base: string; key: string; wanted: AskingOptions },
): Promise<string> => {
  const open = await connection.client.all(`/bases/${encodeURIComponent(base)}/steps?open=true`, {
    ...actor(wanted, connection),
    schema: StepResponse,
  })
  const found = open.find((step) => step.key === key)
  if (found !== undefined) return found.id
  throw new CliFailure(
    threePart({
      got: { en: `step ${key} of ${base} is not open`, 'zh-CN': `${base} 的步骤 ${key} 未开启` },
      allowed: openThere(open.map(({ id }) => id)),
      todo: { en: 'choose one of the open steps', 'zh-CN': '请选择已开启的步骤' },
    }),
    exits.refused,
  )
}

const openThere = (ids: readonly string[]): LocalText =>
  ids.length === 0
    ? { en: 'nothing is open there', 'zh-CN': '该基地没有已开启的步骤' }
    : { en: `open: ${ids.join(', ')}`, 'zh-CN': `已开启：${ids.join('、')}` }
