import type { LocalText } from '../locale.js'
import type { cutOffs as allCutOffs } from './kinds/fact.js'
import type { organisationKinds as allKinds } from './kinds/parties.js'
import type { FactNature } from './read-values.js'

/** What the single parts of an answer are called on a page. */
export const registered: LocalText = { en: 'Id in the register, or else:', 'zh-CN': '登记册编号，如无则填：' }
export const amount: LocalText = { en: 'Amount', 'zh-CN': '金额' }
export const currency: LocalText = { en: 'Currency, such as CNY', 'zh-CN': '币种，如 CNY' }
export const organisationKind: LocalText = { en: 'Kind', 'zh-CN': '机构类型' }
export const country: LocalText = { en: 'Country, such as CN', 'zh-CN': '国家，如 CN' }
export const placeCode: LocalText = { en: 'ISO 3166-2 code, such as CN-ZJ', 'zh-CN': 'ISO 3166-2 代码，如 CN-ZJ' }
export const whole: LocalText = { en: 'The whole of it', 'zh-CN': '全部区域' }
export const where: LocalText = { en: 'Where in it', 'zh-CN': '所在位置' }
export const id: LocalText = { en: 'Id', 'zh-CN': '编号' }

export const cutOffs: Readonly<Record<(typeof allCutOffs)[number], LocalText>> = {
  all: { en: 'All firms', 'zh-CN': '全部企业' },
  above_size: { en: 'Above designated size', 'zh-CN': '规模以上企业' },
  members: { en: 'Members', 'zh-CN': '会员企业' },
}

export const natures: Readonly<Record<FactNature, LocalText>> = {
  actual: { en: 'Actual', 'zh-CN': '实际' },
  provisional: { en: 'Provisional', 'zh-CN': '初步' },
  estimate: { en: 'Estimate', 'zh-CN': '估计' },
  forecast: { en: 'Forecast', 'zh-CN': '预测' },
  target: { en: 'Target', 'zh-CN': '目标' },
}

export const organisationKinds: Readonly<Record<(typeof allKinds)[number], LocalText>> = {
  authority: { en: 'Public authority', 'zh-CN': '行政机关' },
  public_institution: { en: 'Public institution', 'zh-CN': '事业单位' },
  association: { en: 'Association', 'zh-CN': '社会团体' },
  non_profit: { en: 'Non-profit body', 'zh-CN': '非营利组织' },
  firm: { en: 'Firm', 'zh-CN': '企业' },
  university: { en: 'University or institute', 'zh-CN': '高校或科研院所' },
  finance: { en: 'Financial institution', 'zh-CN': '金融机构' },
  foreign: { en: 'Foreign body', 'zh-CN': '境外机构' },
}
