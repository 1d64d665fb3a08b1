import { evidenceClasses, type FigurePart, type Malformed } from '../../domain/cluster-record-form.js'
import type { LocalText } from '../../domain/locale.js'

const figureParts: Readonly<Record<FigurePart, { readonly called: LocalText; readonly needs: string }>> = {
  value: { called: { en: 'value', 'zh-CN': '数值' }, needs: '数字' },
  unit: { called: { en: 'unit', 'zh-CN': '单位' }, needs: '单位名称，例如 CNY billion' },
  territory: { called: { en: 'territory', 'zh-CN': '地域' }, needs: '数据所指的地域' },
  year: { called: { en: 'year', 'zh-CN': '年份' }, needs: '年份，例如 2023；来源未注明的填 null' },
  source_quality: {
    called: { en: 'quality', 'zh-CN': '质量' },
    needs: `以下之一：${Object.keys(evidenceClasses).join('；')}`,
  },
}

type Figure = NonNullable<Malformed['figure']>

/** What one part of one figure must be, in Chinese, without a full stop. */
export const figureFaultInChinese = ({ part, measure }: Figure): string =>
  `“${measure}”一行的${figureParts[part].called['zh-CN']}应为${figureParts[part].needs}`

/** What is wrong with one part of one line of figures. */
export const figureFaultInWords = (figure: Figure, needs: string): LocalText => ({
  en: `in the line of “${figure.measure}” the ${figureParts[figure.part].called.en} must be ${needs}`,
  'zh-CN': figureFaultInChinese(figure),
})
