import { receiptCheck, yearRecord } from './year-record-forms.js'
import { cd, clocked, onward, stepsOf, wd, within } from '../telling.js'

/** 5.14: what is done in the six areas, received and spent is noted while the year runs; the report begins with it (5.2). */
export const yearRecordSteps = stepsOf('yearly_review', {
  '5.14a': {
    name: 'year_record',
    title: { en: 'Note work and money of the year', 'zh-CN': '登记年度工作和资金' },
    role: 'CLO',
    due: within(cd(90)),
    escalation: 'E2',
    matter: 'year_record',
    options: { record: onward, record_receipts: onward, left_open: clocked(onward) },
    // A sheet that nobody hands in is put away, and says nothing of the base.
    silence: 'left_open',
    begins: true,
    form: yearRecord,
  },
  '5.14b': {
    name: 'receipt_check',
    title: { en: 'Check the receipts against the bank papers', 'zh-CN': '核对到账款项与银行凭证' },
    role: 'FO',
    due: within(wd(10)),
    escalation: 'E1',
    matter: 'year_record',
    options: { checked: onward },
    rests: ['5.14a'],
    form: receiptCheck,
  },
})
