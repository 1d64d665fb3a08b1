import type { LetterWords } from './wording.js'

/** The words of letters about a step that waits. */
export const stepWords = {
  opened: {
    en: {
      subject: ['By {dueDay}: {matter}', 'Please act: {matter}'],
      body: [
        ['"{matter}" of the Global Industry Cluster Cooperation Base {base} now lies with you.', 'Please {ask}.'],
        '{details}',
        '{asked}',
      ],
    },
    'zh-CN': {
      subject: ['请于{dueDay}前办理：{matter}', '请办理：{matter}'],
      body: [['全球产业集群合作基地（{base}）的事项“{matter}”现由{you}办理。', '请{ask}。'], '{details}', '{asked}'],
    },
  },
  openedElsewhere: {
    en: {
      subject: ['Now open: {matter}'],
      body: [
        [
          '"{matter}" of the Base {base} has opened and lies with: {actors}.',
          'It is due {due}.',
          'Nothing is asked of you.',
        ],
        '{details}',
      ],
    },
    'zh-CN': {
      subject: ['事项启动：{matter}'],
      body: [
        ['{base}合作基地的事项“{matter}”已经启动，由{actors}办理。', '期限为{due}。', '此函仅供知悉，无须办理。'],
        '{details}',
      ],
    },
  },
  session: {
    en: {
      subject: ['Please convene a session'],
      body: [
        '{base} waits for a place in a ranked session of the committee. Please convene it as committee secretary, for this nomination or for all that wait.',
        'Until then nothing happens by itself, and no date runs out.',
      ],
    },
    'zh-CN': {
      subject: ['请召集排名会议'],
      body: [
        '{base}产业集群的申报等待列入委员会排名会议。请以委员会秘书身份召集，可仅就该申报召集，也可就所有等待的申报一并召集。',
        '此前不会自动进行，也无期限届满。',
      ],
    },
  },
  secondWord: {
    en: {
      subject: ['Your second word is asked for: {matter}'],
      body: [
        [
          'Somebody asks for the decision on "{matter}" of {base} to be voided as entered by mistake.',
          '{proposed}',
          'In the words of whoever asks: {raisedWords}',
          'Please look at it and confirm it, or leave it.',
        ],
        'It is voided when a second person confirms it who did not decide; without that the decision stands. Once one of the next steps is decided it can no longer be voided this way.',
      ],
    },
    'zh-CN': {
      subject: ['请予确认作废：{matter}'],
      body: [
        [
          '有关人员提出，{base}的事项“{matter}”所作决定系误录，申请予以作废。',
          '{proposed}',
          '提出方的说明：{raisedWords}',
          '请核对后确认，或者不予确认。',
        ],
        '须由未参与该决定的第二人确认后方予作废；未经确认的，原决定继续有效。后续步骤作出决定后，不再以此方式作废。',
      ],
    },
  },
  reminder: {
    en: {
      subject: [
        'Written reminder {written} of {writtenOf}: {matter}',
        'Reminder[ {nth}]: by {dueDay}, {matter}',
        'Reminder[ {nth}]: {matter}',
      ],
      body: [
        [
          '[On {first} ]we asked you to {todo} by {due}[; {left} working days are left].',
          'We have not received your answer yet and would like to remind you.',
        ],
        'Enclosures and possible answers are those of our letter; the page is below.',
        '{link}',
        [
          'If anything stands in the way[{?extends}, or you need more time], please tell us[{?left} before that day].',
          'Should your answer have crossed this letter, it stands.',
        ],
        'This is written reminder {written} of {writtenOf} after that day; if nothing has come after the last, the rules say what follows.',
        '{silence}',
      ],
    },
    'zh-CN': {
      subject: [
        '催报函（第{written}次）：{matter}',
        '[第{nth}次]提醒：请于{dueDay}前办理：{matter}',
        '[第{nth}次]提醒：{matter}',
      ],
      body: [
        ['[{first}，]我办函请{you}{todo}，期限为{due}[，尚余{left}个工作日]。', '目前尚未收到答复，特此提醒。'],
        '原函所附材料和可选择的答复不变，办理页面如下：',
        '{link}',
        [
          '办理中如有困难[{?extends}或者需要更多时间]，请[{?left}在到期前]告知联系人。',
          '如{you}答复与本函交错，以{you}答复为准。',
        ],
        '本函为到期后第{written}次书面催报，共{writtenOf}次；末次催报后仍未收到的，依规则处理。',
        '{silence}',
      ],
    },
  },
  reminderElsewhere: {
    en: {
      subject: ['Reminded: {matter}'],
      body: ['{actors}: reminded to act on "{matter}" of {base} by {due}. Nothing is asked of you.'],
    },
    'zh-CN': {
      subject: ['已提醒：{matter}'],
      body: ['已提醒{actors}办理{base}的事项“{matter}”，期限为{due}。此函仅供知悉，无须办理。'],
    },
  },
  lateActor: {
    en: {
      subject: ['Date passed: {matter}'],
      body: [
        ['[On {first} ]we asked you to {todo}.', 'The date, {due}, has passed and we have not received your answer.'],
        'Please act soon or, if that is not possible at present, tell us why and when, so that we can plan:',
        '{link}',
        '{after}',
      ],
    },
    'zh-CN': {
      subject: ['期限已过：{matter}'],
      body: [
        '我办[于{first}]函请{you}{todo}，期限{due}已过，尚未收到答复。',
        '请尽快办理；暂时无法办理的，请告知原因和可以办理的时间，以便安排后续工作。办理页面：',
        '{link}',
        '{after}',
      ],
    },
  },
  lateStaff: {
    en: {
      subject: ['[{late} working days late]: {matter}', 'Late: {matter}'],
      body: [
        [
          '"{matter}" of {base} lies with: {actors}.',
          'It was due {due}[ and is {late} working days late].',
          'Reminders delivered: {reminders}.',
        ],
        'You may (1) speak to them, (2) give the step to somebody else[{?extends}, (3) have it extended, with a reason, as far as your seat allows it]:',
        '{link}',
        '{after}',
      ],
    },
    'zh-CN': {
      subject: ['逾期{late}个工作日，请过问：{matter}', '逾期，请过问：{matter}'],
      body: [
        ['{matter}（{base}）由{actors}办理，期限{due}[，已逾期{late}个工作日]。', '已送达提醒{reminders}次。'],
        '您可在职权范围内：（一）与办理人联系；（二）改派他人[{?extends}；（三）提请延长（须有理由）]。',
        '{link}',
        '{after}',
      ],
    },
  },
  latePlace: {
    en: {
      subject: ['Date passed: {matter}'],
      body: [
        '"{matter}" of the Base {base} lies with: {actors}. The date, {due}, has passed and we have not received an answer.',
        'May we ask you to see that it is answered, or to tell us what stands in its way:',
        '{link}',
        '{after}',
      ],
    },
    'zh-CN': {
      subject: ['期限已过：{matter}'],
      body: [
        '{base}合作基地的事项“{matter}”由{actors}办理，期限{due}已过，尚未收到答复。',
        '请协助推动办理，或者告知未能办理的原因：',
        '{link}',
        '{after}',
      ],
    },
  },
  lateHead: {
    en: {
      subject: ['A matter that waits for your government: {matter}'],
      body: [
        [
          'Your government and the Alliance are building the Base {base} together.',
          '[On {first} ]we asked your office to {todo} by {due}[, and reminded it {reminders} times]; no answer has reached us.',
        ],
        [
          'We know how much you have before you. So that the work done so far is not lost, may we ask for your attention and for word of your plans.',
          'If [{?extends}the time should be changed or ]another contact should be named, we will gladly do so.',
        ],
        [
          'Under the rules of the programme the matter is put on hold if nothing is heard by {holdDay}; after {holdDays} days on hold {lapses} lapses.',
          'We mention this so that it comes as no surprise.',
        ],
      ],
    },
    'zh-CN': {
      subject: ['关于请支持办理{matter}的函'],
      body: [
        [
          '{government}与我联盟正在共同推进全球产业集群合作基地（{base}）建设。',
          '[{first}，]我办函请贵方{todo}，期限为{due}[，此后提醒{reminders}次]，目前尚未收到答复。',
        ],
        [
          '我们理解贵方公务繁忙。为使前期工作得以延续，谨请您予以关心，并告知贵方安排。',
          '需要[{?extends}调整时间或者]更换联络人的，我办将积极配合。',
        ],
        [
          '依照项目规则，至{holdDay}仍未收到答复的，本事项暂停办理；暂停满{holdDays}日的，{lapses}随之失效。',
          '谨此说明。',
        ],
      ],
    },
  },
  atOpening: {
    en: {
      subject: ['Bears no delay: {matter}'],
      body: [
        '"{matter}" has opened for {base} and bears no delay. You are told at once; nothing is late.',
        'Whoever may act on it finds it on the page below.',
      ],
    },
    'zh-CN': {
      subject: ['不容延误：{matter}'],
      body: [
        '{base}的事项“{matter}”已经启动，不容延误，依照程序即时告知；该事项并未逾期。',
        '有办理权限的人员请在下列页面办理。',
      ],
    },
  },
  unreached: {
    en: {
      subject: ['A reminder came back: {matter}'],
      body: [
        'A reminder of "{matter}" of {base} reached nobody of the side that is asked. It is sent again, twice at most; after that silence decides, whether it arrived or not (E3).',
        'Please reach them otherwise, by telephone, by letter or through the head of government, and have the address put right.',
      ],
    },
    'zh-CN': {
      subject: ['提醒函未能送达：{matter}'],
      body: [
        '{base}的事项“{matter}”的提醒函未能送达应办一方。提醒函再次发出，至多两次；此后无论是否送达，均按逾期未答复处理（E3）。',
        '请以电话、函件或者通过政府负责人等其他方式联系，并更正联系地址。',
      ],
    },
  },
  moved: {
    en: {
      subject: ['New date {dueDay}: {matter}', 'New date: {matter}'],
      body: [
        ['The date of "{matter}" of {base} was {former}.', 'It is now {due}[ ({reasonLow})].'],
        'The former date stays in the record; everything else is as it was.',
      ],
    },
    'zh-CN': {
      subject: ['期限调整为{dueDay}：{matter}', '期限调整：{matter}'],
      body: [
        ['{base}的事项“{matter}”原期限为{former}。', '期限现调整为{due}[（{reason}）]。'],
        '原期限在记录中予以保留，其他不变。',
      ],
    },
  },
  vacant: {
    en: {
      subject: ['Nobody may act: {matter}'],
      body: [
        '"{matter}" of {base} belongs to: {actors}. Too few people may act on it: nobody holds the seat, or the rules of separation keep those who do away.',
        'Please have a seat given to somebody who has not acted on the steps before it, or ask for a reassignment; the date, {due}, runs on.',
      ],
    },
    'zh-CN': {
      subject: ['无人可办理，请安排：{matter}'],
      body: [
        '{base}的事项“{matter}”由{actors}办理，现可办理人员不足：无人担任该职务，或者任职人员依规则须予回避。',
        '请安排授予任命，或提请改派；期间期限（{due}）照常计算。',
      ],
    },
  },
} as const satisfies Readonly<Record<string, LetterWords>>
