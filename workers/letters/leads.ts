import { titleOf } from '../../activities/wording.js'
import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import type { LocalText } from '../../domain/locale.js'
import type { Lead, OptionRule, StepDefinition } from '../../domain/procedure.js'
import type { Option, StepKey } from '../../domain/values/step-key.js'

/** Where each answer to a step leads, for whoever chooses one; nothing where it cannot be said in a line. */
export const leadsOf = ({ options }: StepDefinition): Readonly<Record<Option, LocalText>> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([option, rule]) => {
      const told = leadInWords(rule)
      return told === undefined ? [] : [[option, told]]
    }),
  )

const leadInWords = ({ leads, says }: OptionRule): LocalText | undefined => {
  const where = whereTo(leads)
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
