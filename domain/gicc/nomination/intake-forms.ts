import { choice, date, formOf, listed, optional, read, withOption, words } from '../form-fields.js'

/** 1.2b: what the place hears, and what would help it where it is not invited. */
export const interestReply = formOf(
  choice(['track', 'Track advised', '建议申报类型'], {
    choices: listed(['scale', 'Scale track', '规模型'], ['specialist', 'Specialist track', '特色型']),
    ...withOption('invite'),
    ...read,
  }),
  words(['message', 'Message', '答复内容'], { most: 600, both: true }),
  words(['helps', 'What would help', '建议完善事项'], { most: 400, both: true, ...withOption('wait', 'decline') }),
  date(['again_from', 'Come again from', '可再次提出日期'], { ...withOption('wait'), ...optional }),
)
