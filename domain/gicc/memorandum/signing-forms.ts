import {
  behind,
  confirmed,
  date,
  files,
  formOf,
  line,
  optional,
  proof,
  read,
  told,
  withOption,
  words,
} from '../form-fields.js'

const proven = withOption('proven')
const missing = withOption('not_proven')

/** 3.10: who signs, in which office, and by what paper; or what is missing, and who could sign instead. */
export const authorityForm = formOf(
  line(['office', 'Office of the signatory', '签署人职务'], { most: 80, both: true, ...proven }),
  line(['act_no', 'Number of the authority', '授权文件文号'], { ...proven }),
  date(['act_on', 'Day of the authority', '授权文件日期'], { ...proven }),
  date(['valid_until', 'Valid until', '授权有效期至'], {
    hint: told([
      'Left out: without an end. Nobody signs on a later day by it.',
      '未填视为长期有效。逾此日期不得据以签署。',
    ]),
    ahead: 'any',
    ...read,
    ...optional,
    ...proven,
  }),
  proof(['evidence', 'Authority to sign', '签署授权文件'], { weakest: 3, ...proven }),
  words(['lacks', 'What is missing', '欠缺事项'], { most: 300, both: true, ...missing }),
  line(['instead', 'Who could sign instead', '可另行签署的职务'], { most: 80, both: true, ...optional, ...missing }),
)

const signed = withOption('signed_in_ceremony', 'exchanged_by_post')

/** 3.11: in which office, where and on which day it was signed; what is postponed names the new day. */
export const signatureForm = formOf(
  line(['office', 'Office of the signatory', '签署人职务'], { most: 80, both: true, ...signed }),
  line(['place', 'Place of signature', '签署地点'], { most: 80, both: true, ...signed }),
  date(['day', 'Day of signature', '签署日期'], { ...signed, ...behind, ...read }),
  files(['scan', 'Scan of the signed page', '签字页扫描件'], { most: 3, ...optional, ...signed }),
  date(['new_day', 'New day', '新的签署日期'], {
    hint: told(['It is asked again by then.', '届时再次办理签署。']),
    ahead: 'while_kept',
    ...withOption('postponed'),
    ...read,
  }),
)

/** 3.12: who keeps the original, and under which mark. */
export const custodyForm = formOf(
  line(['keeper', 'Kept by', '保管单位'], { most: 80, both: true }),
  line(['mark', 'File mark', '档号']),
  files(['scan', 'Scan of the original', '正本扫描件'], { most: 3, ...optional }),
  confirmed(['compared', 'Compared', '核对'], {
    statement: ['The original was compared with the locked text, page by page.', '已逐页核对正本与锁定文本一致。'],
  }),
)
