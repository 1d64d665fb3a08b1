import { titleOf } from '../../activities/wording.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { leadHere } from '../../domain/lead-here.js'
import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import type { LocalText } from '../../domain/locale.js'
import type { Lead, OptionRule, Procedure } from '../../domain/procedure.js'
import type { BaseState, StepState } from '../../domain/state.js'
import type { Option, StepKey } from '../../domain/values/step-key.js'

interface Asked {
  readonly step: StepState
  readonly options: readonly Option[]
  readonly procedure: Procedure
}

/** Where each of these answers to a step leads as the base stands, for whoever chooses one; nothing where it cannot be said in a line. */
export const leadsOf = (state: BaseState, { step, options, procedure }: Asked): Readonly<Record<Option, LocalText>> =>
  Object.fromEntries(
    options.flatMap((option) => {
      const lead = leadHere(state, { step, option, procedure, story: lifeOf })
      const told = leadInWords(lead, procedure.steps[step.key]?.options[option])
      return told === undefined ? [] : [[option, told]]
    }),
  )

const leadInWords = (lead: Lead | undefined, rule: OptionRule | undefined): LocalText | undefined => {
  const where = lead && whereTo(lead)
  const says = rule?.says
  if (says === undefined) return where
  if (where === undefined) return { en: 'please say why', 'zh-CN': '请说明理由' }
  return { en: `please say why; ${where.en}`, 'zh-CN': `请说明理由；${where['zh-CN']}` }
}

const whereTo = (leads: Lead): LocalText | undefined => {
  if ('end' in leads) {
    const { en, 'zh-CN': chinese } = lifecycle[leads.end].label
    return { en: `the matter then ends as "${en}"`, 'zh-CN': `本事项即告结束，状态为“${chinese}”` }
  }
  if ('back' in leads) return named([leads.back], { en: 'it goes back to', 'zh-CN': '退回' })
  if ('to' in leads)
    return leads.to.length > most ? undefined : named(leads.to, { en: 'next comes', 'zh-CN': '随后为' })
  if ('stage' in leads) {
    const { en, 'zh-CN': chinese } = stageLabel[leads.stage]
    return { en: `then begins: ${en}`, 'zh-CN': `随后进入“${chinese}”阶段` }
  }
  return undefined
}

/** A reader counts no more next steps than these. */
const most = 2

const named = (keys: readonly StepKey[], begins: LocalText): LocalText => ({
  en: `${begins.en} ${keys.map((key) => `"${titleOf(key).en}"`).join(' and ')}`,
  'zh-CN': `${begins['zh-CN']}${keys.map((key) => `“${titleOf(key)['zh-CN']}”`).join('和')}`,
})
