import type { PaperForm } from './letter.js'
import type { LetterWords } from './wording.js'

/** Redress is told where the paper promises it, and nowhere else (8.9). */
const redress = {
  en: 'If you hold that the procedure or a fact was wrong, you may ask once for a re-examination until {redressUntil}, by the letter that asks you for it or by sealed letter, naming the point with your evidence. [You will hear within {admittedWithin} whether it is admitted, and within {decidedWithin} more what people who took no part in the decision have found. ]Meanwhile the decision has no effect. Scores are not judged again.',
  'zh-CN':
    '如对程序或者事实认定有异议，贵方可于{redressUntil}前申请复核一次：按请贵方决定是否申请复核的函件填写，或者寄送盖章函件，写明所涉程序或者事实并附材料。[{admittedWithin}内答复是否受理，受理后{decidedWithin}内由未参与原决定的人员作出复核决定。]复核期间，决定暂不生效。复核不重新评判专业评分。',
} as const
const see = { en: 'The paper itself:', 'zh-CN': '文件全文见下列页面：' } as const

/** The words of letters that bring a paper which decides, by what was decided. */
export const decisionWords: Readonly<Record<PaperForm, LetterWords>> = {
  received: {
    en: {
      subject: ['Your dossier has arrived'],
      body: [
        'Your dossier for {base} of {parts} parts arrived on {decidedOn}[; missing: {missing}]. This confirms receipt only; it is checked next.',
        see.en,
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['已收到贵方申报材料'],
      body: [
        '贵方就{base}产业集群提交的申报材料已于{decidedOn}收到，共{parts}项[，尚缺：{missing}]。本函仅确认收到，材料随后审核。',
        see['zh-CN'],
        '{link}',
      ],
    },
  },
  shortlisted: {
    en: {
      subject: ['{base} is on the shortlist'],
      body: [
        'On {decidedOn} the nomination of {base} was placed on the shortlist and goes on to due diligence. This is not an approval; please do not announce it.',
        see.en,
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}产业集群入围的函'],
      body: [
        '{base}产业集群的申报已于{decidedOn}入围，进入尽职调查。入围不等于确认共建，请暂不对外宣传。',
        see['zh-CN'],
        '{link}',
      ],
    },
  },
  not_taken: {
    en: {
      subject: ['Outcome of the nomination of {base}'],
      body: [
        'Thank you for nominating {base}. It was decided on {decidedOn}: {decision}.',
        [
          'The main reason: {reasonLow}.',
          '{reasonText}',
          'The score was {score}.',
          'Findings and advice are in the paper below.',
        ],
        redress.en,
        'We regret that we cannot give you better news and thank all who prepared the dossier.',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}产业集群申报结果的函'],
      body: [
        '感谢贵方申报{base}产业集群。经审议，{decidedOn}作出决定：{decision}。',
        ['主要原因：{reason}。', '{reasonText}', '所得分数{score}分。', '各项意见和建议见下列文件。'],
        redress['zh-CN'],
        '为申报所做的工作对集群发展同样有益，谨致谢意。',
        '{link}',
      ],
    },
  },
  waiting: {
    en: {
      subject: ['Waiting list'],
      body: [
        ['On {decidedOn} the nomination of {base} was placed on the waiting list.', 'The reason: {reasonLow}.'],
        'Free places are offered by category and score; due diligence older than the rules allow is refreshed first.',
        see.en,
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于列入候补名单的函'],
      body: [
        '[因{reason}，]{base}产业集群的申报已于{decidedOn}列入候补名单。名额空出时，依类别和得分顺序征询；尽职调查结论超过规定期限的，须先更新。',
        see['zh-CN'],
        '{link}',
      ],
    },
  },
  approved: {
    en: {
      subject: ['The Board has approved the Base {base}'],
      body: [
        'The Board of the Alliance approved your nomination on {decidedOn}, decided to establish the Base {base} with you, and keeps place No. {slot} for it.',
        '{conditions} conditions are in the paper below; please meet them by the days given.',
        [
          'Next comes the memorandum; you will have a draft.',
          'The place is kept until {reservedUntil}; the Board then decides whether to prolong.',
        ],
        'Until the memorandum is signed and the Base launched, please do not announce it, put up a sign or use the logo.',
        'Please tell us (1) your contact for the memorandum, (2) who handles countersigning and legality review, (3) which level of government, and who, would sign.',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于确认共建全球产业集群合作基地（{base}）的函'],
      body: [
        '联盟理事会于{decidedOn}审议通过贵方申报，决定与贵方共建全球产业集群合作基地（{base}），并保留第{slot}号名额。',
        '决议附有{conditions}项条件，见下列文件，请在所列时间前落实。',
        [
          '下一步，双方商签谅解备忘录，我办将送上草案。',
          '名额保留至{reservedUntil}；届时尚未签署的，由理事会决定是否延长。',
        ],
        '谅解备忘录签署、基地启动之前，请暂不以合作基地名义对外宣传、挂牌或者使用标识。',
        '请告知：（一）谅解备忘录工作联络人；（二）外事会签和合法性审查的承办部门；（三）拟由哪一级政府、何人签署。',
        '{link}',
      ],
    },
  },
  in_order: {
    en: {
      subject: ['Result of the yearly review {year}: {colourLow}'],
      body: [
        'The review of the Base {base} for {year} is complete. The result is {colourLow}: in good order; total {total} of 100, parts and advice in the paper below.',
        [
          'Please say in the next report what became of the advice.',
          'The next review opens on {nextReview}[, unless the memorandum has ended by then: its term ends on {termEnds}].',
        ],
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}合作基地{year}年度评估结果的函'],
      body: [
        '{base}合作基地{year}年度评估已经完成，结果为{colour}，总分{total}分（满分100分，各项得分见下列文件）。',
        [
          '所提建议请在下一年度报告中说明落实情况。',
          '下一次评估于{nextReview}启动[；备忘录于{termEnds}期满，届时已终止的不再启动]。',
        ],
        '{link}',
      ],
    },
  },
  role_model: {
    en: {
      subject: ['Result of the yearly review {year}: role model'],
      body: [
        'The review of the Base {base} for {year} is complete; total {total} of 100. The Base is a role model for {titleYears} years, with one learning visit a year.',
        [
          'The title is kept until the result of the review that opens on {titleReview}; that review may give it again, and a yellow, red or suspending result before takes it.',
          'The term of the memorandum ends on {titleTermEnds}; without a renewal the title ends with it.',
        ],
        'The next review opens on {nextReview}[, unless the memorandum has ended by then: its term ends on {termEnds}].',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}合作基地{year}年度评估结果的函'],
      body: [
        '{base}合作基地{year}年度评估已经完成，总分{total}分，为标杆基地，使用期{titleYears}年，每年接待一次学习交流。',
        [
          '标杆基地称谓使用至{titleReview}启动的年度评估作出结果时止，该次评估可再次确定；此前评估结果为黄色、红色或者暂停的，提前停止使用。',
          '备忘录于{titleTermEnds}期满，未续期的，称谓随之终止。',
        ],
        '下一次评估于{nextReview}启动[；备忘录于{termEnds}期满，届时已终止的不再启动]。',
        '{link}',
      ],
    },
  },
  yellow: {
    en: {
      subject: ['Result of the yearly review {year}: yellow'],
      body: [
        'The review of the Base {base} for {year} is complete. The result is yellow: improvement needed; total {total} of 100, parts and findings in the paper below.',
        ['1. Findings. The main one: {reasonLow}.'],
        '2. What it means. Name, logo, plaque and place stay; the title of role model is not used until a later review gives it again.',
        '3. What follows. When the time for re-examination has ended, or you accept earlier, colour, day and next review are published. You will then be asked for an improvement plan[ within {planWithin}]: for each finding a measure, a person, a day and a proof.',
        `4. Re-examination. ${redress.en}`,
        'We will gladly help with the plan.',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}合作基地{year}年度评估结果的函'],
      body: [
        '{base}合作基地{year}年度评估已经完成，结果为黄色（需要改进），总分{total}分（满分100分，各项得分和问题见下列文件）。',
        '一、主要问题。{reason}。',
        '二、结果的含义。合作基地名称、标识和牌匾可继续使用，名额不变；以后年度评估再次确定为标杆基地之前，不使用标杆基地称谓。',
        '三、后续安排。复核期届满或者贵方确认接受后，结果（颜色、日期、下次评估时间）予以公布。我办届时另函请基地[在{planWithin}内]提交改进方案，逐项写明措施、负责人、完成时间和证明方式。',
        `四、申请复核。${redress['zh-CN']}`,
        '我办愿就改进方案的编制提供协助。',
        '{link}',
      ],
    },
  },
  red: {
    en: {
      subject: ['Result of the yearly review {year}: red'],
      body: [
        'The review of the Base {base} for {year} is complete. The result is red: not up to what is needed; total {total} of 100, parts and findings in the paper below.',
        ['1. Findings. The main one: {reasonLow}.'],
        '2. What it means. After the time for re-examination the Board considers whether the use of the name ends; until then the name stays and nothing new begins.',
        `3. Re-examination. ${redress.en}`,
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}合作基地{year}年度评估结果的函'],
      body: [
        '{base}合作基地{year}年度评估已经完成，结果为红色（未达要求），总分{total}分（满分100分，各项得分和问题见下列文件）。',
        '一、主要问题。{reason}。',
        '二、结果的含义。联盟理事会将在复核期后审议是否停止使用名称；审议前名称可继续使用，不开展新的活动。',
        `三、申请复核。${redress['zh-CN']}`,
        '{link}',
      ],
    },
  },
  suspended: {
    en: {
      subject: ['Under examination: the Base {base}'],
      body: [
        'In the review of {year} the Base {base} was suspended while a matter is examined. Name and place are untouched, and nothing new begins. This is not a finding against anybody.',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}合作基地暂停运行的函'],
      body: [
        '{year}年度评估期间，{base}合作基地因有事项需要核实暂停运行。名称、名额不受影响，期间不开展新的活动。这不是对任何一方的结论。',
        '{link}',
      ],
    },
  },
  active: {
    en: {
      subject: ['The Base {base} is active'],
      body: [
        'The Base {base} is launched. From now on name, logo and plaque[ ({plaque})] may be used under the licence.[ First review: {firstReview}.]',
        see.en,
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['合作基地正式运行'],
      body: [
        '{base}合作基地已经启动，自即日起可按许可使用名称、标识和牌匾[（编号{plaque}）]。[首次年度评估于{firstReview}启动。]',
        see['zh-CN'],
        '{link}',
      ],
    },
  },
}
