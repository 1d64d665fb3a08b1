import { inEveryLanguage, reasonOf, titleOf, wordsOf } from '../../activities/wording.js'
import { lifeOf } from '../../domain/gicc/life.js'
import type { LocalText } from '../../domain/locale.js'
import type { Procedure } from '../../domain/procedure.js'
import { redressMeaningOf } from '../../domain/redress.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import { matterOf, type BaseState, type StepOutcome, type StepState } from '../../domain/state.js'
import { contestedBy } from '../../domain/contested.js'
import { tell } from '../../domain/telling.js'
import { colourLabel } from '../../domain/words/criteria.js'
import { redressMeans } from '../../domain/words/redress.js'
import { defined } from '../../domain/values/defined.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { MailFacts } from '../../mail/letter.js'

interface Asked {
  readonly step: StepState
  readonly procedure: Procedure
}

/** What a letter on a step of redress tells beside the step: the decision that is contested, and what each answer means for it (8.9). */
export const redressFactsOf = (
  state: BaseState,
  { step, procedure }: Asked,
): Pick<MailFacts, 'contested' | 'means'> => {
  const meaning = redressMeaningOf(procedure.steps[step.key])
  if (meaning === undefined) return {}
  return defined({ means: redressMeans[meaning], contested: contestedIn(state, { step, procedure }) })
}

/** The decision that would end the base or the matter; else the result of the extraordinary review it belongs to, or the colour of the year. */
const contestedIn = (state: BaseState, { step, procedure }: Asked): LocalText | undefined => {
  const contested = contestedBy(tell(lifeOf(state), { state, procedure }), step)
  const decided = contested === undefined ? undefined : state.stage?.steps[contested]
  if (decided?.outcome !== undefined && decided.matter === step.matter)
    return decisionInWords(decided.key, decided.outcome)
  const { reviews, extraordinary = [] } = state.facts
  const beside = matterOf(state, step)?.matter === 'extraordinary_review' ? extraordinary.at(-1) : undefined
  const yearly = reviews.at(-1)
  if (beside !== undefined) return resultInWords(beside, { en: 'extraordinary review', 'zh-CN': '特别评估' })
  return yearly && resultInWords(yearly, { en: `yearly review ${yearly.year}`, 'zh-CN': `${yearly.year}年度评估` })
}

const resultInWords = (
  { colour, code }: { readonly colour: string; readonly code?: ReasonCode },
  review: LocalText,
): LocalText =>
  inEveryLanguage(
    (locale) => `${review[locale]}${between[locale]}${colourLabel(colour, locale)}${becauseOf(code)[locale]}`,
  )

const decisionInWords = (key: StepKey, { option, code }: StepOutcome): LocalText =>
  inEveryLanguage(
    (locale) =>
      `${titleOf(key)[locale]}${between[locale]}${wordsOf({ key, option })[locale]}${becauseOf(code)[locale]}`,
  )

const becauseOf = (code: ReasonCode | undefined): LocalText => {
  if (code === undefined) return { en: '', 'zh-CN': '' }
  const reason = reasonOf(code)
  return { en: ` (${reason.en})`, 'zh-CN': `（${reason['zh-CN']}）` }
}

const between: LocalText = { en: ': ', 'zh-CN': '：' }
