import type { OptionalClause } from '../../../text/model.js'
import { paragraph, said } from './telling.js'

/** Clauses that are put in where they are wanted, each at the end of the clause it belongs to. */
export const options: readonly OptionalClause[] = [
  {
    id: 'clo_side',
    class: 'material',
    offered: said('the cluster organisation signs as third participant', '集群促进机构作为第三方签署'),
    clause: 'participants',
    paragraphs: [
      paragraph(
        'participants.clo_side',
        said(
          'The Cluster Organisation takes part as a participant for sections {ref:plans}, {ref:committee}, {ref:office}, {ref:confidentiality}, {ref:personal_data}, {ref:marks} and {ref:after_end}. It prepares plans and reports, keeps the secretariat and answers for its data.',
          '集群促进机构作为一方，就{ref:plans}、{ref:committee}、{ref:office}、{ref:confidentiality}、{ref:personal_data}、{ref:marks}和{ref:after_end}参与合作，负责编制规划计划和报告、承担秘书处工作，并对所提供数据负责。',
        ),
      ),
    ],
    rewords: [{ language: 'zh-CN', from: '双方', to: '各方' }],
  },
  {
    id: 'joint_authority',
    class: 'material',
    offered: said('no single government covers the whole territory', '没有单一政府统辖全部范围'),
    clause: 'participants',
    paragraphs: [
      paragraph(
        'participants.joint_authority',
        said(
          '{joint.list} act together as “the Government”. {joint.lead} coordinates and receives notices for all; each answers for its own territory. If one leaves, the others go on and the Alliance examines the territory anew.',
          '{joint.list}共同作为本备忘录的一方（以下统称“各地政府”），由{joint.lead}牵头协调并代收通知，各自对本行政区域负责。其中一方退出的，其余各方继续合作，由联盟对基地范围重新评估。',
        ),
      ),
    ],
  },
  {
    id: 'superior_note',
    class: 'material',
    offered: said('a superior authority wants to be named', '上级主管机关希望列名'),
    clause: 'participants',
    paragraphs: [
      paragraph(
        'participants.superior_note',
        said(
          '{superior.full} has taken note of this memorandum; it is not a participant.',
          '{superior.full}知悉本备忘录，不作为签署方。',
        ),
      ),
    ],
  },
  {
    id: 'licence_inside',
    class: 'material',
    offered: said('no separate licence is wanted', '不另行签署使用许可'),
    clause: 'marks',
    paragraphs: [
      paragraph(
        'marks.licence_inside',
        said(
          'The licence of marks is annex {ref:annex_4} and takes effect with the launch.',
          '标识使用许可见附件{ref:annex_4}，自基地启动之日起生效。',
        ),
      ),
    ],
  },
  {
    id: 'finance_support',
    class: 'normal',
    offered: said('support with access to finance is to be made concrete', '拟将融资支持具体化'),
    clause: 'areas',
    paragraphs: [
      paragraph(
        'areas.finance_support',
        said(
          'The participants will invite banks and guarantee bodies to meet enterprises of the Base twice a year. They give no guarantee and advise no one to borrow.',
          '双方每年两次组织银行和担保机构与基地企业对接，不提供担保，不就具体融资提出建议。',
        ),
      ),
    ],
  },
  {
    id: 'learning_visits',
    class: 'normal',
    offered: said('always offered, effective for a role model', '随时可选，基地为标杆基地时适用'),
    clause: 'review',
    paragraphs: [
      paragraph(
        'review.learning_visits',
        said(
          'A Base that bears the title of role model receives one learning visit a year.',
          '基地被确定为标杆基地的，每年接待一次学习交流。',
        ),
      ),
    ],
  },
  {
    id: 'e_signature',
    class: 'material',
    offered: said('both sides decided so when authority was proven', '双方在核实签署授权时均已决定'),
    clause: 'languages',
    paragraphs: [
      paragraph(
        'languages.e_signature',
        said(
          'The participants may sign one electronic file with electronic signatures that the law of each accepts as equal to a signature by hand; the file then takes the place of the originals.',
          '双方可使用依各自法律与手写签名具有同等效力的电子签名签署同一电子文件，该文件即为正本。',
        ),
      ),
    ],
  },
  {
    id: 'public_access',
    class: 'material',
    offered: said('US, IT, DE, JP: law on public records', '美国、意大利、德国、日本：信息公开法律'),
    clause: 'publicity',
    paragraphs: [
      paragraph(
        'publicity.public_access',
        said(
          'The Government may publish this memorandum and release records where the law on access to documents so requires.',
          '{G}可依信息公开法律公布本备忘录及有关记录。',
        ),
      ),
    ],
  },
  {
    id: 'third_language',
    class: 'material',
    offered: said('there is a third authentic language', '有第三种同等效力的文字'),
    clause: 'languages',
    paragraphs: [
      paragraph(
        'languages.third_language',
        said(
          'Where two texts match and one does not, the two are followed.',
          '两种文本一致而第三种不一致的，以一致的两种为准。',
        ),
      ),
    ],
  },
  {
    id: 'state_view',
    class: 'material',
    offered: said('the foreign-affairs office asks for it', '外事部门要求'),
    clause: 'purpose',
    paragraphs: [
      paragraph(
        'purpose.state_view',
        said(
          'Cooperation under this memorandum follows the foreign policy of the State of each participant.',
          '本备忘录项下的合作服从各自国家的对外政策。',
        ),
      ),
    ],
  },
]
