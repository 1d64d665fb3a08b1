import type { LetterWords, StepNews } from '../../letters/wording.js'

/** The yearly review opens, and the report is asked for (5.2). */
export const reportLetter: LetterWords = {
  en: {
    subject: ['Yearly report[ {year}]: by {dueDay}', 'Yearly report[ {year}]'],
    body: [
      [
        'The review[ of {year}] is open.',
        'Please have the report prepared by the cluster organisation and handed in by {due}: work and results in the six areas, progress on the six challenges, indicators with sources, use of money, and what became of earlier advice.',
      ],
      'The form stands on the page below.',
      '{link}',
      [
        'Once it is in, the Government is asked to endorse it; it has time of its own for that.',
        'You will be reminded before that day; a delay may be asked for once, and a report that comes within it earns fewer points for being on time.',
        'If nothing has come after two written reminders, it is recorded that no report was made: nothing is scored then, which calls for red.',
      ],
      'Then follow: check of the papers, a visit where there is one, draft findings for your reply, and the panel.',
    ],
  },
  'zh-CN': {
    subject: ['[{year}]年度评估启动，请于{dueDay}前提交年度报告', '[{year}]年度评估启动，请提交年度报告'],
    body: [
      [
        '[{year}]年度评估已启动。',
        '请集群促进机构编制年度报告，于{due}前提交，内容包括：六个领域的工作和成果、六项挑战的应对进展、各项指标数据及来源、经费使用和此前建议的落实情况。',
      ],
      '表格见下列页面：',
      '{link}',
      [
        '报告提交后，再请政府审核，审核时间另计。',
        '到期前将多次提醒；确有困难的，可申请延期一次，延期内提交的，按时提交一项得分相应减少。',
        '两次书面催报后仍未收到的，记录为未提交报告，本年度不予评分，依规则对应红色结果。',
      ],
      '后续安排：材料核对、实地走访（如有）、初稿送贵方陈述意见、评估小组审议。',
    ],
  },
}

/** No report has come after two written reminders (5.2, R3): what the panel now finds. */
export const noReportNews: StepNews = {
  to: ['CLO', 'LG'],
  words: {
    en: {
      subject: ['No report[ for {year}]'],
      body: [
        [
          'We asked for the yearly report[ for {year}] of the Base {base} by {due}.',
          'After two written reminders none has reached us.',
        ],
        'The review goes on without it: nothing is scored, and the panel decides by the rules. Its result is told by a letter of its own, with what may be asked for then.',
        'What you have to say about it may be sent to our office at any time; it is laid before the panel.',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['未收到[{year}]年度报告'],
      body: [
        ['我办函请于{due}前提交{base}合作基地[{year}]年度报告。', '两次书面催报后仍未收到。'],
        '现提请评估小组依规则认定：本年度不予评分，评估继续进行。评估结果将另函告知，届时一并说明可以提出的请求。',
        '如有需要说明的情况，可随时送我办，由我办提交评估小组。',
        '{link}',
      ],
    },
  },
}

/** The use of the name has ended, and the place is asked to take it down (5.12, 8.11). */
export const nameEndsLetter: LetterWords = {
  en: {
    subject: ['The name of the Base {base}'],
    body: [
      'The Board considered the matter of the Base {base} and your reply, and decided that it no longer uses the name of a Global Industry Cluster Cooperation Base.',
      'We ask for your help: (1) by {due} end the use of name and logo, take down the plaque and send photographs; (2) the memorandum ends as its text says; (3) activities under way are completed, money not spent goes back to its givers; (4) data of the Base are handed to you.',
      '{how}',
      '{link}',
      '{silence}',
      'The place is then offered to the waiting list.',
      'The decision was taken after the re-examination or the time for it and is not examined again. You may nominate anew under the rules of that time.',
      'We thank you and all who worked for the cluster in these years.',
    ],
  },
  'zh-CN': {
    subject: ['关于停止使用全球产业集群合作基地（{base}）名称的函'],
    body: [
      '联盟理事会审议了{base}合作基地有关事项和贵方意见，决定该基地不再使用全球产业集群合作基地名称。',
      '请协助办理：（一）于{due}前停用名称和标识、摘下牌匾，并提供照片；（二）谅解备忘录依其条款终止；（三）进行中的活动按计划完成，未使用的资金退还出资方；（四）基地数据移交贵方。',
      '{how}',
      '{link}',
      '{silence}',
      '该名额空出后，依次征询候补单位。',
      '本决定系在复核完成或者复核期届满后作出，不再另行复核。贵方今后可依届时规则重新申报。',
      '合作期间贵方为集群国际合作做了大量工作，谨致谢意。',
    ],
  },
}
