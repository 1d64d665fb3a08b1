import type { BaseId } from '../domain/ids.js'
import { problem, same } from './problem-entry.js'

/** Every "no" to a question about an activity that the edge can give by itself. */
export const thirdPartyProblems = {
  activity_not_noted: problem<{ activity: string }>({
    status: 409,
    title: { en: 'Not an activity that was noted', 'zh-CN': '不是已登记的活动' },
    says: {
      en: (d) =>
        `${d.activity} is not an activity that a sheet of the year has noted and that still stands; outsiders are asked about no other.`,
      'zh-CN': (d) => `${d.activity} 不是年度工作记录中登记且仍有效的活动；仅可就此类活动请第三方确认。`,
    },
    next: same(
      'List what is followed on the base and name an activity that is recorded, or note it first.',
      '请查看本基地跟踪事项，选择已登记的活动；尚未登记的，请先登记。',
    ),
  }),
  third_party_answered: problem<{ activity: string; at: string }>({
    status: 409,
    title: { en: 'Answered already', 'zh-CN': '已有答复' },
    says: {
      en: (d) =>
        `A third party has answered about the activity ${d.activity} at ${d.at}. That answer stays; nobody else is asked.`,
      'zh-CN': (d) => `第三方已于 ${d.at} 就活动 ${d.activity} 作出答复。该答复予以保留，不再询问其他方。`,
    },
    next: same(
      'Correct the activity on the next sheet if it was noted wrongly; what stands in its place may be asked about.',
      '登记有误的，请在下一份工作记录中更正；更正后的活动可另行请第三方确认。',
    ),
  }),
  third_party_not_outside: problem<{ base: BaseId }>({
    status: 409,
    title: { en: 'Not somebody outside', 'zh-CN': '不是外部人员' },
    says: {
      en: (d) =>
        `The address that was named is on record for you or for somebody who holds or held a seat in the programme of ${d.base}; an activity is confirmed by somebody outside of it.`,
      'zh-CN': (d) =>
        `所填邮箱登记为您本人或者 ${d.base} 所属项目现任、曾任职务人员的邮箱；活动须由项目以外的人员确认。`,
    },
    next: same(
      'Name the address of an organiser, host, client, investor or trainer who saw the activity.',
      '请填写了解该活动的主办方、接待方、客户、投资方或培训方的邮箱。',
    ),
  }),
} as const
