import type { LetterWords } from './wording.js'

/** The words of letters about the ten, later rules, acts on paper, what was put right and what was brought as proof. */
export const otherWords = {
  slotOffered: {
    en: {
      subject: ['A place is free: answer by {dueDay}', 'A place is free'],
      body: ['A place has become free, and {base} is next on the waiting list. The place is kept for it.', '{asked}'],
    },
    'zh-CN': {
      subject: ['请于{dueDay}前答复是否接受名额', '请答复是否接受名额'],
      body: ['现有名额空出，{base}产业集群为候补名单首位，名额已为其保留。', '{asked}'],
    },
  },
  offerLapsed: {
    en: {
      subject: ['The offer has ended'],
      body: [
        'No answer about the free place came for {base}; the place went to the next on the waiting list.',
        'If this was the first offer, the place on the waiting list is kept.',
      ],
    },
    'zh-CN': {
      subject: ['名额征询已结束'],
      body: ['期限内未收到{base}的答复，名额已转请下一候补单位。', '首次未答复的，候补资格予以保留。'],
    },
  },
  reservationRanOut: {
    en: {
      subject: ['The time for which the place was kept has ended'],
      body: [
        'The time for which a place was kept for the Base {base} has ended. The Board decides whether to prolong it.',
        'A signature, or after it the launch, settles the question as long as the Board has not decided.',
      ],
    },
    'zh-CN': {
      subject: ['名额保留期满'],
      body: [
        '{base}合作基地的名额保留期已满，由理事会决定是否延长。',
        '理事会作出决定前完成签署（签署后为正式启动）的，不再审议。',
      ],
    },
  },
  reservationMoved: {
    en: {
      subject: ['The place is kept longer'],
      body: [
        'The Board has prolonged the time for which a place is kept for the Base {base}[: until {until}].',
        'When it ends again the Board decides anew; without a decision to prolong the place becomes free.',
      ],
    },
    'zh-CN': {
      subject: ['名额保留期延长'],
      body: [
        '理事会已延长{base}合作基地的名额保留期[，至{until}]。',
        '再次期满时由理事会重新审议；未决定延长的，名额空出。',
      ],
    },
  },
  adoptionAsked: {
    en: {
      subject: ['Later rules: your consent is asked'],
      body: [
        '[{agreedBy} has consented for the other side. ]A later version of the rules ({version}) is to apply to the stage in which {base} is.',
        'If both consent it applies to this stage at once; silence is no consent, and the stage ends under its present version.',
        'Please look at it and say whether you consent:',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['请确认是否提前适用新版规则'],
      body: [
        '[{agreedBy}已代表对方同意，]拟对{base}的当前阶段提前适用新版规则（{version}版）。',
        '双方均同意的，本阶段自即日起适用；未答复不视为同意，本阶段仍按现行版本办理。',
        '请研究后确认是否同意：',
        '{link}',
      ],
    },
  },
  adopted: {
    en: {
      subject: ['Later rules apply'],
      body: [
        'Both sides have consented. From now on version {version} of the rules applies to the stage in which {base} is[; before it was {former}].',
        'What was decided stands, and open steps keep their dates. What opens from now on follows the new version.',
      ],
    },
    'zh-CN': {
      subject: ['已适用新版规则'],
      body: [
        '双方均已同意，{base}的当前阶段自即日起适用{version}版规则[，原适用{former}版]。',
        '已作出的决定继续有效，已启动事项的期限不变；此后启动的事项适用新版本。',
      ],
    },
  },
  paperAwaits: {
    en: {
      subject: ['A paper awaits a second person: {matter}'],
      body: [
        [
          'A paper signed by {signatory} has been entered for {base}, on "{matter}".',
          'It says: {act}.',
          'It bears the date {signedOn}.',
          'Entered by: {entered}.',
        ],
        'Nothing follows from it until a second person has read the scan and confirmed it. Please read it, then confirm the act or turn it away:',
        '{link}',
        [
          'The date of the matter, {due}, runs on meanwhile.',
          'Whoever may not handle papers of this matter leaves it to another.',
        ],
      ],
    },
    'zh-CN': {
      subject: ['书面文件待确认：{matter}'],
      body: [
        [
          '{base}的事项“{matter}”收到{signatory}签署的书面文件，已经录入。',
          '所载意见：{act}。',
          '文件日期：{signedOn}。',
          '录入人：{entered}。',
        ],
        '在第二人查阅扫描件并确认之前，不产生任何效力。请查阅后确认或退回：',
        '{link}',
        ['在此期间期限（{due}）照常计算。', '依规则不得经办本事项文件的，请由他人办理。'],
      ],
    },
  },
  paperRecorded: {
    en: {
      subject: ['A paper in your name was entered: {matter}'],
      body: [
        [
          'A paper signed in your name was entered for {base}, on "{matter}".',
          'It was entered[ by {entered}] and checked[ by {confirmed}] as: {act}.',
          'It bears the date {signedOn}.',
          'You signed as: {signedAs}.',
        ],
        'If this is your act, nothing more is needed. If you did not sign it, or that is not what it says, tell us at once: until the next step is decided two persons may void what was entered by mistake, and both entries stay visible.',
      ],
    },
    'zh-CN': {
      subject: ['以贵方名义登记的书面文件：{matter}'],
      body: [
        [
          '以您名义签署的书面文件（{base}，{matter}）已[由{entered}]登记、[由{confirmed}]核对，记为您的意见：{act}。',
          '文件日期：{signedOn}。',
          '签署身份：{signedAs}。',
        ],
        '如确系本人行为，无须另行办理。如非本人签署，或者与原件不符，请立即告知我办：下一步骤作出决定之前，误录事项可由两人作废，两条记录均予保留。',
      ],
    },
  },
  paperRefused: {
    en: {
      subject: ['A paper you entered was turned away: {matter}'],
      body: [
        [
          'A paper of {signatory} that you entered for {base}, on "{matter}", was turned away[ by {refused}].',
          'The reason: {reasonLow}.',
        ],
        'It decides nothing and was not recorded in the name of its signatory; the entry and its refusal stay in the record.',
        [
          'If the paper itself is sound, please read its scan, its date and what it says again, and enter it anew; as before, a second person has to confirm it.',
          'The date of the matter, {due}, runs on meanwhile.',
        ],
      ],
    },
    'zh-CN': {
      subject: ['您录入的书面文件已退回：{matter}'],
      body: [
        '您为{base}的事项“{matter}”录入的{signatory}书面文件已[由{refused}]退回[，理由：{reason}]。',
        '该文件不产生任何效力，亦未记入签署人名下；录入记录及退回记录均予保留。',
        [
          '如文件本身无误，请核对扫描件、日期及所载意见后重新录入，仍须由第二人确认。',
          '在此期间期限（{due}）照常计算。',
        ],
      ],
    },
  },
  voided: {
    en: {
      subject: ['Your act no longer counts: {matter}'],
      body: [
        [
          'What you did on "{matter}" of {base}, or what was done there in your place, was voided and no longer counts.',
          'The cause: {cause}.',
          'It follows from: {because}.',
          'Decided by: {decidedBy}.',
          'The reason: {reasonLow}.',
        ],
        'It stays in the record, and so does the reason. When the procedure comes to the matter again, whoever may act on it then is told by a letter of its own. If you see a mistake in this, please write to us.',
      ],
    },
    'zh-CN': {
      subject: ['您的办理已作废：{matter}'],
      body: [
        [
          '您就{base}的事项“{matter}”所作的办理，或受您委托所作的办理，已作废，不再有效。',
          '作废原因：{cause}。',
          '起因事项：{because}。',
          '决定人：{decidedBy}。',
          '理由：{reason}。',
        ],
        '原记录及作废原因均予保留。程序再次进行到该事项时，将另行函告届时可办理的人员。如认为有误，请函告我办。',
      ],
    },
  },
  expiryTold: {
    en: {
      subject: ['What you brought as proof is about to expire'],
      body: [
        [
          'Files brought as proof for {base} may be cited until {expiringUntil}; {expiringCount} of them are numbered below.',
          'After that none of them can be cited anew, and each is shown as expired. What was decided with them stays as it is.',
        ],
        'Where the fact still has to be proven, obtain a newer document in time. While you act on a matter of the Base you may bring it, and cite it in the place of the old one.',
      ],
    },
    'zh-CN': {
      subject: ['您提交的佐证材料即将到期'],
      body: [
        '为{base}提交的佐证材料共{expiringCount}份，可引用至{expiringUntil}，编号附后。到期后不得再作引用，并标明已过期；此前据以作出的决定不受影响。',
        '相关事实仍需证明的，请及时取得新的材料。您在办理该基地事项期间可提交新材料，并以其替代原材料作引用。',
      ],
    },
  },
  exhibitReturned: {
    en: {
      subject: ['What you brought as proof was sent back'],
      body: [
        [
          'A file you brought as proof for {base} was sent back and counts for nothing from now on.',
          'The reason: {exhibitWhy}.',
        ],
        'The record keeps that it came. What the officer wrote stands with the file. While you act on a matter of the Base you may bring another version, which takes the place of this one.',
      ],
    },
    'zh-CN': {
      subject: ['您提交的佐证材料已退回'],
      body: [
        '您为{base}提交的一份佐证材料已被退回，自即日起不再作数[，理由：{exhibitWhy}]。',
        '接收记录予以保留，经办人员的说明见该佐证材料。您在办理该基地事项期间，可提交新版本替换本份材料。',
      ],
    },
  },
  exhibitDoubted: {
    en: {
      subject: ['A proof may not be genuine'],
      body: [
        [
          'A file that was brought as proof for {base} was sent back because whoever received it doubts that it is genuine.',
          'The reason given: {exhibitWhy}.',
        ],
        'Please read it and what the officer wrote, and decide whether an integrity matter is to be raised. Whoever brought it was told that it was sent back, and for which reason.',
      ],
    },
    'zh-CN': {
      subject: ['一份佐证材料真实性存疑'],
      body: [
        '{base}的一份佐证材料因接收人员对其真实性存疑而被退回[，理由：{exhibitWhy}]。',
        '请查阅该材料及经办人员的说明，并决定是否启动诚信事项。提交人已获知退回及其理由。',
      ],
    },
  },
} as const satisfies Readonly<Record<string, LetterWords>>
