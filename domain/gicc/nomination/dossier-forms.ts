import type { Condition } from '../../form/condition.js'
import type { FormField } from '../../form/field.js'
import type { Form } from '../../form/form.js'
import {
  choice,
  choices,
  confirmed,
  formOf,
  listed,
  optional,
  read,
  table,
  told,
  where,
  withOption,
  words,
} from '../form-fields.js'
import { organisationOfTheCluster, plansInForce, support } from './dossier-body-forms.js'
import { chain, standing, threeYears } from './dossier-data-forms.js'
import { partChoices, type FieldsOfPart } from './dossier-parts.js'
import { letterOfTheHead, profile, publication } from './dossier-place-forms.js'
import { budget, challenges, conduct, declared, proposals } from './dossier-work-forms.js'
import { tracks } from './industries.js'

/** The fourteen parts in their order (1.3). */
const parts: readonly FieldsOfPart[] = [
  letterOfTheHead,
  profile,
  threeYears,
  chain,
  standing,
  organisationOfTheCluster,
  plansInForce,
  proposals,
  challenges,
  budget,
  conduct,
  declared,
  support,
  publication,
]
const partsWith = (handedIn: Condition): readonly FormField[] => parts.flatMap((part) => part(handedIn))

/** What is still lacking is said, so that the rest can be handed in on time and the check knows what to ask for. */
const lacking = choices(['lacking', 'Parts still lacking', '暂缺部分'], {
  hint: told(['Leave empty where all fourteen parts are at hand.', '十四个部分齐备的，无须填写。']),
  choices: partChoices,
  ...optional,
  ...read,
})

const truth = confirmed(['truth', 'True, complete, authorised', '真实完整并经授权'], {
  statement: [
    'What is handed in is true and complete to the best of our knowledge, and the Government has authorised its submission.',
    '据本单位所知，所提交材料真实、完整，并已经政府授权提交。',
  ],
})

const submit = withOption('submit')

/** 1.3: the dossier. */
export const dossier = formOf(
  choice(['track', 'Track', '申报类型'], {
    choices: tracks,
    from: { step: '1.2b', field: 'track' },
    ...submit,
    ...read,
  }),
  { ...lacking, ...submit },
  ...partsWith(submit.asked),
  { ...truth, ...submit },
)

/** Everything that can be found missing in a dossier, by the field it belongs to. */
export const dossierItems = partsWith(submit.asked).map(({ code, label }) => ({ code, label }))

const completed = withOption('completed')

const itemsAndDossier = formOf(
  table(['items', 'Items asked for', '补正事项'], {
    columns: [
      choice(['item', 'Item', '事项'], { choices: dossierItems }),
      choice(['given', 'Given', '提供情况'], {
        choices: listed(['given', 'Given below', '已在下文补正'], ['cannot', 'Cannot be given', '无法提供']),
      }),
      words(['why', 'Why it cannot be given', '无法提供原因'], { most: 200, both: true, ...where('given', 'cannot') }),
    ],
    most: dossierItems.length,
    reads: ['item', 'given'],
    totals: [
      { name: 'cannot', label: told(['Cannot be given', '无法提供项数']), where: { column: 'given', is: ['cannot'] } },
    ],
    ...completed,
  }),
  { ...lacking, ...completed },
  ...partsWith(completed.asked).map((field) => ({ ...field, from: { step: '1.3', field: field.code } })),
  { ...truth, ...completed },
)

/** 1.4b: what was asked for, item by item, and the dossier with it; nothing else in it changes. */
export const completion: Form = {
  ...itemsAndDossier,
  changesOnly: { of: '1.3', listed: { step: '1.4a', field: 'missing', column: 'item' } },
}
