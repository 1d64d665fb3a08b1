import { z } from 'zod'
import type { RefusedAttempt } from '../../db/reads/logs.js'
import type { LocalText } from '../../domain/locale.js'
import { isRefusalCode, type Refusal } from '../../domain/refusal.js'
import { refusalInBoth } from '../../domain/words/refusals.js'
import { apiProblems } from '../problem-catalogue.js'
import type { Name } from '../../db/schema/programme-tables.js'
import type { RefusedAttemptResponse } from '../contract/logs.js'
import { nameIn } from './person-name.js'

const WithRule = z.object({ rule: z.string() })

/** A refused attempt as auditors read it: with its rule, and in the words the person was told. */
export const attemptView = (
  attempt: RefusedAttempt,
  names: ReadonlyMap<string, Name>,
): z.output<typeof RefusedAttemptResponse> => {
  const { id, at, actor: person, stream, route, commandId: command, code, detail } = attempt
  const ruled = WithRule.safeParse(detail)
  return {
    id,
    at,
    person,
    name: nameIn(names, person),
    stream,
    route,
    command,
    code,
    rule: ruled.success ? ruled.data.rule : null,
    says: told(attempt),
  }
}

/** The sentence of the catalogue; one that is no longer there, or had other facts once, is told by its code. */
const told = ({ code, detail }: RefusedAttempt): LocalText => {
  const plain = { en: code, 'zh-CN': code }
  if (!isRefusalCode(code)) return code in apiProblems ? titleOf(code) : plain
  try {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- code and detail were paired when the refusal was made
    const no = { code, detail } as Refusal
    return refusalInBoth(no).says
  } catch {
    return plain
  }
}

const titleOf = (code: string): LocalText =>
  Object.entries(apiProblems).find(([name]) => name === code)?.[1].title ?? { en: code, 'zh-CN': code }
