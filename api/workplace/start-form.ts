import type { ProcedureId } from '../../domain/procedure-id.js'
import { procedureIds } from '../../domain/procedure-id.js'
import type { Malformed } from '../../domain/cluster-record-form.js'
import { localText, type LocalText } from '../../domain/locale.js'
import type { FieldChoice } from '../../web/work/contract-form.js'
import { NominationRequest } from '../contract/base.js'
import { ClusterCells } from '../contract/cluster.js'
import { registering } from '../contract/commands/register.js'
import { figureFaultInWords } from '../nominations/figure-words.js'
import type { FieldWords } from './contract-form.js'

const procedureWords: Readonly<Record<ProcedureId, LocalText>> = {
  full: localText('The full procedure', '完整程序'),
  light: localText('The light procedure', '简化程序'),
}

/** What a nomination is asked for beside its cluster; the call is the one that is open. */
const nominating: Readonly<Record<string, FieldWords>> = {
  invited: {
    label: localText('The place was invited already: the dossier is awaited at once', '已邀请该地：立即等待申报材料'),
  },
  procedure: {
    label: localText('Procedure', '适用程序'),
    hint: localText('Left empty: the procedure of the programme.', '不填即适用本项目的程序。'),
    choices: procedureIds.map((code) => ({ code, label: procedureWords[code] })),
  },
}

/** The form of a nomination of a cluster the programme knows: the contract of the route a program sends it to. */
export const knownForm = (clusters: readonly FieldChoice[]) => ({
  schema: NominationRequest,
  fields: { cluster: { label: localText('Cluster', '集群'), choices: clusters }, ...nominating },
})

const { name, place, government } = registering.add_names.body.shape

const NewCluster = NominationRequest.omit({ cluster: true, call: true })
  .extend(ClusterCells.shape)
  .extend({ chinese_name: name, chinese_place: place.optional(), chinese_government: government.optional() })

/** What it is called in Chinese. */
const chinese: Readonly<Record<string, FieldWords>> = {
  chinese_place: {
    label: localText('The place in Chinese', '所在地中文名称'),
    hint: localText(
      'Chinese pages, letters and papers bear it. Left empty: they bear the English one until an administrator adds it.',
      '用于中文页面、函件和文件。不填则沿用英文名称，直至系统管理员补录。',
    ),
  },
  chinese_government: { label: localText('The public authority in Chinese', '政府部门中文名称') },
  chinese_name: {
    label: localText('The cluster in Chinese', '集群中文名称'),
    hint: localText(
      'Left empty: as the place writes it, where that is Chinese.',
      '不填：当地名称为中文的，即用当地名称。',
    ),
  },
}

/** The same with a cluster that is entered: the columns of a nomination file beside it. */
export const newForm = (categories: readonly FieldChoice[]) => ({
  schema: NewCluster,
  fields: {
    id: {
      label: localText('Number of the cluster', '集群编号'),
      hint: localText(
        'Short and for good, such as C09-yueqing; the base is named by it.',
        '简短且不再更改，例如 C09-yueqing；基地以此编号。',
      ),
    },
    name_en: { label: localText('Name in English', '英文名称') },
    name_local: { label: localText('Name as the place writes it', '当地文字名称') },
    name_local_lang: {
      label: localText('Language of that name', '当地名称所用语言'),
      hint: localText('BCP 47, such as zh, vi or it.', 'BCP 47 语言标签，例如 zh、vi、it。'),
    },
    country: { label: localText('Country', '国家') },
    iso_3166_1_alpha2: {
      label: localText('Code of the country', '国家代码'),
      hint: localText('Such as CN.', '例如 CN。'),
    },
    province_or_state: { label: localText('Province or state', '省（州）') },
    iso_3166_2: {
      label: localText('Code of the province', '省（州）代码'),
      hint: localText('Such as CN-ZJ.', '例如 CN-ZJ。'),
    },
    prefecture: { label: localText('Prefecture', '地级市') },
    county_or_district: { label: localText('County or district', '县（市、区）') },
    gb_t_2260_code: {
      label: localText('Administrative code (GB/T 2260)', '行政区划代码（GB/T 2260）'),
      hint: localText('Six digits, for places in China.', '六位数字，限中国境内地区。'),
    },
    government_level: { label: localText('Level of the government', '政府层级') },
    possible_counterpart_government: { label: localText('Public authority of the place', '当地政府部门') },
    ...chinese,
    programme_category: { label: localText('Industry category', '产业类别'), choices: categories },
    isic_rev4: {
      label: localText('ISIC codes', 'ISIC 代码'),
      hint: localText('Codes of ISIC Rev. 4 with spaces between.', 'ISIC Rev. 4 代码，以空格分隔。'),
    },
    figures: {
      label: localText('Figures', '数据'),
      hint: localText(
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
  const says = localText(`must be ${needs.en}`, `应为${needs['zh-CN']}`)
  if (field === 'industry') return { name: 'programme_category', says }
  if (field in ClusterCells.shape) return { name: field, says }
  return {
    name: 'figures',
    says: localText(
      `${field} must be ${needs.en}`,
      `${field} 不符合要求：每行一项，六个部分以冒号分隔，年份不详填 null`,
    ),
  }
}

/** What is wrong where another cluster of the programme bears the number already. */
export const takenFault: FieldFaultOfStart = {
  name: 'id',
  says: localText(
    'is the number of another cluster of this programme; choose another one, or start that cluster as one the programme knows',
    '该编号已属本项目另一集群；请另选编号，或在“项目已有集群”中启动该集群',
  ),
}
