import type { OrganisationId } from '../ids.js'
import { refusal } from './entry.js'

/** No to what an administrator adds or corrects, and to acting where something of it is missing. */
export const register = {
  organisation_country_missing: refusal<{ rule: string; organisation: OrganisationId; step: string; needs: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Rule ${d.rule}: nobody acts on ${d.step} for an organisation of the place's own country, and the programme does not know the country of ${d.organisation}.`,
      'zh-CN': (d) =>
        `规则 ${d.rule}：与基地同属一国的机构人员不得办理 ${d.step}，而项目尚未登记机构 ${d.organisation} 所属国家。`,
    },
    next: {
      en: (d) =>
        `An administrator adds the organisation ${d.organisation} with its country; then the act is sent again. Until then another person with a seat as ${d.needs} may act.`,
      'zh-CN': (d) =>
        `请由系统管理员登记机构 ${d.organisation} 及其所属国家，然后重新提交；在此之前可由其他担任${d.needs}的人员办理。`,
    },
  }),
  registered_already: refusal<{ kind: string; id: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The programme has the ${d.kind} ${d.id} already; what stands is not added a second time.`,
      'zh-CN': (d) => `项目已登记${d.kind} ${d.id}；已有内容不得重复登记。`,
    },
    next: {
      en: () => 'Send it as a correction; another administrator or a director confirms it.',
      'zh-CN': () => '请以更正方式提交，并由另一位系统管理员或项目主任确认。',
    },
  }),
  not_registered: refusal<{ kind: string; id: string }>({
    kind: 'missing',
    says: {
      en: (d) => `The programme has no ${d.kind} ${d.id}.`,
      'zh-CN': (d) => `项目未登记${d.kind} ${d.id}。`,
    },
    next: {
      en: () => 'An administrator adds it first; then this is sent again.',
      'zh-CN': () => '请先由系统管理员登记，再重新提交。',
    },
  }),
  no_correction: refusal<{ kind: string; id: string }>({
    kind: 'missing',
    says: {
      en: (d) => `No correction of the ${d.kind} ${d.id} waits for a second person.`,
      'zh-CN': (d) => `${d.kind} ${d.id} 没有待确认的更正。`,
    },
    next: {
      en: () => 'Look at the register; an administrator asks for a correction first.',
      'zh-CN': () => '请查看登记簿；须先由系统管理员提出更正。',
    },
  }),
} as const
