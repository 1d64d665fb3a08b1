import type { BaseId, PersonId, ProgrammeId } from '../ids.js'
import { list, refusal } from './entry.js'

const another = {
  en: (needs: string | undefined, besides: string) =>
    `Allowed: another person who ${needs === undefined ? '' : `holds the seat of ${needs} for this base and `}${besides}.`,
  'zh-CN': (needs: string | undefined, besides: string) =>
    `可由${needs === undefined ? '' : `在本基地担任${needs}且`}${besides}的其他人员办理。`,
}

/** No to the person for what he or she holds, has an interest in, or acts in place of (SD4 to SD10). */
export const seats = {
  seat_forbids: refusal<{ rule: string; holds: string; step: string; needs?: string; country?: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `Rule ${d.rule}: whoever holds the seat of ${d.holds}${d.country === undefined ? '' : ` in ${d.country}, the country of the place,`} may not act on ${d.step}, in whichever role.`,
      'zh-CN': (d) =>
        `规则 ${d.rule}：${d.country === undefined ? '' : `所在国与基地同为 ${d.country} 的`}${d.holds}任职者，不论以何种身份，均不得参与 ${d.step}。`,
    },
    next: {
      en: (d) => another.en(d.needs, `does not hold the seat of ${d.holds}${d.country === undefined ? '' : ' there'}`),
      'zh-CN': (d) => another['zh-CN'](d.needs, `未${d.country === undefined ? '' : '在该国'}担任${d.holds}`),
    },
    ofProgramme: {
      says: {
        en: (d) => `Rule ${d.rule}: whoever holds the seat of ${d.holds} takes no part in step ${d.step}.`,
        'zh-CN': (d) => `规则 ${d.rule}：${d.holds}任职者不得办理步骤 ${d.step}。`,
      },
      next: {
        en: (d) =>
          `Allowed: another person of the programme whose seat is for it and who does not hold the seat of ${d.holds}.`,
        'zh-CN': (d) => `可由项目中有权办理且未担任${d.holds}的其他人员办理。`,
      },
    },
  }),
  interest_declared: refusal<{ rule: string; person: PersonId; since: string; needs?: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `Rule ${d.rule}: an interest of ${d.person} in this base was declared on ${d.since}; it takes access and vote, and nobody lifts it.`,
      'zh-CN': (d) =>
        `规则 ${d.rule}：${d.person} 已于 ${d.since} 声明与本基地的利益关系，不得查阅材料或参与表决，且不得撤销。`,
    },
    next: {
      en: (d) => another.en(d.needs, 'has no interest in it'),
      'zh-CN': (d) => another['zh-CN'](d.needs, '无利益关系'),
    },
  }),
  interest_statement_missing: refusal<{ rule: string; step: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Rule ${d.rule}: step ${d.step} asks each person whether he or she has an interest in this base.`,
      'zh-CN': (d) => `规则 ${d.rule}：步骤 ${d.step} 须由各办理人员说明与本基地有无利益关系。`,
    },
    next: {
      en: () => 'Say with the decision that there is none (--no-interest at the keyboard), or declare the interest.',
      'zh-CN': () => '请在作出决定时说明无利益关系（命令行：--no-interest），或声明利益关系。',
    },
  }),
  assigned_to_another: refusal<{ step: string; holder: string }>({
    kind: 'forbidden',
    says: {
      en: (d) => `Step ${d.step} was given by a director to ${d.holder}.`,
      'zh-CN': (d) => `步骤 ${d.step} 已由项目主任指派给 ${d.holder}。`,
    },
    next: {
      en: (d) => `Allowed: ${d.holder}, or whoever a director gives the step to.`,
      'zh-CN': (d) => `可由 ${d.holder} 办理，或由项目主任另行指派。`,
    },
  }),
  opened_by_another: refusal<{ step: string; rule: string }>({
    kind: 'forbidden',
    says: {
      en: (d) => `Rule ${d.rule}: step ${d.step} is on a sheet that somebody else opened.`,
      'zh-CN': (d) => `规则 ${d.rule}：步骤 ${d.step} 属于他人开立的登记单。`,
    },
    next: {
      en: () => 'Allowed: whoever opened it, or who acts in that place; others open a sheet of their own.',
      'zh-CN': () => '仅由开立人或其代理人办理；请另行开立自己的登记单。',
    },
  }),
  act_in_person: refusal<{ rule: string; step: string; needs: string; delegator?: PersonId }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        d.step === d.needs
          ? `Rule ${d.rule}: whatever is done as ${d.needs} is done in person; the seat cannot be delegated.`
          : `Rule ${d.rule}: ${d.step} is done in person as ${d.needs}; it cannot be delegated.`,
      'zh-CN': (d) =>
        d.step === d.needs
          ? `规则 ${d.rule}：${d.needs}的全部事项须由本人办理，不得委托。`
          : `规则 ${d.rule}：${d.step} 须由${d.needs}本人办理，不得委托。`,
    },
    next: {
      en: (d) =>
        d.delegator === undefined
          ? `Leave it out; another person who holds the seat of ${d.needs} may act.`
          : `Allowed: ${d.delegator}, or another person who holds a seat of his or her own as ${d.needs}.`,
      'zh-CN': (d) =>
        d.delegator === undefined
          ? `请从委托范围中去除；可由其他担任${d.needs}的人员办理。`
          : `可由 ${d.delegator} 或其他本人担任${d.needs}的人员办理。`,
    },
  }),
  delegation_over: refusal<{
    rule: string
    step: string
    delegation: string
    delegator: PersonId
    needs: string
    from: string
    until: string
  }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `Rule ${d.rule}: delegation ${d.delegation} ran from ${d.from} to ${d.until}; nobody acts under it on step ${d.step}.`,
      'zh-CN': (d) =>
        `规则 ${d.rule}：委托 ${d.delegation} 的期限为 ${d.from} 至 ${d.until}，不得再据此办理步骤 ${d.step}。`,
    },
    next: {
      en: (d) =>
        `Allowed: ${d.delegator}, or another person who holds the seat of ${d.needs}; the step stays open for them.`,
      'zh-CN': (d) => `可由 ${d.delegator} 或其他担任${d.needs}的人员办理；该步骤仍为待办。`,
    },
  }),
  delegation_of_delegation: refusal<{ rule: string; role: string; delegation: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `Rule ${d.rule}: you hold the seat of ${d.role} by delegation ${d.delegation}; what was lent is not lent again.`,
      'zh-CN': (d) => `规则 ${d.rule}：您系依委托 ${d.delegation} 担任${d.role}；受托事项不得转委托。`,
    },
    next: {
      en: () => 'Allowed: a person with a seat of his or her own delegates it.',
      'zh-CN': () => '须由本人任职者自行委托。',
    },
  }),
  seat_without_base: refusal<{ role: string; bases: readonly string[] }>({
    kind: 'invalid',
    says: {
      en: (d) =>
        d.bases.length === 0
          ? `The seat of ${d.role} is held for one base, and none is named.`
          : `You hold the seat of ${d.role} for ${list(d.bases)}, and none of them is named.`,
      'zh-CN': (d) =>
        d.bases.length === 0
          ? `${d.role}一职须就某一基地任命，尚未列明基地。`
          : `您在 ${list(d.bases)} 担任${d.role}，尚未列明其中哪一个。`,
    },
    next: {
      en: () => 'Name the base.',
      'zh-CN': () => '请列明基地。',
    },
  }),
  base_of_another: refusal<{ base: BaseId; programme: ProgrammeId }>({
    kind: 'invalid',
    says: {
      en: (d) =>
        `${d.base} is no base of programme ${d.programme}; its seats are given and lent for its own bases alone.`,
      'zh-CN': (d) => `${d.base} 不是项目 ${d.programme} 的基地；项目只能就本项目的基地任命或委托。`,
    },
    next: {
      en: () => 'Name a base of this programme, or ask those who keep the seats of the other one.',
      'zh-CN': () => '请列明本项目的基地，或向另一项目的任职管理人员申请。',
    },
  }),
  sides_apart: refusal<{ rule: string; person: PersonId; role: string; holds: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `Rule ${d.rule}: ${d.person} holds the seat of ${d.holds}; nobody sits or acts for a place and for the programme where one of the two seats is lent (here: ${d.role} beside ${d.holds}).`,
      'zh-CN': (d) =>
        `规则 ${d.rule}：${d.person} 担任${d.holds}；基地所在地一方与项目一方的席位，其一系受托的，不得由同一人兼任（此处为${d.role}与${d.holds}）。`,
    },
    next: {
      en: () => 'Name somebody who sits on this side alone; a lent seat can be ended first.',
      'zh-CN': () => '请另选仅在本方任职的人员；如系受托任职，可先终止该委托。',
    },
  }),
  seats_apart: refusal<{ rule: string; person: PersonId; base: BaseId; role: string; holds: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `Rule ${d.rule}: ${d.person} holds the seat of ${d.holds} for ${d.base}, or is to get it now; the holders of these two seats hear of each other when one is silent, so nobody has both at one time (here: ${d.role} beside ${d.holds}).`,
      'zh-CN': (d) =>
        `规则 ${d.rule}：${d.person} 在 ${d.base} 担任或拟担任${d.holds}；该职务与${d.role}在一方逾期未办时互为告知对象，同一人不得同时兼任。`,
    },
    next: {
      en: (d) => `Name somebody else as ${d.role}, or end the other seat first.`,
      'zh-CN': (d) => `请另选人员担任${d.role}，或先终止另一任职。`,
    },
  }),
  not_a_holder: refusal<{ step: string; person: PersonId; needs: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Step ${d.step} is for: ${d.needs}; ${d.person} does not hold that seat for this base now.`,
      'zh-CN': (d) => `步骤 ${d.step} 由${d.needs}办理；${d.person} 目前未在本基地担任该职务。`,
    },
    next: {
      en: (d) => `Name a person who holds a seat of his or her own as ${d.needs}, or grant the mandate first.`,
      'zh-CN': (d) => `请指定本人担任${d.needs}的人员，或先授予任命。`,
    },
  }),
  not_reassignable: refusal<{ step: string; seats: number }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Step ${d.step} is decided by ${d.seats} seat(s) of a body or by the clock; it is nobody's alone to hand on.`,
      'zh-CN': (d) => `步骤 ${d.step} 由机构的 ${d.seats} 个席位或由时限决定，不能改派给个人。`,
    },
    next: {
      en: () => 'Fill the seats by mandates, or reassign a step that one person decides.',
      'zh-CN': () => '请通过任命补足席位，或改派由一人决定的步骤。',
    },
  }),
  grant_to_oneself: refusal<{ rule: string; person: PersonId }>({
    kind: 'forbidden',
    says: {
      en: (d) => `Rule ${d.rule}: ${d.person} may not give a seat to himself or herself.`,
      'zh-CN': (d) => `规则 ${d.rule}：${d.person} 不得为本人授予任命。`,
    },
    next: {
      en: () => 'Allowed: another director or administrator grants it.',
      'zh-CN': () => '可由其他项目主任或系统管理员授予。',
    },
  }),
} as const
