import {
  bearing,
  checklist,
  choice,
  counts,
  formOf,
  listed,
  read,
  table,
  told,
  withOption,
  words,
} from '../form-fields.js'
import { dossierItems } from './dossier-forms.js'
import { partChoices } from './dossier-parts.js'

const whole = partChoices.length

/** 1.4a: how each of the fourteen parts stands, and item by item what is to be handed in. */
export const completeness = bearing(
  formOf(
    checklist(['parts', 'The fourteen parts', '申报材料十四个部分'], {
      items: partChoices,
      results: listed(
        ['complete', 'Complete', '齐全'],
        ['missing', 'Missing', '缺失'],
        ['unreadable', 'Unreadable', '无法辨认'],
        ['unsigned', 'Unsigned', '未签章'],
        ['wrong_language', 'Wrong language', '语言不符'],
        ['wrong_period', 'Wrong period', '期间不符'],
        ['class_too_low', 'Evidence class too low', '证据等级不足'],
      ),
      ...read,
    }),
    table(['missing', 'What is missing', '缺项'], {
      columns: [
        choice(['item', 'Item', '事项'], { choices: dossierItems }),
        words(['ask', 'What to hand in', '补正要求'], { most: 200, both: true }),
      ],
      most: dossierItems.length,
      reads: ['item'],
      totals: [{ name: 'items', label: told(['Items missing', '缺项数']) }],
      ...withOption('return'),
    }),
  ),
  {
    complete: counts('parts.complete', { least: whole }),
    return: { all: [counts('parts.complete', { most: whole - 1 }), counts('missing.items', { least: 1 })] },
  },
)
