import type { Choice } from '../../form/field.js'
import { told, type Listed } from '../form-fields.js'

const heads: readonly Listed[] = [
  ['government', 'The head of government', '政府主要负责人'],
  ['organisation', 'The head of the cluster organisation', '集群促进机构负责人'],
]

/**
 * What each of the two heads declares (1.3, part 12). The lists are those of the United Nations alone: no government can be
 * asked to declare against the list of another State.
 */
const statements: readonly Listed[] = [
  [
    'interests',
    'declares every interest of his or her own, and of close relatives, in the firms of the cluster and in the programme',
    '已如实申报本人及近亲属在集群企业和本项目中的利益关系',
  ],
  [
    'support',
    'declares to have given no support to persons or bodies listed by the United Nations Security Council',
    '声明未向联合国安理会列名的个人和实体提供支持',
  ],
  [
    'proceedings',
    'declares every past or pending proceeding and penalty against the body that he or she leads',
    '已如实申报所在单位既往和正在进行的诉讼及处罚',
  ],
  ['checks', 'accepts checks on site, of data and of names', '同意接受核查，包括实地核查、数据核查和名单核查'],
  ['truth', 'knows that a false statement means exclusion', '知悉虚假申报即取消申报资格'],
]

/** The ten declarations, each a sentence to be signed. */
export const declarations: readonly Choice[] = heads.flatMap(([by, who, chineseWho]) =>
  statements.map(([what, en, chinese]) => ({
    code: `${by}_${what}`,
    label: told([`${who} ${en}.`, `${chineseWho}${chinese}。`]),
  })),
)
