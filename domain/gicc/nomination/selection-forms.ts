import {
  choice,
  choices,
  confirmed,
  date,
  formOf,
  listed,
  optional,
  person,
  read,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'
import { conditions } from '../form-tables.js'
import { criterion } from './sheet-forms.js'

/** 1.9a: why the sheets lie apart, where they do. */
export const moderation = formOf(
  table(['causes', 'Criteria that lie far apart', '差异较大的标准'], {
    hint: told(['One row for each criterion with a spread above 2 of 5.', '差异超过2分（满分5分）的标准，每项一行。']),
    columns: [
      criterion,
      choice(['cause', 'Cause', '差异原因'], {
        choices: listed(
          ['evidence', 'Evidence read differently', '对材料理解不同'],
          ['anchors', 'Anchors read differently', '对标准理解不同'],
          ['outside', 'Outside knowledge', '依据材料外知识'],
          ['error', 'Error', '差错'],
        ),
      }),
      yesNo(['talk', 'Talk held', '是否会商']),
      date(['talk_on', 'Talk held on', '会商日期'], where('talk', true)),
    ],
    most: 6,
    reads: ['criterion', 'cause', 'talk'],
    ...optional,
  }),
  words(['note', 'Note', '汇总说明'], { most: 600, ...optional }),
)

/** 1.9b: the summary is the one the sheets make, or some criteria are to be talked over. */
export const scoreLock = formOf(
  confirmed(['matches', 'The summary matches my sheet', '汇总与评分一致'], {
    statement: ['The summary matches what I scored.', '汇总结果与本人评分一致。'],
    ...withOption('lock'),
  }),
  choices(['criteria', 'Criteria to discuss', '需会商标准'], {
    choices: criterion.choices,
    ...withOption('talk'),
    ...read,
  }),
)

/** 1.10: the conditions a member would attach. */
export const shortlistVote = formOf(conditions({ ...optional, ...withOption('advance') }))

/** 1.10w: why it comes back, and what was renewed for that. */
export const readmission = formOf(
  choice(['why_now', 'Why now', '重新提请原因'], {
    choices: listed(
      ['slot_freed', 'A place became free', '名额空出'],
      ['category_gap', 'Gap in a category', '行业缺口'],
      ['refreshed', 'Dossier refreshed', '材料更新'],
    ),
    ...read,
  }),
  yesNo(['has_old_facts', 'Facts older than twelve months', '有超过十二个月的数据'], read),
  refersTo(['renewed', 'Facts renewed', '已更新数据'], {
    to: 'fact',
    most: 60,
    ...where('has_old_facts', true),
    ...read,
  }),
  date(['renewed_on', 'Renewed on', '更新日期'], { ...where('has_old_facts', true), ...read }),
)

/** 1.11: how and when the letter went out, and what may help next time. */
export const notification = formOf(
  words(['cover', 'Covering words', '函件说明'], { most: 300, both: true, ...optional }),
  words(['advice', 'Advice', '改进建议'], {
    most: 600,
    both: true,
    hint: told(['Needed after a refusal.', '未入围的，须填写。']),
    ...optional,
  }),
  person(['contact', 'Contact', '联系人'], { kept: 'T8' }),
  date(['sent_on', 'Sent on', '送达日期'], read),
  choice(['channel', 'Sent by', '送达方式'], {
    choices: listed(['mail', 'Mail', '电子邮件'], ['post', 'Post', '邮寄'], ['by_hand', 'By hand', '当面送达']),
    ...read,
  }),
)
