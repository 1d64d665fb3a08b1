import type { LetterWords } from './wording.js'

/** The words of letters about a base as a whole: where it stands, whether its dates run, how it ended. */
export const baseWords = {
  status: {
    en: {
      subject: ['Where {base} stands: {status}'],
      body: [
        ['{base} is now: {status}.', 'The reason: {reasonLow}.'],
        'Whatever is to be done next is asked for by a letter of its own.',
      ],
    },
    'zh-CN': {
      subject: ['状态变更：{status}'],
      body: [['{base}产业集群现处于“{status}”状态[，原因：{reason}]。'], '此后需要办理的事项，将另函告知。'],
    },
  },
  meetingMoved: {
    en: {
      subject: ['The session meets on another day: {meets}'],
      body: [
        ['The session that decides on {base} was moved. It meets now: {meets}.', 'The reason: {reasonLow}.'],
        'Its agenda and what was laid before it stay as they are.',
      ],
    },
    'zh-CN': {
      subject: ['会议改期：{meets}'],
      body: ['审议{base}产业集群的会议已改期，现定于{meets}举行[，原因：{reason}]。', '会议议程及会前材料不变。'],
    },
  },
  notEnded: {
    en: {
      subject: ['The ending was taken back'],
      body: [
        ['The side that asked for the ending of the Base {base} has taken it back.', 'The reason: {reasonLow}.'],
        'The notice no longer runs, no closing report is due, and the Base goes on as it was.',
      ],
    },
    'zh-CN': {
      subject: ['终止已撤回'],
      body: [
        '提出终止{base}合作基地合作的一方已撤回终止[，原因：{reason}]。',
        '通知期不再计算，无须提交总结报告，基地照常运行。',
      ],
    },
  },
  takenBack: {
    en: {
      subject: ['A decision no longer counts'],
      body: [
        'The decision that gave {base} its last status was voided and no longer counts. It has again the status it had before: {status}.',
        'Letters and papers that told of that decision no longer count either; they stay in the record. Whoever may act now is told by a letter of its own.',
      ],
    },
    'zh-CN': {
      subject: ['有关决定已作废'],
      body: [
        '使{base}产业集群取得上一状态的决定已作废，不再有效，现恢复为“{status}”状态。',
        '载明该决定的函件和文件一并失效，但仍留存于记录。现可办理的人员将另行收到函告。',
      ],
    },
  },
  held: {
    en: {
      subject: ['On hold'],
      body: [
        ['The matter of the Base {base} is on hold from {day}; all dates stand still.', 'The reason: {reasonLow}.'],
        [
          'Once your answer is here, our office resumes it.',
          'If that has not happened by {until}, the time of the hold ends and the rules say what follows.',
        ],
        'You will be told when it goes on.',
      ],
    },
    'zh-CN': {
      subject: ['事项暂停办理'],
      body: [
        '[因{reason}，]{base}合作基地的事项自{day}起暂停办理，各项期限停止计算。',
        ['收到{you}答复后，由我办恢复办理。', '至{until}仍未恢复的，暂停期满，依规则处理。'],
        '恢复办理时将另函告知。',
      ],
    },
  },
  stopped: {
    en: {
      subject: ['Under examination'],
      body: [
        'A matter is being examined. From {day} nothing new begins for {base}; its name and its place are untouched until it is decided.',
        'This is not a finding against anybody. You will be told how it ends.',
      ],
    },
    'zh-CN': {
      subject: ['核实期间暂停'],
      body: [
        '{base}有事项需要核实，自{day}起暂停办理，名称、名额不受影响，直至作出决定。',
        '这不是对任何一方的结论。核实结果将另函告知。',
      ],
    },
  },
  resumed: {
    en: {
      subject: ['Going on again'],
      body: ['The matter of {base} goes on from {day}. The days it stood still have been added to its dates.'],
    },
    'zh-CN': {
      subject: ['事项恢复办理'],
      body: ['{base}的事项自{day}起恢复办理，暂停期间已相应顺延至各项期限。'],
    },
  },
  conditionLifted: {
    en: {
      subject: ['A condition was lifted'],
      body: [
        'The Board has lifted a condition under which the Base {base} goes on. It need not be met, and nothing waits for it any more.',
        'The list of conditions of the Base says which one it is, and where the others stand.',
      ],
    },
    'zh-CN': {
      subject: ['附带条件已解除'],
      body: [
        '理事会已解除{base}合作基地的一项附带条件，该条件无须再行落实，有关办理不再以其为前提。',
        '所解除的条件及其余条件的落实情况，见该基地的附带条件清单。',
      ],
    },
  },
  closed: {
    en: {
      subject: ['How the matter of {base} ended'],
      body: [
        ['The matter of {base} has ended: {status}.', 'The reason: {reasonLow}.'],
        'This is final. We thank you and all who worked on it.',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}产业集群办理结果的函'],
      body: [
        '{base}产业集群的办理已经结束，结果为“{status}”[，原因：{reason}]。',
        '本结果为最终结果。贵方和各有关单位为此做了大量工作，谨致谢意。',
      ],
    },
  },
  closedAfterRedress: {
    en: {
      subject: ['The decision on {base} is final'],
      body: [
        ['The matter of {base} has ended: {status}.', 'The reason: {reasonLow}.'],
        'The decision is final: the time in which it could be contested is over, it was accepted, or the request was not admitted or was dismissed.',
      ],
    },
    'zh-CN': {
      subject: ['关于{base}产业集群最终决定的函'],
      body: [
        '{base}产业集群的办理已经结束，结果为“{status}”[，原因：{reason}]。',
        '本决定为最终决定：复核申请期已届满，或者已接受决定，或者复核申请未获受理、已被驳回。',
      ],
    },
  },
  upheld: {
    en: {
      subject: ['Re-examination decided: the request is well founded'],
      body: [
        'The panel considered your request and found it well founded. The decision on {base} no longer applies; it is taken again by other people, the time of the re-examination does not count, and you will be told the outcome.',
        'Nobody who took part in the decision sat on the panel.',
      ],
    },
    'zh-CN': {
      subject: ['关于复核结果的函：申请成立'],
      body: [
        '复核小组审议了贵方提出的复核申请，认为申请成立。关于{base}的原决定不再执行，由其他人员重新办理，复核所用时间不计入期限，结果另函告知。',
        '参加复核的人员均未参与原决定。',
      ],
    },
  },
  setAside: {
    en: {
      subject: ['Re-examination decided: the request is well founded'],
      body: [
        'The panel considered your request and found it well founded. The result of the extraordinary review of {base} is taken away and calls for nothing. It is not decided again: the base is judged next by its yearly review.',
        'Nobody who took part in the decision sat on the panel.',
      ],
    },
    'zh-CN': {
      subject: ['关于复核结果的函：申请成立'],
      body: [
        '复核小组审议了贵方提出的复核申请，认为申请成立。{base}的特别评估结果予以撤销，不再产生后续措施。本次特别评估不再重新评定，基地由下一次年度评估评定。',
        '参加复核的人员均未参与原决定。',
      ],
    },
  },
  dismissed: {
    en: {
      subject: ['Re-examination decided: the decision stands'],
      body: [
        'The panel considered your request and did not find it well founded. The decision on {base} stands. A matter is re-examined once; this is final.',
        'Nobody who took part in the decision sat on the panel.',
      ],
    },
    'zh-CN': {
      subject: ['关于复核结果的函：维持原决定'],
      body: [
        '复核小组审议了贵方提出的复核申请，认为申请不成立。关于{base}的原决定维持。复核以一次为限，本决定为最终决定。',
        '参加复核的人员均未参与原决定。',
      ],
    },
  },
  textChanged: {
    en: {
      subject: ['Memorandum changed after your clearance'],
      body: [
        'Since you cleared the text of the memorandum on the Base {base}, these sections were changed: {sections}. None of them is material, so your clearance stands.',
        'If you have no objection, nothing is asked of you. If you have, please take your clearance back by {until}; you are then asked about the text again. The text is read here:',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['谅解备忘录审核后有文字调整'],
      body: [
        '{you}审核{base}谅解备忘录文本后，下列条款有文字调整：{sections}。上述调整均非实质性修改，{you}原审核意见继续有效。',
        '如无异议，无须回复。如有异议，请于{until}前撤回审核意见，我办将重新送请审核。文本见下列页面：',
        '{link}',
      ],
    },
  },
  paperMade: {
    en: {
      subject: ['{paper}'],
      body: ['A paper of {base} is ready for you: {paper}. Please read and keep it:', '{link}'],
    },
    'zh-CN': {
      subject: ['{paper}'],
      body: ['{base}的文件“{paper}”已经出具，请查收并留存：', '{link}'],
    },
  },
} as const satisfies Readonly<Record<string, LetterWords>>
