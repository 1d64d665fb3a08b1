import { checklist, confirmed, formOf, listed, read, withOption } from '../form-fields.js'

const accept = withOption('accept')

/** 2.10o: what has changed since the place was looked at, and that its promises still hold. */
export const slotAnswer = formOf(
  checklist(['changes', 'What has changed', '情况变化'], {
    items: listed(
      ['government', 'Government', '政府'],
      ['organisation', 'Cluster organisation', '集群促进机构'],
      ['boundary', 'Boundary', '边界'],
      ['data', 'Data', '数据'],
      ['incident', 'Incident', '事故'],
      ['funds', 'Funds', '资金'],
    ),
    results: listed(['unchanged', 'Unchanged', '无变化'], ['changed', 'Changed', '有变化']),
    remarks: ['changed'],
    ...accept,
    ...read,
  }),
  confirmed(['still', 'Promises still hold', '各项承诺仍有效'], {
    statement: [
      'Everything that the Government promised with its nomination still holds.',
      '政府申报时作出的各项承诺仍然有效。',
    ],
    ...accept,
  }),
)
