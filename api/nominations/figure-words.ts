import type { FigurePart, Malformed } from '../../domain/cluster-record-form.js'
import type { LocalText } from '../../domain/locale.js'

const figureParts: Readonly<Record<FigurePart, LocalText>> = {
  value: { en: 'value', 'zh-CN': '数值' },
  unit: { en: 'unit', 'zh-CN': '单位' },
  territory: { en: 'territory', 'zh-CN': '地域' },
  year: { en: 'year', 'zh-CN': '年份' },
  source_quality: { en: 'quality', 'zh-CN': '质量' },
}

type Figure = NonNullable<Malformed['figure']>

/** What is wrong with one part of one line of figures, without a full stop. */
export const figureFaultInWords = ({ part, measure }: Figure, needs: LocalText): LocalText => ({
  en: `in the line of “${measure}” the ${figureParts[part].en} must be ${needs.en}`,
  'zh-CN': `“${measure}”一行的${figureParts[part]['zh-CN']}应为${needs['zh-CN']}`,
})
