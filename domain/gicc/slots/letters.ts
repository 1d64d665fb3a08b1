import type { LetterWords } from '../../letters/wording.js'

/** A free place is offered (8.3). */
export const offerLetter: LetterWords = {
  en: {
    subject: ['A place is free: answer by {dueDay}'],
    body: [
      'A place has become free and {base} is first on the waiting list; it is kept for you from today.',
      'You may (1) accept: the Board then decides; (2) let it pass: you stay on the list, this is possible once; whoever let one pass before then leaves the list.',
      'Please answer by {due}. Without an answer the place is offered to the next.',
      '{how}',
      '{link}',
    ],
  },
  'zh-CN': {
    subject: ['请于{dueDay}前答复是否接受名额'],
    body: [
      '现有一个名额空出，{base}产业集群列候补首位，该名额自即日起为贵方保留。',
      '请选择：（一）接受名额：申报提交理事会审定；（二）本次放弃：保留候补资格，名额转请下一候补单位，此项以一次为限；此前已放弃一次的，再次放弃即退出候补名单。',
      '请于{due}前答复。到期未收到答复的，名额转请下一候补单位。',
      '{how}',
      '{link}',
    ],
  },
}
