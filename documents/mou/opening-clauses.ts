import { dayOfYearInWords } from '../../domain/locale.js'
import { fixed, timed, type MouClause } from './clause.js'

/** Who takes part, for what, and what each side does (9). */
export const openingClauses = [
  {
    key: 'participants',
    heading: { en: 'Participants', 'zh-CN': '参与方' },
    paragraphs: [
      ({ government }) => ({
        en: `The participants are the Global Alliance of SMEs (“the Alliance”) and ${government.en} (“the Government”).`,
        'zh-CN': `本备忘录的参与方为全球中小企业联盟（以下简称“联盟”）和${government['zh-CN']}（以下简称“政府方”）。`,
      }),
      fixed(
        'Each participant will name a focal point in writing, and will tell the other within 30 days when the focal point, its name or its signatory changes.',
        '各参与方将书面指定一名联络人；联络人、机构名称或者签署人发生变更的，将在30日内通知另一参与方。',
      ),
    ],
  },
  {
    key: 'purpose',
    heading: { en: 'Purpose', 'zh-CN': '宗旨' },
    paragraphs: [
      ({ cluster, place, industry }) => ({
        en: `The participants intend to build ${cluster.en} in ${place.en} (industry: ${industry.en}) together as a Global Industry Cluster Cooperation Base (“the Base”).`,
        'zh-CN': `参与方拟在${place['zh-CN']}共同建设${cluster['zh-CN']}全球产业集群合作基地（主导产业为${industry['zh-CN']}，以下简称“基地”）。`,
      }),
      fixed(
        'Their aim is that the Base becomes a role model of competitiveness and industry leadership, to the benefit of the small and medium-sized enterprises of the cluster.',
        '参与方力求使基地成为具有竞争力和行业引领作用的示范，惠及集群内的中小企业。',
      ),
    ],
  },
  {
    key: 'areas',
    heading: { en: 'Areas of cooperation', 'zh-CN': '合作领域' },
    paragraphs: [
      fixed(
        'The participants will cooperate in six areas: high-end consulting; introduction of foreign direct investment; global market development; cluster branding; international industry cooperation; and international talent development and training.',
        '参与方将在以下六个领域开展合作：高端咨询、外商直接投资引进、全球市场开拓、集群品牌建设、国际产业合作、国际人才培养与培训。',
      ),
      fixed(
        'They will also address six challenges: planning and guidance; higher value added; missing links of the value chain; own brands and innovation; access to financing; and high-end talent.',
        '参与方还将共同应对以下六项挑战：规划引导、提升附加值、补齐产业链缺失环节、培育自主品牌与创新能力、融资渠道、高端人才。',
      ),
    ],
  },
  {
    key: 'activities',
    heading: { en: 'Activities', 'zh-CN': '合作活动' },
    paragraphs: [
      fixed(
        'A three-year plan and a plan for each year will set out activities, results expected and their measures in every area, with a baseline for every measure.',
        '参与方将以三年规划和年度计划列明各领域的活动、预期成果和衡量指标，并为每项指标确定基期值。',
      ),
      fixed(
        'The plans will be endorsed by the Joint Steering Committee before activities start, and may be adapted by it in writing.',
        '规划和计划在活动开展前由联合指导委员会审议通过，并可由其以书面形式调整。',
      ),
    ],
  },
  {
    key: 'alliance_duties',
    heading: { en: 'What the Alliance will do', 'zh-CN': '联盟的工作' },
    paragraphs: [
      fixed(
        'The Alliance will make its network of members, experts and offices available to the Base, introduce investors, buyers and partner clusters, and help with training abroad and at home.',
        '联盟将向基地开放其会员、专家和办事机构网络，引荐投资者、采购商和合作集群，并协助开展境内外培训。',
      ),
      fixed(
        'The Alliance will grant the use of the name, the logo and a numbered plaque, and will review the Base every year under its published rules.',
        '联盟将许可使用基地名称、标识和编号铭牌，并依照其公布的规则每年对基地进行评估。',
      ),
    ],
  },
  {
    key: 'government_duties',
    heading: { en: 'What the Government will do', 'zh-CN': '政府方的工作' },
    paragraphs: [
      fixed(
        'The Government will keep a development plan for the cluster in force, provide for the office and the staff of the Base, and support its activities within its competence and its budget.',
        '政府方将保持集群发展规划有效实施，为基地提供办公场所和人员保障，并在其职权和预算范围内支持基地活动。',
      ),
      ({ times: { reportBy } }) => ({
        en: `The Government will submit, or have submitted, a report on the year before${reportBy === undefined ? '' : ` by ${dayOfYearInWords(reportBy, 'en')}`} ${reportBy === undefined ? 'each' : 'of each'} year, and will see that figures come from the sources named in the plans.`,
        'zh-CN': `政府方将于每年${reportBy === undefined ? '' : `${dayOfYearInWords(reportBy, 'zh-CN')}前`}提交或者组织提交上一年度报告，并确保数据出自规划和计划所列来源。`,
      }),
      ({ conditions }) =>
        conditions === 0
          ? {
              en: 'No special conditions apply; the annex says so.',
              'zh-CN': '本备忘录不设特别条件，附件对此予以载明。',
            }
          : {
              en: 'The Government will meet the conditions listed in the annex by the dates given there, or, where none is given, before the Base is launched.',
              'zh-CN': '政府方将在附件所列期限内落实附件所列条件；未列期限的，在基地启动前落实。',
            },
    ],
  },
  {
    key: 'steering_committee',
    heading: { en: 'Joint Steering Committee', 'zh-CN': '联合指导委员会' },
    paragraphs: [
      timed('firstSitting', {
        en: (days) =>
          `A Joint Steering Committee with one chair from each participant will guide the Base. It will sit for the first time ${days === '' ? 'after' : `within ${days} of`} signature and at least twice a year after that.`,
        'zh-CN': (days) =>
          `参与方设立联合指导委员会，由各参与方各委派一名主席，负责指导基地工作。委员会在签署后${days === '' ? '' : `${days}内`}召开首次会议，此后每年至少召开两次会议。`,
      }),
      fixed(
        'It will decide by consensus, keep minutes, and involve enterprises and the cluster organisation in its work.',
        '委员会以协商一致方式议决事项，形成会议纪要，并吸收企业和集群促进机构参与工作。',
      ),
    ],
  },
  {
    key: 'money',
    heading: { en: 'Money', 'zh-CN': '经费' },
    paragraphs: [
      fixed(
        'Each participant will bear its own costs unless both agree otherwise in writing for a given activity.',
        '除参与方就具体活动另有书面商定外，各参与方自行承担其费用。',
      ),
      fixed(
        'The budget of the Base and the co-funding promised for it will be set out in the yearly plan. This memorandum commits no funds by itself.',
        '基地预算和所承诺的配套资金在年度计划中列明。本备忘录本身不构成拨款承诺。',
      ),
    ],
  },
] as const satisfies readonly MouClause[]
