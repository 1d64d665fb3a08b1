import type { LetterWords } from './wording.js'

/** The words of letters about what the programme let lie: a year, what was left over, a publication, a matter beside the review (R3). */
export const letLieWords = {
  notAssessed: {
    en: {
      subject: ['The year was not assessed'],
      body: [
        'The programme has not judged the year of the Base {base} in time. The year ends without a colour of its own and counts as not assessed. We regret this.',
        'The Base keeps its name and stands as it stood. The year counts neither for nor against it, and the next review opens on its day.',
      ],
    },
    'zh-CN': {
      subject: ['年度未作评定'],
      body: [
        '联盟未按期完成{base}合作基地的年度评估。该年度不作评定，谨致歉意。',
        '基地继续使用名称，维持原有状态。该年度不作有利或不利的计算，下一年度评估按期启动。',
      ],
    },
  },
  leftOver: {
    en: {
      subject: ['The yearly review goes on'],
      body: [
        'The programme has let lie what the last review of the Base {base} left it to do. The panel of this year waits for it no longer.',
        'What of it is still open stops. A colour that was contested and not decided again counts for nothing; a red that was not carried out counts as a yellow.',
      ],
    },
    'zh-CN': {
      subject: ['年度评估继续进行'],
      body: [
        '{base}合作基地上一次评估遗留的办理事项，联盟逾期未办。本年度评估小组不再等待。',
        '尚未办结的事项即行停止。已申请复核而未重新决定的结果不予计算；未予执行的红色结果按黄色计算。',
      ],
    },
  },
  notPublished: {
    en: {
      subject: ['The yearly review is over'],
      body: [
        'The review of the Base {base} has its colour, and the programme has not published it in time. The year is over none the less.',
        'The colour stands as it was told to the Base by letter, and the next review opens on its day.',
      ],
    },
    'zh-CN': {
      subject: ['年度评估结束'],
      body: [
        '{base}合作基地的年度评估结果已经确定，联盟未按期公布。该年度仍告结束。',
        '结果以送达基地的函件为准，下一年度评估按期启动。',
      ],
    },
  },
  matterOver: {
    en: {
      subject: ['No longer waited for: {matter}'],
      body: [
        'The programme has not acted in time on a matter of the Base {base}. It ends undecided, and nothing waits for it any more. We regret this.',
        'What it was about stays as it was, and nothing of it counts against the Base. Whoever still needs a decision may raise it anew.',
      ],
    },
    'zh-CN': {
      subject: ['不再等待办理：{matter}'],
      body: [
        '联盟未按期办理{base}合作基地的一项事项。该事项未作决定即告结束，有关办理不再等待，谨致歉意。',
        '所涉情况维持原状，不作对基地不利的计算。仍需作出决定的，可以重新提出。',
      ],
    },
  },
  endingGoesOn: {
    en: {
      subject: ['The ending goes on: {matter}'],
      body: [
        'A side has given notice of ending the cooperation with the Base {base}, and the programme has let a step of it lie. The ending goes on without that step.',
        'It is settled as the notice asked, at once where nothing else is to be done or waited for.',
      ],
    },
    'zh-CN': {
      subject: ['终止程序继续进行：{matter}'],
      body: [
        '一方已通知终止{base}合作基地的合作，联盟逾期未办其中一项手续。终止程序不再等待该项手续。',
        '合作按通知终止；无其他待办事项的，即行终止。',
      ],
    },
  },
} as const satisfies Readonly<Record<string, LetterWords>>
