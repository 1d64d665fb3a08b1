import type { Clause } from '../../../text/model.js'
import { only, paragraph, said } from './telling.js'

/** Part II of the model memorandum: what is done together, and what by each side. */
export const cooperationClauses: readonly Clause[] = [
  {
    id: 'areas',
    part: 'II',
    class: 'material',
    heading: said('Areas of cooperation', '合作领域'),
    paragraphs: [
      paragraph(
        'areas.1',
        said(
          'The participants will cooperate in: (a) high-end consulting; (b) introducing foreign direct investment; (c) developing global markets; (d) cluster branding; (e) international industry cooperation; (f) developing and training international talent.',
          '双方将在以下领域开展合作：1.高端咨询；2.引进外资；3.开拓全球市场；4.集群品牌建设；5.国际产业合作；6.国际人才培养与培训。',
        ),
      ),
      paragraph(
        'areas.2',
        said(
          'They will help the cluster with six challenges: (a) planning and guidance; (b) higher value added; (c) missing links of the value chain; (d) its own brands and innovation; (e) access to finance; (f) high-end talent.',
          '双方将协助集群应对以下六项挑战：1.规划与引导；2.提升附加值；3.补齐产业链缺失环节；4.培育自主品牌、增强创新能力；5.拓宽融资渠道；6.集聚高端人才。',
        ),
      ),
      paragraph(
        'areas.3',
        said(
          'Enterprises decide for themselves whether and how they trade, invest or license. The participants introduce and accompany; they take no part in such contracts and do not answer for them.',
          '企业自主决定是否以及以何种方式开展贸易、投资和技术许可。双方提供引荐和服务，不参与企业间合同的订立，也不对其履行负责。',
        ),
      ),
    ],
  },
  {
    id: 'plans',
    part: 'II',
    class: 'normal',
    heading: said('Plans and indicators', '规划、计划与指标'),
    paragraphs: [
      paragraph(
        'plans.1',
        said(
          'A three-year plan and a plan for each year will set out, for every area, the activities, who leads them, the results hoped for and the indicators, each with a baseline.',
          '三年规划和年度计划将列明各领域的活动、牵头单位、预期成果和指标，并为每项指标确定基线值。',
        ),
      ),
      paragraph(
        'plans.2',
        said(
          'The cluster organisation will prepare the plans with enterprises; the Joint Steering Committee will adopt them, the first ones within {plans.days} days of signature.',
          '规划和计划由集群促进机构会同企业编制，经联合指导委员会审议通过；首批规划和计划在签署后{plans.days}日内通过。',
        ),
      ),
      paragraph(
        'plans.3',
        said(
          'Annex {ref:annex_2} outlines year one; annex {ref:annex_3} lists the indicators. Plans that the Committee has adopted take their place without an amendment of this memorandum.',
          '附件{ref:annex_2}为首年工作要点，附件{ref:annex_3}为指标清单。联合指导委员会通过的规划和计划即取代上述附件的相应内容，无须修改本备忘录。',
        ),
      ),
    ],
  },
  {
    id: 'alliance_part',
    part: 'II',
    class: 'material',
    heading: said('What the Alliance will do', '联盟的工作'),
    paragraphs: [
      paragraph(
        'alliance_part.1',
        said(
          'The Alliance will open its network of members, experts and offices to the Base, and will introduce investors, buyers and partner clusters that fit the plans.',
          '联盟将向基地开放会员、专家和办事机构网络，按照规划和计划引荐投资者、采购商和合作集群。',
        ),
      ),
      paragraph(
        'alliance_part.2',
        said(
          'It will arrange expert advice, training and exchanges, and present the Base at its conferences and fairs, as each year’s plan says.',
          '联盟将按照年度计划组织专家咨询、培训和交流，并在其会议和展会上推介基地。',
        ),
      ),
      paragraph(
        'alliance_part.3',
        said(
          'It will license the name and the logo, hand over a numbered plaque, and review the Base every year by its published rules, giving reasons.',
          '联盟将许可使用名称和标识，授予编号牌匾，并依照公布的规则对基地进行年度评估，说明评估理由。',
        ),
      ),
      paragraph(
        'alliance_part.4',
        said(
          'It will answer letters of the Government within {answer.days} working days.',
          '联盟将在{answer.days}个工作日内答复{G}来函。',
        ),
      ),
    ],
  },
  {
    id: 'government_part',
    part: 'II',
    class: 'material',
    heading: said('What the Government will do', '{G}的工作'),
    paragraphs: [
      paragraph(
        'government_part.1',
        said(
          'The Government will keep a development plan for the cluster in force and support the Base within its powers and its approved budget.',
          '{G}将保持集群发展规划的实施，在职权和已批准预算的范围内支持基地工作。',
        ),
      ),
      paragraph(
        'government_part.2',
        said(
          'It will see that the Base has an office and staff as section {ref:office} says.',
          '{G}将按照{ref:office}的安排保障基地的办公场所和人员。',
        ),
      ),
      paragraph(
        'government_part.3',
        said(
          'It will see that the report on the year before is handed in by {report.by}, with figures from the sources named in the plans.',
          '{G}将组织有关单位于每年{report.by}前提交上一年度报告，所用数据取自规划和计划载明的来源。',
        ),
      ),
      paragraph(
        'government_part.4',
        said(
          'It will help experts and delegations with letters of invitation and local arrangements, as the law allows.',
          '{G}将依法为专家和代表团办理邀请手续、提供工作便利。',
        ),
      ),
      paragraph(
        'government_part.5',
        said(
          'It will tell the Alliance within 30 days of events that touch the Base: a serious accident or environmental incident, the relocation of a main enterprise, a reorganisation of government.',
          '发生重大安全事故或者环境事件、重点企业迁移、机构改革等影响基地的情况，{G}将在30日内告知联盟。',
        ),
      ),
    ],
  },
  {
    id: 'conditions',
    part: 'II',
    class: 'material',
    heading: said('Conditions of the resolution', '决议所附条件'),
    variants: [
      {
        id: 'COND-SOME',
        group: 'conditions',
        title: said('with conditions', '附条件'),
        preCleared: true,
        when: { filled: ['conditions'] },
      },
      {
        id: 'COND-NONE',
        group: 'conditions',
        title: said('without conditions', '未附条件'),
        preCleared: true,
        when: { empty: ['conditions'] },
      },
    ],
    paragraphs: [
      only(
        { variants: ['COND-SOME'] },
        paragraph(
          'conditions.some',
          said(
            'The Government will meet the conditions listed in annex {ref:annex_1} by the days given there or, where none is given, before the launch, and show how they were met.',
            '{G}将在附件{ref:annex_1}载明的时间前落实所列条件；未载明时间的，在基地启动前落实，并提供落实情况的说明。',
          ),
        ),
      ),
      only(
        { variants: ['COND-NONE'] },
        paragraph(
          'conditions.none',
          said('The resolution of the Board attaches no conditions.', '理事会决议未附条件。'),
        ),
      ),
    ],
  },
]
