import type { Form } from '../../form/form.js'
import type { TableField } from '../../form/field.js'
import {
  bearing,
  choice,
  choices,
  confirmed,
  counts,
  fact,
  formOf,
  listed,
  number,
  optional,
  organisation,
  period,
  proof,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'
import { streamChoices } from './streams.js'

const askedOf = (who: string) => ({ column: 'asked_of', is: [who] })

/** 2.2a: what is still needed, of whom, in which form and why. */
export const dataRequestForm: Form = formOf(
  table(['items', 'Items', '资料清单'], {
    columns: [
      choice(['stream', 'Work-stream', '所属专项'], { choices: streamChoices }),
      words(['question', 'Question', '问题'], { most: 150, both: true }),
      words(['why', 'Why', '用途'], { most: 80, both: true }),
      choice(['asked_of', 'Asked of', '提供方'], {
        choices: listed(
          ['government', 'Local government', '地方政府'],
          ['cluster', 'Cluster organisation', '集群促进机构'],
          ['enterprise', 'Enterprise', '企业'],
        ),
      }),
      choice(['as', 'Form', '形式'], {
        choices: listed(
          ['figure', 'Figure', '数据'],
          ['document', 'Document', '文件'],
          ['list', 'List', '名单'],
          ['explanation', 'Explanation', '说明'],
          ['access', 'Access', '查阅'],
        ),
      }),
      period(['for', 'Period', '所属期间'], optional),
      number(['class', 'Evidence wanted, class', '所需证据等级'], { unit: ['class', '级'], least: 1, most: 5 }),
      yesNo(['knock_out', 'Bears on a knock-out', '涉及一票否决']),
      yesNo(['confidential', 'Firm-confidential', '企业保密']),
    ],
    least: 10,
    most: 60,
    totals: [
      { name: 'government', label: told(['Asked of the government', '地方政府项数']), where: askedOf('government') },
      { name: 'cluster', label: told(['Asked of the cluster', '集群机构项数']), where: askedOf('cluster') },
      { name: 'enterprise', label: told(['Asked of the enterprise', '企业项数']), where: askedOf('enterprise') },
    ],
    reads: ['asked_of', 'knock_out'],
    hint: told(['Only what the dossier has not proved.', '仅列申报材料尚未证明的事项。']),
  }),
  confirmed(['law', 'Nothing unlawful is asked', '资料索取合规'], {
    statement: [
      'This request asks for no state secrets, no unpublished statistics and no personal data that are not needed.',
      '本清单不索取国家秘密、未公开统计资料和非必要个人信息。',
    ],
  }),
)

const statuses = listed(
  ['given', 'Given', '已提供'],
  ['partly', 'Partly given', '部分提供'],
  ['absent', 'Does not exist', '不存在'],
  ['elsewhere', 'Held by somebody else', '由他方掌握'],
  ['refused', 'Refused', '不予提供'],
)

const refusals = listed(
  ['state_secret', 'State secret', '国家秘密'],
  ['statistics', 'Statistical confidentiality', '统计保密'],
  ['personal_data', 'Personal data', '个人信息'],
  ['trade_secret', 'Trade secret', '商业秘密'],
  ['export', 'Not to leave the country', '法律限制出境'],
  ['not_collected', 'Not collected', '未收集'],
  ['other', 'Other', '其他'],
)

const columns = [
  choice(['status', 'What is given', '提供情况'], { choices: statuses }),
  choices(['as', 'Given as', '答复形式'], {
    choices: listed(
      ['figure', 'Figure', '数据'],
      ['explanation', 'Explanation', '说明'],
      ['document', 'Document', '文件'],
    ),
    ...where('status', 'given', 'partly'),
  }),
  fact(['figure', 'Figure', '数据'], {
    unit: ['in the unit of the request', '按清单所列单位'],
    ...where('as', 'figure'),
  }),
  words(['explanation', 'Explanation', '说明'], { most: 500, ...where('as', 'explanation') }),
  proof(['document', 'Document', '文件'], where('as', 'document')),
  organisation(['holder', 'Held by', '掌握单位'], where('status', 'elsewhere')),
  choice(['refusal', 'Why refused', '不予提供理由'], { choices: refusals, ...where('status', 'refused') }),
  words(['refusal_words', 'The reason in words', '理由说明'], { most: 200, ...where('status', 'refused') }),
]

const counted = (name: string, { label, is }: { label: readonly [string, string]; is: readonly string[] }) => ({
  name,
  label: told(label),
  where: { column: 'status', is },
})

/**
 * 2.2b–2.2d: item by item under the ids of the request. What is not there or lies with others is an answer; what is held back
 * makes it partial, and a refusal where nothing was given at all.
 */
const answersWith = (more: Pick<TableField, 'seen' | 'kept'>): Form =>
  bearing(
    formOf(
      table(['answers', 'Answers', '答复'], {
        columns,
        most: 60,
        totals: [
          counted('given', { label: ['Given', '已提供项数'], is: ['given'] }),
          counted('partly', { label: ['Partly given', '部分提供项数'], is: ['partly'] }),
          counted('absent', { label: ['Does not exist', '不存在项数'], is: ['absent'] }),
          counted('elsewhere', { label: ['Held by others', '由他方掌握项数'], is: ['elsewhere'] }),
          counted('refused', { label: ['Refused', '不予提供项数'], is: ['refused'] }),
          counted('handed', { label: ['Given whole or in part', '全部或部分提供项数'], is: ['given', 'partly'] }),
          counted('held_back', { label: ['Held back', '未完整提供项数'], is: ['partly', 'refused'] }),
        ],
        reads: ['status'],
        from: { step: '2.2a', field: 'items' },
        hint: told([
          'A row for each item that is asked of you, under its number in the request.',
          '请逐项答复由贵方提供的事项，行编号与资料清单一致。',
        ]),
        ...more,
      }),
    ),
    {
      answered: counts('answers.held_back', { most: 0 }),
      partly: { all: [counts('answers.held_back', { least: 1 }), counts('answers.handed', { least: 1 })] },
      refuse: { all: [counts('answers.refused', { least: 1 }), counts('answers.handed', { most: 0 })] },
    },
  )

/** 2.2b, 2.2c: what government and cluster organisation give. */
export const dataAnswerForm = answersWith({})

/** 2.2d: what a firm gives of itself, which no other firm and no partner reads (8.12). */
export const firmAnswerForm = answersWith({ seen: 'FRM', kept: 'T3' })
