import type { Listed, Pair } from '../form-fields.js'

/** An indicator of the nomination sheet: what 1, 3 and 5 of five points stand for. 0 is nothing shown, 2 and 4 lie between. */
export interface Indicator {
  readonly named: Listed
  readonly anchors: Pair
}

/** The seventeen indicators by the criterion they make (6.2, R13). */
export const nominationIndicators: Readonly<Record<string, readonly Indicator[]>> = {
  value_chain: [
    {
      named: ['links_present', 'Links present', '环节完整度'],
      anchors: [
        '1: under half of the links local. 3: 70–79 % present, gaps named. 5: 90 % or more, with equipment, design and testing.',
        '1分：本地环节不足一半；3分：70%—79%的环节健全，缺口已列明；5分：90%及以上健全，含装备、设计和检测。',
      ],
    },
    {
      named: ['local_supply', 'Local supply', '本地配套'],
      anchors: [
        '1: under 40 %, or only asserted. 3: 60–69 %, shown by class 3 or better. 5: 80 % or more, from ledgers of class 2 or better.',
        '1分：低于40%或仅有陈述；3分：60%—69%，有3级及以上证据；5分：80%及以上，有2级及以上台账。',
      ],
    },
    {
      named: ['working_together', 'Working together', '协同与公共服务'],
      anchors: [
        '1: firms share a place only. 3: common testing or logistics used by a third of firms. 5: several common facilities, sourcing within hours, joint projects documented.',
        '1分：企业仅同处一地；3分：三分之一的企业使用公共检测或物流；5分：有多个公共平台，数小时内可完成采购，联合项目有记录。',
      ],
    },
  ],
  scale: [
    {
      named: ['industry_size', 'Size in its own industry', '行业内规模'],
      anchors: [
        "1: outside the country's 20 largest known. 3: among the 10 largest. 5: top 3 of the country or top 5 of the world.",
        '1分：不在全国已知前20名；3分：全国前10名；5分：全国前3名或世界前5名。',
      ],
    },
    {
      named: ['firms_and_jobs', 'Firms and jobs', '企业与就业'],
      anchors: [
        '1: shrinking by more than 5 % a year, or one firm dominates. 3: stable, small and medium firms the majority. 5: growing, such firms make 70 % of output or more.',
        '1分：年降幅超过5%或一家独大；3分：稳定，以中小企业为主；5分：增长，中小企业产值占70%及以上。',
      ],
    },
    {
      named: ['growth', 'Three-year growth', '三年增长'],
      anchors: [
        '1: falling. 3: with its industry, two points more or less. 5: at least five points above its industry in each year.',
        '1分：下降；3分：与行业同步，上下不超过2个百分点；5分：各年均高于行业5个百分点及以上。',
      ],
    },
  ],
  competitiveness: [
    {
      named: ['market_position', 'Market position by value', '市场地位（按价值）'],
      anchors: [
        '1: claims by volume only. 3: 5 % of the world or 20 % of the country or more. 5: 15 % of the world or 40 % of the country or more, class 2 or better.',
        '1分：仅有数量口径；3分：世界5%或全国20%及以上；5分：世界15%或全国40%及以上，证据2级及以上。',
      ],
    },
    {
      named: ['exports', 'Exports', '出口'],
      anchors: [
        '1: under 10 % of sales, or one market above 70 %. 3: 25–40 % of sales, three regions. 5: above 40 %, rising, no market above 40 %.',
        '1分：低于销售的10%或单一市场超过70%；3分：占销售25%—40%，覆盖三个地区；5分：超过40%且上升，单一市场不超过40%。',
      ],
    },
    {
      named: ['brands_and_standards', 'Brands and standards', '品牌与标准'],
      anchors: [
        '1: contract making only. 3: own brands 30 % or more, takes part in national standards. 5: own brands 50 % or more, leads international or several national standards.',
        '1分：仅代工；3分：自主品牌30%及以上，参与国家标准；5分：自主品牌50%及以上，主导国际标准或多项国家标准。',
      ],
    },
    {
      named: ['innovation', 'Innovation', '创新'],
      anchors: [
        '1: R&D under 1 % of sales. 3: 2–2.5 %, at least 0.7 invention patents per CNY 100 million. 5: 3.5 % or more, at least 1.5 patents, a national laboratory or its like.',
        '1分：研发低于销售的1%；3分：2%—2.5%，每亿元有效发明专利0.7件及以上；5分：3.5%及以上，1.5件及以上，有国家级实验室或同类平台。',
      ],
    },
  ],
  partnership: [
    {
      named: ['plan_and_policy', 'Plan and policy', '规划与政策'],
      anchors: [
        '1: intention. 3: adopted plan with measures and yearly money. 5: adopted, funded, evaluated once, open to foreign partners.',
        '1分：有意向；3分：规划已通过，有措施和年度资金；5分：已通过、有资金、已评估一次，对外方合作伙伴开放。',
      ],
    },
    {
      named: ['people_and_money', 'People and money', '人员与资金'],
      anchors: [
        '1: promised. 3: staff named, budget of year one decided. 5: money of three years appropriated, full-time team.',
        '1分：仅承诺；3分：人员已确定，首年预算已批准；5分：三年资金已列入预算，有专职团队。',
      ],
    },
    {
      named: ['leadership', 'Leadership and continuity', '主要负责人重视与连续性'],
      anchors: [
        '1: a letter. 3: the head chairs a working body that met within twelve months. 5: a decision that binds beyond the term of office.',
        '1分：有函件；3分：主要负责人牵头工作机制，十二个月内开过会；5分：有跨任期的决定。',
      ],
    },
  ],
  fit: [
    {
      named: ['diagnosis', 'Honest diagnosis', '自我诊断'],
      anchors: [
        '1: praise. 3: each challenge with figure and cause. 5: also own failures, priorities, and what will not be done.',
        '1分：只讲成绩；3分：各项挑战均有数据和原因；5分：另说明自身不足、优先事项和不做的事项。',
      ],
    },
    {
      named: ['year_one', 'Concrete year one', '首年活动'],
      anchors: [
        '1: slogans. 3: each area one activity with owner, date and indicator. 5: partners agreed in writing, budget assigned.',
        '1分：口号；3分：各领域有一项活动，明确责任人、时间和指标；5分：合作方已书面确认，预算已落实。',
      ],
    },
  ],
  responsibility: [
    {
      named: ['environment_and_safety', 'Environment and safety', '生态环境与安全'],
      anchors: [
        '1: no overview of permits. 3: permits complete, accidents and energy intensity falling. 5: certified systems in most main firms, data public.',
        '1分：许可情况不清；3分：许可齐全，事故和能耗强度下降；5分：多数主要企业通过体系认证，数据公开。',
      ],
    },
    {
      named: ['labour_and_inclusion', 'Labour and inclusion', '劳动与包容'],
      anchors: [
        '1: open cases without remedy. 3: no serious case in three years, complaint channel works. 5: audited labour standard, small firms and women in governing bodies.',
        '1分：有未补救的案件；3分：三年无严重案件，投诉渠道有效；5分：劳动标准经审核，治理机构有小企业和女性。',
      ],
    },
  ],
}
