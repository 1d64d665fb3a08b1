import {
  choice,
  choices,
  date,
  formOf,
  line,
  listed,
  optional,
  proof,
  read,
  told,
  withOption,
  words,
} from '../form-fields.js'

/** E6a: where it came from, what is known, and what stands still meanwhile. */
export const stopExamination = formOf(
  choice(['source', 'Source', '来源'], {
    choices: listed(
      ['list', 'List', '名单匹配'],
      ['report', 'Report', '举报'],
      ['authority', 'Court or authority', '司法或行政机关'],
      ['media', 'Media', '媒体'],
      ['own_check', 'Own check', '内部检查'],
    ),
    ...read,
  }),
  line(['subject', 'Subject', '涉及对象'], { kept: 'T5' }),
  words(['facts', 'Facts', '情况'], { most: 600 }),
  proof(['proof', 'Evidence', '佐证材料'], optional),
  choices(['measures', 'Measures', '临时措施'], {
    choices: listed(
      ['payments', 'Payments stopped', '暂停付款'],
      ['name', 'Name not used', '暂停使用名称'],
      ['publication', 'Publication stopped', '暂停信息公开'],
      ['none', 'None', '无'],
    ),
    ...read,
  }),
  words(['heard', 'Heard, or why not', '听取说明情况'], { most: 150 }),
)

const hold = withOption('hold')

/** 8.5a: what keeps a base from working. */
export const forceMajeure = formOf(
  choice(['event', 'Event', '事由'], {
    choices: listed(
      ['disaster', 'Natural disaster', '自然灾害'],
      ['epidemic', 'Epidemic', '疫情'],
      ['conflict', 'Armed conflict or unrest', '战争或动乱'],
      ['authority', 'Act of an authority', '政府行为'],
      ['other', 'Other', '其他'],
    ),
    ...hold,
    ...read,
  }),
  date(['since', 'Since', '起始日期'], { ...hold, ...read }),
  words(['hinders', 'What it hinders', '受影响的工作'], {
    most: 300,
    both: true,
    hint: told(['The day until which the base is held is named with the matter.', '暂停至何日，随事项提出。']),
    ...hold,
  }),
  proof(['proof', 'Evidence', '佐证材料'], { ...hold, ...optional }),
)
