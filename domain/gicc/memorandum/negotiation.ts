import { asked, silent } from '../asked.js'
import { clearanceAnswers, clearanceLetter } from './letters.js'
import { back, end, onward, stepsOf, wd, within } from '../telling.js'
import { textFails } from './text-fails.js'

/** Stage 3: the text goes round 3.7 at most three times, then to director and head of government (3.7c, 3.7d). */
export const negotiationSteps = stepsOf('memorandum', {
  '3.6a': {
    name: 'clearance',
    title: { en: 'Countersign the text and review its legality', 'zh-CN': '办理外事会签与合法性审查' },
    asks: asked(['countersign the text and review its legality', '会签并进行合法性审查'], {
      silence: silent.hold,
      letter: clearanceLetter,
      answers: clearanceAnswers,
    }),
    role: 'LX',
    due: within(wd(30)),
    weighty: ['clear'],
    escalation: 'E2',
    text: {
      sees: true,
      clears: { with: ['clear'], scope: 'legal' },
      needs: { clear: ['unchanged'], clear_with_changes: ['proposal'] },
    },
    options: {
      clear: onward,
      clear_with_changes: back('3.7a', { limit: 3, then: textFails }),
      refuse: end('lapsed', ['GOV', 'TXT']),
    },
    rests: ['3.5', '3.7a', '3.7b'],
  },
  '3.6b': {
    name: 'superior_clearance',
    title: { en: 'Clear the text as superior authority', 'zh-CN': '上级主管部门审核文本' },
    asks: asked(['give your view of the text', '就文本出具意见'], { silence: silent.hold }),
    role: 'SA',
    due: within(wd(30)),
    weighty: ['clear'],
    escalation: 'E2',
    text: {
      sees: true,
      clears: { with: ['clear'], scope: 'superior' },
      needs: { clear: ['unchanged'], clear_with_changes: ['proposal'] },
    },
    options: {
      clear: onward,
      clear_with_changes: back('3.7a', { limit: 3, then: textFails }),
      refuse: end('lapsed', ['GOV', 'TXT']),
    },
    rests: ['3.5', '3.7a', '3.7b'],
  },
  '3.7a': {
    name: 'revision',
    title: { en: 'Revise the text', 'zh-CN': '修订磋商文本' },
    role: 'PM',
    due: within(wd(15)),
    escalation: 'E1',
    text: { hands: { with: ['revised'], must: true }, needs: { revised: ['answers'] } },
    options: { revised: onward },
    duties: ['management'],
  },
  '3.7b': {
    name: 'revision_reply',
    title: { en: 'Answer the revised text', 'zh-CN': '答复修订文本' },
    asks: asked(['answer the revised text', '答复修改后的文本'], { silence: silent.hold }),
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    text: { sees: true, needs: { agreed: ['unchanged', 'settled'], next_round: ['open_point'] } },
    options: {
      // Where 3.7 leads depends on the change: a material one opens 3.3 and 3.6 again, another goes on to 3.6 or 3.8 (R6).
      agreed: onward,
      next_round: back('3.7a', { limit: 2, then: 'goes_on' }),
      deadlock: onward,
    },
    rests: ['3.7a'],
  },
  '3.7c': {
    name: 'deadlock_director',
    title: { en: 'Settle the open points as programme director', 'zh-CN': '项目主任协商未决事项' },
    role: 'PD',
    due: within(wd(15)),
    escalation: 'E1',
    text: { sees: true, settles: true, needs: { agreed: ['unchanged', 'settled'] } },
    options: { agreed: onward, deadlock: end('lapsed', ['TXT']) },
    // Who found that the two sides cannot agree does not settle it, in whichever seat.
    apart: { SD2: ['3.7b'] },
  },
  '3.7d': {
    name: 'deadlock_government',
    title: { en: 'Settle the open points as head of government', 'zh-CN': '政府主要负责人协商未决事项' },
    asks: asked(['choose on the open points', '就未决事项作出选择'], { silence: silent.hold }),
    role: 'HG',
    due: within(wd(15)),
    escalation: 'E2',
    text: { sees: true, settles: true, needs: { agreed: ['unchanged', 'settled'] } },
    options: { agreed: onward, deadlock: end('lapsed', ['TXT']) },
    duties: ['settlement'],
    apart: { SD2: ['3.7b'] },
  },
  '3.8a': {
    name: 'translation',
    title: { en: 'Translate the agreed text', 'zh-CN': '翻译商定文本' },
    role: 'TR',
    due: within(wd(10)),
    escalation: 'E1',
    text: { hands: { with: ['translated'], only: 'languages' } },
    options: { translated: onward },
    rests: ['3.6a', '3.6b'],
  },
  '3.8b': {
    name: 'concordance',
    title: { en: 'Certify the concordance of both languages', 'zh-CN': '出具文本一致性证明' },
    role: 'RV',
    due: within(wd(10)),
    escalation: 'E1',
    text: { sees: true, needs: { concordant: ['unchanged'], differences: ['remark'] } },
    options: { concordant: onward, differences: back('3.8a', { limit: 3, then: textFails }) },
    rests: ['3.8a'],
    apart: { SD2: ['3.8a'] },
  },
})
