import type { GateTold } from '../gates.js'
import type { Locale, LocalText } from '../locale.js'
import type { GateKey } from '../procedure.js'
import { gateLabels } from './nomination.js'

/** What a reading of a gate is counted in; without one it is a yes or no. */
const units: Readonly<Partial<Record<GateKey, LocalText>>> = {
  G2: { en: 'full years', 'zh-CN': '整年' },
  G3: { en: 'years', 'zh-CN': '年' },
  G5: { en: 'CNY bn', 'zh-CN': '亿元人民币' },
  G6: { en: 'firms', 'zh-CN': '家' },
  G7: { en: 'incidents', 'zh-CN': '起' },
  G9: { en: 'bases', 'zh-CN': '个基地' },
}

/** Gates, each with what was declared, what was accepted where that is another reading, and what it asks (6.1). */
export const gatesInWords = (gates: readonly GateTold[], locale: Locale): string =>
  gates.map((gate) => gateInWords(gate, locale)).join(locale === 'en' ? '; ' : '；')

/** Readings that are to be looked at: each with what was declared and what was accepted. */
export const otherReadings = (gates: readonly GateTold[]): LocalText => ({
  en: `Read otherwise than declared, or not passed: ${gatesInWords(gates, 'en')}.`,
  'zh-CN': `采信值与申报值不同或未通过的资格条件：${gatesInWords(gates, 'zh-CN')}。`,
})

const gateInWords = (told: GateTold, locale: Locale): string => {
  const { gate, limit, declared, accepted } = told
  const isEnglish = locale === 'en'
  const read = (value: number | null): string => readingInWords(value, { gate, locale })
  const asks =
    'least' in limit
      ? `${isEnglish ? 'asks at least' : '要求不低于'} ${read(limit.least)}`
      : `${isEnglish ? 'asks at most' : '要求不超过'} ${read(limit.most)}`
  const isOther = declared !== accepted
  const readings = isOther
    ? [`${isEnglish ? 'declared' : '申报'} ${read(declared)}`, `${isEnglish ? 'accepted' : '采信'} ${read(accepted)}`]
    : [read(accepted)]
  const parts = [...readings, ...(isYesOrNo(gate) ? [] : [asks])]
  const said = parts.join(isEnglish ? ', ' : '，')
  return isEnglish ? `${gate} "${gateLabels[gate].en}" (${said})` : `${gate}“${gateLabels[gate]['zh-CN']}”（${said}）`
}

/** What a gate asks, as a paper prints it. */
export const gateLimitInWords = ({ gate, limit }: Pick<GateTold, 'gate' | 'limit'>): LocalText => {
  const value = 'least' in limit ? limit.least : limit.most
  const [en, chinese] = [
    readingInWords(value, { gate, locale: 'en' }),
    readingInWords(value, { gate, locale: 'zh-CN' }),
  ]
  if (isYesOrNo(gate)) return { en, 'zh-CN': chinese }
  return 'least' in limit
    ? { en: `at least ${en}`, 'zh-CN': `不低于${chinese}` }
    : { en: `at most ${en}`, 'zh-CN': `不超过${chinese}` }
}

/** A reading with its unit: the one that was accepted, or any other of the gate. */
export const gateReadingInWords = ({ gate, accepted }: Pick<GateTold, 'gate' | 'accepted'>): LocalText => ({
  en: readingInWords(accepted, { gate, locale: 'en' }),
  'zh-CN': readingInWords(accepted, { gate, locale: 'zh-CN' }),
})

const isYesOrNo = (gate: GateKey): boolean => gate === 'G1' || gate === 'G10' || gate === 'G11'

const readingInWords = (
  value: number | null,
  { gate, locale }: { readonly gate: GateKey; readonly locale: Locale },
): string => {
  const isEnglish = locale === 'en'
  if (value === null) return isEnglish ? 'cannot be read' : '无法读取'
  if (isYesOrNo(gate)) return value >= 1 ? (isEnglish ? 'yes' : '是') : isEnglish ? 'no' : '否'
  if (gate === 'G4') return `${Math.round(value * 1000) / 10} %`
  const said = gate === 'G5' && !isEnglish ? Math.round(value * 1000) / 100 : value
  return `${said} ${units[gate]?.[locale] ?? ''}`.trim()
}
