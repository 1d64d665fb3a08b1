import type { ChineseNames } from '../../domain/cluster-words.js'
import type { LocalText } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'

/** The fields and columns in which a cluster is named in Chinese. */
export type ChineseField = 'chinese_name' | 'chinese_place' | 'chinese_government'

/** What is wrong with the Chinese names of a cluster, at the field it stands in. */
export interface ChineseFault {
  readonly name: ChineseField
  readonly says: LocalText
}

type Typed = Partial<Readonly<Record<'name' | 'place' | 'government', string | undefined>>>

/**
 * The Chinese names that were typed; what the register has already is not said twice, and nothing else takes its place here. Place
 * and government are named together.
 */
export const chineseOf = (
  { name, place, government }: Typed,
  stands: ChineseNames | undefined,
): { readonly chinese: ChineseNames | undefined } | ChineseFault => {
  if (name === undefined && place === undefined && government === undefined) return { chinese: undefined }
  if (place === undefined) return halfNamedFault('chinese_place')
  if (government === undefined) return halfNamedFault('chinese_government')
  const isSame = stands?.place === place && stands.government === government && (name ?? stands.name) === stands.name
  return stands === undefined || isSame ? { chinese: { place, government, ...defined({ name }) } } : otherNamesFault
}

const halfNamedFault = (name: ChineseField): ChineseFault => ({
  name,
  says: {
    en: 'place and public authority are named in Chinese together; give this one too, or leave all three empty',
    'zh-CN': '所在地和政府部门的中文名称须一并填写；请补填此项，或三项均不填',
  },
})

const otherNamesFault: ChineseFault = {
  name: 'chinese_place',
  says: {
    en: 'the register has Chinese names of this cluster already; leave these fields empty, and have the names corrected there',
    'zh-CN': '登记簿已有该集群的中文名称；请将中文名称各项留空，如需更正请在登记簿办理',
  },
}
