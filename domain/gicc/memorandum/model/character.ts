import type { Clause } from '../../../text/model.js'
import { bound, only, paragraph, said, softened } from './telling.js'

/** Part V of the model memorandum: what kind of text it is, and how it bears change. */
export const characterClauses: readonly Clause[] = [
  {
    id: 'character',
    part: 'V',
    class: 'material',
    saysWhatItIsNot: true,
    heading: said('Character of this memorandum', '本备忘录的性质'),
    variants: [
      { id: 'LEGAL-A', group: 'legal', title: said('named sections bind', '所列条款具有约束力'), preCleared: false },
      {
        id: 'LEGAL-B',
        group: 'legal',
        title: said('nothing binds in law', '均不具有法律约束力'),
        preCleared: true,
        softens: true,
      },
    ],
    paragraphs: [
      only(
        { variants: ['LEGAL-B'] },
        paragraph(
          'character.b',
          said(
            'No part of this memorandum binds in law. What has to bind is set down in a licence of marks and a data-sharing agreement, each signed before the launch. Days and periods serve orderly work and give no claim.',
            '本备忘录各部分均不具有法律约束力。需要具有约束力的事项，由双方在基地启动前另行签署标识许可和数据共享文件。文中所列期限用于安排工作，不产生请求权。',
          ),
        ),
      ),
      only(
        { variants: ['LEGAL-A'] },
        paragraph(
          'character.1',
          said(
            'This memorandum records what the participants intend. It is neither a treaty nor a contract and creates no rights or obligations under international or domestic law, except as {own:character.2} says.',
            '本备忘录记载双方的合作意愿，不是条约，也不是合同；除{own:character.2}所列外，不产生国际法或者国内法上的权利义务。',
          ),
        ),
      ),
      only(
        { variants: ['LEGAL-A'] },
        bound(
          'character.2',
          said(
            'Sections {ref:confidentiality}, {ref:personal_data} and {ref:marks}, section {ref:after_end.4} and this section bind the participants. They are governed by the law of the seat of the participant from which compliance is asked, and only the courts of that seat may be turned to.',
            '{ref:confidentiality}、{ref:personal_data}、{ref:marks}、{ref:after_end.4}和本条对双方具有约束力，适用被要求履行一方所在地的法律，由该地法院管辖。',
          ),
        ),
      ),
      only(
        { variants: ['LEGAL-A'] },
        bound(
          'character.3',
          said(
            'Everything else rests on good will. If it is not done, nothing follows but what this memorandum names: talks, review, suspension, ending. The days and periods in it serve orderly work and give no claim.',
            '其他内容依靠双方诚意实施；未能实施的，仅产生本备忘录所列的磋商、评估、暂停或者终止。文中所列期限用于安排工作，不产生请求权。',
          ),
        ),
      ),
      bound(
        'character.4',
        said(
          'This memorandum founds no partnership, agency or exclusive relation, waives no immunity, and does not limit powers that the law gives to the Government.',
          '本备忘录不构成合伙、代理或者排他关系，不意味着放弃任何豁免，不限制{G}的法定职权。',
        ),
      ),
    ],
  },
  {
    id: 'precedence',
    part: 'V',
    class: 'material',
    heading: said('Annexes and order of texts', '附件与文本次序'),
    paragraphs: [
      paragraph(
        'precedence.1',
        said('The annexes are an integral part of this memorandum.', '附件是本备忘录的组成部分。'),
      ),
      paragraph(
        'precedence.2',
        said(
          'Where texts differ, the order is: the law that applies; this memorandum with annexes {ref:annex_1} and {ref:annex_4}; plans and decisions of the Committee; annexes {ref:annex_2}, {ref:annex_3} and {ref:annex_5}. The rules of the programme apply to review and name as far as this memorandum says nothing else.',
          '文本不一致的，依次适用：所适用的法律；本备忘录及附件{ref:annex_1}、附件{ref:annex_4}；联合指导委员会通过的规划、计划和决定；附件{ref:annex_2}、附件{ref:annex_3}、附件{ref:annex_5}。评估和名称使用，本备忘录未作规定的，适用项目规则。',
        ),
      ),
      paragraph(
        'precedence.3',
        said(
          'This memorandum takes the place of earlier letters and drafts on the same matter and leaves other cooperation of either participant as it is.',
          '本备忘录取代此前就同一事项往来的函件和草案，不影响任何一方的其他合作。',
        ),
      ),
    ],
  },
  {
    id: 'differences',
    part: 'V',
    class: 'material',
    heading: said('Settlement by talks', '分歧的解决'),
    paragraphs: [
      paragraph(
        'differences.1',
        said(
          'Differences are settled by talks: between the focal points; after 30 days between the chairs of the Committee; after another 30 between those who signed or their successors.',
          '出现分歧的，由双方磋商解决：首先由联络人磋商；30日内未解决的，由联合指导委员会主席磋商；再过30日仍未解决的，由签署人或者其继任者磋商。',
        ),
      ),
      softened('differences.2', {
        text: said(
          'They are not brought before a court, a tribunal or any third body, save as section {ref:character.2} says.',
          '除{ref:character.2}另有规定外，分歧不提交法院、仲裁机构或者任何第三方。',
        ),
        soft: said(
          'They are not brought before a court, a tribunal or any third body.',
          '分歧不提交法院、仲裁机构或者任何第三方。',
        ),
      }),
    ],
  },
  {
    id: 'force_majeure',
    part: 'V',
    class: 'normal',
    heading: said('Force majeure and suspension', '不可抗力与暂停'),
    paragraphs: [
      paragraph(
        'force_majeure.1',
        said(
          'What cannot be done because of events beyond control waits while they last. The participant concerned tells the other within 10 working days.',
          '因不可抗力无法开展的工作相应顺延，受影响一方在10个工作日内告知对方。',
        ),
      ),
      paragraph(
        'force_majeure.2',
        said(
          'Either participant may suspend activities in whole or in part, in writing, for reasons of public safety, health or law. The name is kept; nothing new begins.',
          '出于公共安全、公共卫生或者法律原因，任何一方可书面告知对方，全部或者部分暂停活动；暂停期间名称予以保留，不开展新的活动。',
        ),
      ),
      paragraph(
        'force_majeure.3',
        said(
          'Dates move by the time of the suspension. After 180 days the participants will consult on going on or ending.',
          '暂停期间，各项时间相应顺延；满180日的，双方就恢复或者终止进行磋商。',
        ),
      ),
    ],
  },
  {
    id: 'succession',
    part: 'V',
    class: 'material',
    heading: said('Merger, boundary, transfer', '合并、区划调整与承继'),
    paragraphs: [
      paragraph(
        'succession.1',
        said(
          'Where a participant is merged, divided or reorganised, its successor takes its place by a written declaration within 30 days.',
          '一方合并、分立或者改组的，由承继单位在30日内书面声明承继。',
        ),
      ),
      paragraph(
        'succession.2',
        said(
          'Where the area of the Base changes by 10 per cent or more, the Alliance assesses it anew; until then everything goes on as before.',
          '基地面积变化达到或者超过10%的，由联盟重新评估；评估期间，合作照常进行。',
        ),
      ),
      paragraph(
        'succession.3',
        said('Otherwise this memorandum cannot be passed on.', '除上述情形外，本备忘录不转让。'),
      ),
    ],
  },
]
