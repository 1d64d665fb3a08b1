import type { ProcedureId } from '../../domain/procedure-id.js'
import { procedureIds } from '../../domain/procedure-id.js'
import type { Malformed } from '../../domain/cluster-record-form.js'
import type { LocalText } from '../../domain/locale.js'
import type { FieldChoice } from '../../web/work/contract-form.js'
import { NominationRequest } from '../contract/base.js'
import { ClusterCells } from '../contract/cluster.js'
import { registering } from '../contract/commands/register.js'
import { figureFaultInWords } from '../nominations/figure-words.js'
import type { FieldWords } from './contract-form.js'

const both = (en: string, zh: string): LocalText => ({ en, 'zh-CN': zh })

const procedureWords: Readonly<Record<ProcedureId, LocalText>> = {
  full: both('The full procedure', '完整程序'),
  light: both('The light procedure', '简化程序'),
}

/** What a nomination is asked for beside its cluster; the call is the one that is open. */
const nominating: Readonly<Record<string, FieldWords>> = {
  invited: {
    label: both('The place was invited already: the dossier is awaited at once', '已邀请该地：立即等待申报材料'),
  },
  procedure: {
    label: both('Procedure', '适用程序'),
    hint: both('Left empty: the procedure of the programme.', '不填即适用本项目的程序。'),
    choices: procedureIds.map((code) => ({ code, label: procedureWords[code] })),
  },
}

/** The form of a nomination of a cluster the programme knows: the contract of the route a program sends it to. */
export const knownForm = (clusters: readonly FieldChoice[]) => ({
  schema: NominationRequest,
  fields: { cluster: { label: both('Cluster', '集群'), choices: clusters }, ...nominating },
})

const { name, place, government } = registering.add_names.body.shape

const NewCluster = NominationRequest.omit({ cluster: true, call: true })
  .extend(ClusterCells.shape)
  .extend({ chinese_name: name, chinese_place: place.optional(), chinese_government: government.optional() })

/** What it is called in Chinese. */
const chinese: Readonly<Record<string, FieldWords>> = {
  chinese_place: {
    label: both('The place in Chinese', '所在地中文名称'),
    hint: both(
      'Chinese pages, letters and papers bear it. Left empty: they bear the English one until an administrator adds it.',
      '用于中文页面、函件和文件。不填则沿用英文名称，直至系统管理员补录。',
    ),
  },
  chinese_government: { label: both('The public authority in Chinese', '政府部门中文名称') },
  chinese_name: {
    label: both('The cluster in Chinese', '集群中文名称'),
    hint: both('Left empty: as the place writes it, where that is Chinese.', '不填：当地名称为中文的，即用当地名称。'),
  },
}

/** The same with a cluster that is entered: the columns of a nomination file beside it. */
export const newForm = (categories: readonly FieldChoice[]) => ({
  schema: NewCluster,
  fields: {
    id: {
      label: both('Number of the cluster', '集群编号'),
      hint: both(
        'Short and for good, such as C09-yueqing; the base is named by it.',
        '简短且不再更改，例如 C09-yueqing；基地以此编号。',
      ),
    },
    name_en: { label: both('Name in English', '英文名称') },
    name_local: { label: both('Name as the place writes it', '当地文字名称') },
    name_local_lang: {
      label: both('Language of that name', '当地名称所用语言'),
      hint: both('BCP 47, such as zh, vi or it.', 'BCP 47 语言标签，例如 zh、vi、it。'),
    },
    country: { label: both('Country', '国家') },
    iso_3166_1_alpha2: { label: both('Code of the country', '国家代码'), hint: both('Such as CN.', '例如 CN。') },
    province_or_state: { label: both('Province or state', '省（州）') },
    iso_3166_2: { label: both('Code of the province', '省（州）代码'), hint: both('Such as CN-ZJ.', '例如 CN-ZJ。') },
    prefecture: { label: both('Prefecture', '地级市') },
    county_or_district: { label: both('County or district', '县（市、区）') },
    gb_t_2260_code: {
      label: both('Administrative code (GB/T 2260)', '行政区划代码（GB/T 2260）'),
      hint: both('Six digits, for places in China.', '六位数字，限中国境内地区。'),
    },
    government_level: { label: both('Level of the government', '政府层级') },
    possible_counterpart_government: { label: both('Public authority of the place', '当地政府部门') },
    ...chinese,
    programme_category: { label: both('Industry category', '产业类别'), choices: categories },
    isic_rev4: {
      label: both('ISIC codes', 'ISIC 代码'),
      hint: both('Codes of ISIC Rev. 4 with spaces between.', 'ISIC Rev. 4 代码，以空格分隔。'),
    },
    figures: {
      label: both('Figures', '数据'),
      hint: both(
        'One a line: measure:value:unit:year:quality:territory, such as enterprises:12000:enterprises:2023:official:Yueqing. Where the source gives no year, write null.',
        '每行一项：指标:数值:单位:年份:来源:地域，例如 enterprises:12000:enterprises:2023:official:Yueqing。来源未注明年份的填 null。',
      ),
    },
    ...nominating,
  },
})

interface FieldFaultOfStart {
  readonly name: string
  readonly says: LocalText
}

/** What is wrong with a figure, a place or a category of a record that was entered, at the field it stands in. */
export const recordFault = ({ field, needs, figure }: Malformed): FieldFaultOfStart => {
  if (figure !== undefined) return { name: 'figures', says: figureFaultInWords(figure, needs) }
  const says = both(`must be ${needs.en}`, `应为${needs['zh-CN']}`)
  if (field === 'industry') return { name: 'programme_category', says }
  if (field in ClusterCells.shape) return { name: field, says }
  return {
    name: 'figures',
    says: both(`${field} must be ${needs.en}`, `${field} 不符合要求：每行一项，六个部分以冒号分隔，年份不详填 null`),
  }
}

/** What is wrong where another cluster of the programme bears the number already. */
export const takenFault: FieldFaultOfStart = {
  name: 'id',
  says: both(
    'is the number of another cluster of this programme; choose another one, or start that cluster as one the programme knows',
    '该编号已属本项目另一集群；请另选编号，或在“项目已有集群”中启动该集群',
  ),
}
