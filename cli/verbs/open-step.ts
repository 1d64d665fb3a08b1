import { StepResponse } from '../../api/contract/step.js'
import type { LocalText } from '../../domain/locale.js'
import type { Connection } from '../connection.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { actor } from './verb.js'
import type { AskingOptions } from './verb.js'

/** `1.4a.1` is an id and `1.4a` a key; so are `R0.1` and `R0`. */
export const isStepId = (step: string): boolean => /^(?:\d+\.\d+|[A-Z]\d+)[a-z]?\.\d+$/.test(step)

/** The id of the open step with a key, such as `1.4a.1` for `1.4a`. Refuses a key that is not open and names those that are. */
export const openStep = async (
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
