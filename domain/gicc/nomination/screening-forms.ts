import { gateLabels } from '../../words/nomination.js'
import {
  bearing,
  choice,
  choices,
  counts,
  eachOf,
  fact,
  formOf,
  line,
  listed,
  number,
  optional,
  proof,
  read,
  table,
  told,
  where,
  withOption,
  words,
  files,
  type Listed,
} from '../form-fields.js'
import { conditions, secondViews } from '../form-tables.js'

/** The gates an officer reads a dossier against; G8 is read by compliance (6.1). */
const gate = choice(['gate', 'Gate', '资格条件'], {
  choices: Object.entries(gateLabels)
    .filter(([code]) => code !== 'G8')
    .map(([code, label]) => ({ code, label })),
})
const unit = ['as the gate counts', '按条件计量'] as const
const treated = ([treat, en, chinese]: Listed) => ({
  name: treat,
  label: told([en, chinese]),
  where: { column: 'treat', is: [treat] },
})

/** 1.5a: gate by gate whether what was declared is taken as it is; the reading taken here is the one that counts. */
export const eligibility = formOf(
  table(['gates', 'Gates', '各项资格条件'], {
    columns: [
      gate,
      choice(['treat', 'Treatment', '采信意见'], {
        choices: listed(['accept', 'Accept', '采信'], ['correct', 'Correct', '更正'], ['reject', 'Reject', '不予采信']),
      }),
      fact(['reading', 'Accepted reading', '采信值'], { unit, decimals: 4, ...where('treat', 'correct') }),
      words(['ground', 'Ground', '依据'], { most: 200, both: true, ...where('treat', 'correct', 'reject') }),
      proof(['proof', 'Evidence', '佐证材料'], where('treat', 'correct', 'reject')),
    ],
    reads: ['gate', 'treat', 'reading'],
    totals: [
      treated(['accept', 'Accepted', '采信项数']),
      treated(['correct', 'Corrected', '更正项数']),
      treated(['reject', 'Rejected', '不予采信项数']),
    ],
    ...eachOf(gate),
  }),
  choices(['waived', 'Gates to be waived', '拟豁免条件'], {
    choices: gate.choices.filter(({ code }) => code === 'G5' || code === 'G10'),
    hint: told(['Only guiding gates can be waived.', '仅限指导性条件。']),
    ...withOption('waiver'),
    ...read,
  }),
  words(['grounds', 'Grounds', '豁免理由'], { most: 800, both: true, ...withOption('waiver') }),
)

/** 1.5b: all gates that failed or were corrected, and three drawn by lot, looked at once more. */
export const eligibilitySecond = bearing(
  formOf(
    secondViews(['views', 'Second views', '复查意见'], { item: gate, least: 3, most: 10, reads: ['gate', 'second'] }),
  ),
  { confirm: counts('views.differs', { most: 0 }), return: counts('views.differs', { least: 1 }) },
)

/** 1.5c, 1.5d: what each of the two thinks of the waiver, without seeing the other. */
export const waiverDecision = formOf(
  words(['opinion', 'Opinion', '审批意见'], { most: 400 }),
  conditions({ ...optional, ...withOption('grant') }),
)

/** 1.7: the word of the superior authority. */
export const superiorPosition = formOf(
  files(['document', 'Letter', '意见函'], { most: 3 }),
  line(['fit', 'Superior plan it fits', '衔接的上级规划'], { both: true, ...optional }),
  number(['rank', 'Rank among nominations supported', '推荐排序'], {
    unit: ['place', '位'],
    least: 1,
    most: 100,
    ...withOption('endorse', 'no_objection'),
    ...optional,
    ...read,
  }),
  number(['rank_of', 'Of so many', '推荐总数'], {
    unit: ['nominations', '项'],
    least: 1,
    most: 100,
    ...withOption('endorse', 'no_objection'),
    ...optional,
    ...read,
  }),
  words(['reservation', 'Reservations', '保留意见'], { most: 400, both: true, ...optional }),
  choices(['grounds', 'Grounds', '异议理由'], {
    choices: listed(
      ['policy', 'Policy', '政策'],
      ['territory', 'Territory', '区域'],
      ['integrity', 'Integrity', '诚信'],
      ['environment_and_safety', 'Environment and safety', '生态环境与安全'],
      ['fiscal', 'Fiscal', '财政'],
      ['another_preferred', 'Another preferred', '优先支持其他申报'],
    ),
    ...withOption('object'),
    ...read,
  }),
)
