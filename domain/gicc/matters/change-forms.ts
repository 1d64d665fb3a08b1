import {
  bearing,
  checklist,
  choice,
  confirmed,
  counts,
  date,
  files,
  formOf,
  line,
  listed,
  number,
  optional,
  organisation,
  person,
  proof,
  read,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
} from '../form-fields.js'
import { conditions } from '../form-tables.js'

/** What a change can touch of what was found before. */
const effects = listed(
  ['caps', 'Caps', '名额上限'],
  ['overlap', 'Overlap', '区域重叠'],
  ['authority', 'Authority over the place (G1)', '权限（G1）'],
  ['organisation', 'Cluster organisation (G2)', '集群促进机构（G2）'],
  ['competence', 'Power to sign', '签署权限'],
  ['budget', 'Budget', '预算'],
  ['baseline', 'Baseline', '基线值'],
)
const boundary = where('kind', 'boundary')

/** 8.10a: what changed, from when, and what has to be looked at again for it. */
export const change = bearing(
  formOf(
    choice(['kind', 'Kind of change', '变更类别'], {
      choices: listed(
        ['name', 'Name', '更名'],
        ['merger', 'Merger or reorganisation', '合并或区划调整'],
        ['boundary', 'Boundary', '边界'],
        ['signatory', 'Signatory', '签署人'],
        ['organisation', 'Cluster organisation', '集群促进机构'],
      ),
      ...read,
    }),
    line(['new_name', 'New name', '新名称'], { both: true, ...where('kind', 'name') }),
    organisation(['successor', 'Successor', '承接单位'], {
      screened: 'organisation',
      ...where('kind', 'merger', 'organisation'),
    }),
    confirmed(['takes_over', 'Takes over', '承接备忘录和预算'], {
      statement: ['The successor takes over the memorandum and the budget.', '承接单位承接备忘录和预算。'],
      ...where('kind', 'merger'),
    }),
    files(['map', 'New boundary', '新边界文件'], boundary),
    number(['area_before', 'Area before', '原面积'], { unit: ['km²', '平方公里'], decimals: 1, ...boundary, ...read }),
    number(['area_after', 'Area after', '新面积'], { unit: ['km²', '平方公里'], decimals: 1, ...boundary, ...read }),
    person(['signatory', 'New signatory', '新签署人'], {
      kept: 'T2',
      screened: 'signatory',
      ...where('kind', 'signatory'),
    }),
    line(['act', 'Act', '文号']),
    date(['effective_from', 'Effective from', '生效日期'], read),
    proof(['proof', 'Evidence', '佐证材料'], { weakest: 3 }),
    checklist(['effects', 'Effects', '影响'], {
      items: effects,
      results: listed(
        ['none', 'None', '不受影响'],
        ['renew', 'To be renewed', '需更新'],
        ['assess', 'To be assessed', '需重评'],
      ),
      ...read,
    }),
  ),
  { noted: counts('effects.assess', { most: 0 }), assess: counts('effects.assess', { least: 1 }) },
)

/** 8.10b: effect by effect whether the place still is what was approved. */
export const reassessment = bearing(
  formOf(
    table(['effects', 'Effects assessed', '重评事项'], {
      columns: [
        choice(['effect', 'Effect', '事项'], { choices: effects }),
        choice(['finding', 'Finding', '结论'], {
          choices: listed(['meets', 'Still meets', '仍符合'], ['no_longer', 'No longer', '不再符合']),
        }),
        words(['why', 'Why', '说明'], { most: 300 }),
        proof(['proof', 'Evidence', '佐证材料'], { weakest: 3 }),
      ],
      most: effects.length,
      reads: ['effect', 'finding'],
      totals: [
        {
          name: 'no_longer',
          label: told(['No longer met', '不再符合项数']),
          where: { column: 'finding', is: ['no_longer'] },
        },
      ],
    }),
    refersTo(['restated', 'Baseline restated', '重述的基线值'], { to: 'indicator', most: 40, ...optional, ...read }),
  ),
  { holds: counts('effects.no_longer', { most: 0 }), fails: counts('effects.no_longer', { least: 1 }) },
)

/** 8.10c: the conditions a member would attach. */
export const changeVote = formOf(conditions({ ...optional, ...withOption('keep') }))
