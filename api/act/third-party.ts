import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { readForms } from '../../db/reads/forms.js'
import { thirdPartyOfToken, type AskedThirdParty } from '../../db/reads/third-parties.js'
import { partsOfItem, thirdPartyLine } from '../../domain/gicc/third-party-line.js'
import { isThirdPartyAnswer } from '../../domain/third-parties.js'
import { keyOf } from '../../domain/values/step-key.js'
import { momentInWords } from '../../domain/words/hours.js'
import type { QuestionShown, TypedAnswer } from '../../web/act/confirm-model.js'
import { followedOn } from '../follow-up/followed-on.js'
import type { ApiParts } from '../parts.js'
import { isPlainText } from '../contract/scalars.js'
import { readPinned } from '../views/pinned-procedure.js'
import { namesByKind } from '../views/base-view.js'
import type { ActBody } from './act-body.js'

/** What a token of somebody outside stands for at this moment; whoever brings a dead one learns nothing else, and not why (0066). */
export type QuestionFound =
  | { readonly is: 'dead' }
  | { readonly is: 'answered' }
  | { readonly is: 'live'; readonly question: AskedThirdParty; readonly shown: QuestionShown; readonly at: string }

/** Looks up a token: its time must not be over, and what was noted must stand as it was noted. */
export const questionOf = async (parts: ApiParts, token: string): Promise<QuestionFound> => {
  const { db } = parts
  const question = await thirdPartyOfToken(db, token)
  if (question === undefined) return { is: 'dead' }
  if (question.isAnswered) return { is: 'answered' }
  const { base: id, activity, until } = question
  const base = await readBase(db, { id })
  if (base === undefined) return { is: 'dead' }
  const at = clockOf(base, parts.clock())
  if (until <= at) return { is: 'dead' }
  const [procedure, state] = await Promise.all([readPinned(parts, base), baseStateOf(db, base)])
  const { items } = await followedOn(parts, { base: id, state, procedure })
  const stands = items.some((item) => item.id === activity && ['recorded', 'done'].includes(item.status))
  const { step } = partsOfItem(activity) ?? {}
  const forms = await readForms(db, { base: id, keys: step === undefined ? [] : [keyOf(step)] })
  const line = stands ? thirdPartyLine(activity, forms) : undefined
  if (line === undefined) return { is: 'dead' }
  const { name: cluster } = namesByKind(base.names, base.cluster)
  const { rehearsal, zone } = base
  const shown = { cluster, line, until: momentInWords(until, zone ?? undefined), rehearsal }
  return { is: 'live', question, at, shown }
}

const mostInLine = 60

/** Reads the answer on the page: a number where it differs, and in which capacity somebody answers. */
export const typedAnswer = ({ posted }: Pick<ActBody, 'posted'>): TypedAnswer => {
  const of = (name: string): string => (posted(name)[0] ?? '').normalize().trim()
  const [said, typed, capacity] = [of('answer'), of('ownNumber').replaceAll(/[\s,，]/g, ''), of('capacity')]
  const answer = isThirdPartyAnswer(said) ? said : undefined
  const ownNumber = answer === 'differs' ? typed : ''
  const isNumber = /^\d{1,12}(\.\d{1,4})?$/.test(ownNumber)
  const isCapacity = capacity !== '' && capacity.length <= mostInLine && isPlainText(capacity)
  return {
    answer,
    ownNumber,
    capacity,
    faults: [
      ...(answer === undefined ? (['answer'] as const) : []),
      ...(answer === 'differs' && !isNumber ? (['ownNumber'] as const) : []),
      ...(isCapacity ? [] : (['capacity'] as const)),
    ],
  }
}
