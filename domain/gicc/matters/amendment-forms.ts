import { date, files, formOf, optional, read, refersTo, withOption, words, yesNo, told } from '../form-fields.js'

const ready = withOption('ready')

/** 3.13a: which clauses change and why; the text itself is a version of the memorandum. */
export const amendmentDraft = formOf(
  refersTo(['clauses', 'Clauses changed', '修改的条款'], { to: 'clause', most: 40, ...ready, ...read }),
  yesNo(['material', 'Material', '是否实质修改'], {
    hint: told(['Whether it changes what either side will do.', '是否改变任何一方的工作内容。']),
    ...ready,
    ...read,
  }),
  words(['why', 'Why', '修订理由'], { most: 300, both: true, ...ready }),
)

/** 3.13b: the clearance of the local office, on paper where it writes one. */
export const amendmentClearance = formOf(
  files(['opinion', 'Written opinion', '书面意见'], { most: 3, ...withOption('clear'), ...optional }),
  date(['cleared_on', 'Cleared on', '审核通过日期'], { ...withOption('clear'), ...read }),
)

/** 3.13c, 3.13d, 3.13g, 3.13h: the day of the signature and a copy of the page. */
export const signature = formOf(
  date(['signed_on', 'Signed on', '签署日期'], { ...withOption('signed'), ...read }),
  files(['copy', 'Copy of the signature page', '签署页复印件'], {
    most: 3,
    kept: 'T2',
    ...withOption('signed'),
    ...optional,
  }),
)
