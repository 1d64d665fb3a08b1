import { list, refusal } from './entry.js'

/** No for the sake of the due-diligence team (2.1): who is not in it, and a team that looks from inside alone. */
export const team = {
  not_in_team: refusal<{ step: string; named: string; team: readonly string[]; needs: string }>({
    kind: 'forbidden',
    says: {
      en: (d) => `Step ${d.step} is work of the team that was named on ${d.named}: ${list(d.team)}.`,
      'zh-CN': (d) => `步骤 ${d.step} 由 ${d.named} 所任命的调查组办理，成员为：${list(d.team)}。`,
    },
    next: {
      en: (d) =>
        `Allowed: a member of the team who holds the seat of ${d.needs}. The programme director changes the team, by giving this step to another holder of that seat.`,
      'zh-CN': (d) =>
        `可由调查组中担任${d.needs}的成员办理。调查组由项目主任调整：可将本步骤改派给其他担任该职务的人员。`,
    },
  }),
  team_without_outsider: refusal<{ by: string; team: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Of the team that was named (${list(d.team)}) nobody comes from outside: each holds a seat for an organisation of the ${d.by}, or no seat for this work at all.`,
      'zh-CN': (d) =>
        `所任命的调查组成员（${list(d.team)}）中没有外部人员：各成员均在${d.by}所属单位任职，或未担任调查职务。`,
    },
    next: {
      en: () =>
        'Name at least one lead, specialist or visitor whose seats for this work are all for another organisation.',
      'zh-CN': () => '请至少任命一名仅在其他单位任职的组长、专员或考察员。',
    },
  }),
} as const
