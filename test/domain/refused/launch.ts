import { holderOf } from '../../support/an-example.js'
import { at, choosing, type RefusedCase } from './case.js'

/** What the launch checklist stands against (10). */
export const launchCases: readonly RefusedCase[] = [
  {
    says: 'a launch is not ready while something the checklist demands is not done (10)',
    code: 'finding_stands_against',
    detail: {
      finding: { en: 'not done: 4.2a, 4.8b (10)', 'zh-CN': '未完成：4.2a、4.8b（10）' },
      allowed: ['not_ready'],
    },
    base: at('4.9', { answers: { '4.2a': 'not_ready', '4.8b': 'changes' } }),
    command: choosing('4.9', 'ready_with_minor_points'),
    actor: holderOf('SO', 9),
    twin: { base: at('4.9') },
  },
  {
    says: 'what the checklist only wishes for is a minor point, and not nothing',
    code: 'finding_stands_against',
    detail: { allowed: ['ready_with_minor_points', 'not_ready'] },
    base: at('4.9', { answers: { '4.8b': 'changes' } }),
    command: choosing('4.9', 'ready'),
    actor: holderOf('SO', 9),
    twin: { command: choosing('4.9', 'ready_with_minor_points') },
  },
]
