import type { Locale, LocalText } from '../locale.js'
import { fieldsIn, type Condition } from './condition.js'
import type { FormField, FieldKind } from './field.js'

/** What a kind of field is called. */
export const kindLabels: Readonly<Record<FieldKind, LocalText>> = {
  text: { en: 'Text', 'zh-CN': '文本' },
  number: { en: 'Number', 'zh-CN': '数值' },
  money: { en: 'Money', 'zh-CN': '金额' },
  percentage: { en: 'Percentage', 'zh-CN': '百分比' },
  date: { en: 'Date', 'zh-CN': '日期' },
  period: { en: 'Period', 'zh-CN': '期间' },
  choice: { en: 'Choice', 'zh-CN': '单选' },
  choices: { en: 'Several choices', 'zh-CN': '多选' },
  yes_no: { en: 'Yes or no', 'zh-CN': '是否' },
  person: { en: 'Person', 'zh-CN': '人员' },
  organisation: { en: 'Organisation', 'zh-CN': '机构' },
  place: { en: 'Place', 'zh-CN': '地点' },
  fact: { en: 'Dated figure', 'zh-CN': '统计数据' },
  table: { en: 'Table', 'zh-CN': '表格' },
  file: { en: 'Files', 'zh-CN': '文件' },
  evidence: { en: 'Evidence', 'zh-CN': '佐证材料' },
  checklist: { en: 'Checklist', 'zh-CN': '核对清单' },
  confirmation: { en: 'Confirmation', 'zh-CN': '确认声明' },
  reference: { en: 'Reference', 'zh-CN': '引用' },
}

/** What fits a field, in a few words: its kind, its limits, what can be chosen. */
export const fitInWords = (field: FormField, locale: Locale): string =>
  [kindLabels[field.kind][locale], ...limitsOf(field, locale)].join(locale === 'en' ? ', ' : '，')

const limitsOf = (field: FormField, locale: Locale): readonly string[] => {
  const say = limits[locale]
  switch (field.kind) {
    case 'text':
      return [
        ...(field.both === true ? [say.both] : []),
        say.most(field.lines === 'one' ? field.most : field.most * (locale === 'en' ? 3 : 1)),
        ...(field.least === undefined ? [] : [say.least(field.least)]),
      ]
    case 'number':
      return [field.unit[locale], say.bounds(field.least ?? 0, field.most)]
    case 'fact':
      return [field.unit[locale]]
    case 'choice':
      return [field.choices.map(({ label }) => label[locale]).join(' / ')]
    case 'choices':
      return [say.rows(field.least ?? 1, field.most), field.choices.map(({ label }) => label[locale]).join(' / ')]
    case 'table':
      return [say.rows(field.least ?? 1, field.most), field.columns.map(({ label }) => label[locale]).join(' | ')]
    case 'checklist':
      return [say.items(field.items.length), field.results.map(({ label }) => label[locale]).join(' / ')]
    case 'file':
      return [say.rows(field.least ?? 1, field.most)]
    case 'confirmation':
      return [field.statement[locale]]
    case 'percentage':
      return field.parts === true ? [say.parts] : ['0–100']
    case 'date':
      return field.ahead === undefined ? behindIn(field.behind, say) : [say.ahead]
    case 'period':
      return behindIn(field.behind, say)
    case 'money':
    case 'yes_no':
    case 'person':
    case 'organisation':
    case 'place':
    case 'evidence':
    case 'reference':
      return []
  }
}

const behindIn = (behind: Condition | undefined, say: (typeof limits)[Locale]): readonly string[] =>
  behind === undefined ? [] : [say.behind(fieldsIn(behind).length > 0)]

const limits = {
  en: {
    both: 'in both languages',
    parts: 'numerator and denominator',
    ahead: 'not over yet',
    behind: (sometimes: boolean) => (sometimes ? 'not to come where it is done' : 'not to come'),
    most: (most: number) => `at most ${most} letters`,
    least: (least: number) => `at least ${least}`,
    bounds: (least: number, most: number | undefined) => (most === undefined ? `${least} or more` : `${least}–${most}`),
    rows: (least: number, most: number | undefined) => (most === undefined ? `at least ${least}` : `${least}–${most}`),
    items: (count: number) => `${count} items`,
  },
  'zh-CN': {
    both: '中英文',
    parts: '分子和分母',
    ahead: '不得早于填报日',
    behind: (sometimes: boolean) => (sometimes ? '已完成的不得晚于填报日' : '不得晚于填报日'),
    most: (most: number) => `不超过${most}字`,
    least: (least: number) => `至少${least}字`,
    bounds: (least: number, most: number | undefined) => (most === undefined ? `不小于${least}` : `${least}–${most}`),
    rows: (least: number, most: number | undefined) => (most === undefined ? `至少${least}项` : `${least}–${most}项`),
    items: (count: number) => `${count}项`,
  },
} as const

/** When a field is asked, for whoever reads the form before choosing; nothing for what is always asked. */
export const askedInWords = (
  condition: Condition | undefined,
  { locale, optionLabel }: { readonly locale: Locale; readonly optionLabel: (option: string) => string },
): string => {
  if (condition === undefined) return ''
  if ('option' in condition) {
    const labels = condition.option.map(optionLabel).join(locale === 'en' ? ', ' : '、')
    return locale === 'en' ? `with: ${labels}` : `选择：${labels}`
  }
  return locale === 'en' ? 'depends on other answers' : '视其他填写内容而定'
}
