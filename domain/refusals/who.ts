import type { MandateId } from '../ids.js'
import { list, refusal } from './entry.js'

/** No to the person: role, separation of duties, mandate. */
export const who = {
  not_your_role: refusal<{ step: string; needs: string; have: readonly string[] }>({
    kind: 'forbidden',
    says: {
      en: (d) => `Step ${d.step} is decided by: ${d.needs}; you act as: ${list(d.have)}.`,
      'zh-CN': (d) => `步骤 ${d.step} 由${d.needs}决定；您的身份为：${list(d.have)}。`,
    },
    next: {
      en: (d) =>
        `Ask a person who holds the seat of ${d.needs} for this base, or ask a director or an administrator of the programme for the seat.`,
      'zh-CN': (d) => `请由在本基地担任${d.needs}的人员办理，或向项目主任或系统管理员申请任命。`,
    },
    ofProgramme: {
      says: {
        en: (d) => `Step ${d.step} is done by: ${d.needs}; you act as: ${list(d.have)}.`,
        'zh-CN': (d) => `步骤 ${d.step} 由${d.needs}办理；您的身份为：${list(d.have)}。`,
      },
      next: {
        en: (d) =>
          `Ask a person who holds such a seat in the programme (${d.needs}), or ask a director or an administrator for one.`,
        'zh-CN': (d) => `请由在本项目担任该职务（${d.needs}）的人员办理，或向项目主任或系统管理员申请任命。`,
      },
    },
    ofSignatory: {
      says: {
        en: (d) =>
          `Step ${d.step} is decided by: ${d.needs}, with an own seat held on the day of signing and still; the signatory acts as: ${list(d.have)}.`,
        'zh-CN': (d) =>
          `步骤 ${d.step} 由${d.needs}决定，签署之日及现在均须本人任职；签署人的身份为：${list(d.have)}。`,
      },
      next: {
        en: (d) => `Have the paper signed by a person who holds the seat of ${d.needs} for this base.`,
        'zh-CN': (d) => `请由在本基地担任${d.needs}的人员签署。`,
      },
    },
  }),
  separation_of_duties: refusal<{ rule: string; step: string; other: string; needs?: string }>({
    kind: 'forbidden',
    says: {
      en: (d) => `Rule ${d.rule}: whoever acted on step ${d.other} may not act on step ${d.step} of the same base.`,
      'zh-CN': (d) => `规则 ${d.rule}：在同一基地参与步骤 ${d.other} 的人员不得参与步骤 ${d.step}。`,
    },
    next: {
      en: (d) =>
        `Allowed: another person${d.needs === undefined ? ' of the same role' : ` who holds the seat of ${d.needs} for this base`} and has not acted on ${d.other}.`,
      'zh-CN': (d) =>
        `可由${d.needs === undefined ? '担任同一职务' : `在本基地担任${d.needs}`}且未参与 ${d.other} 的其他人员办理。`,
    },
    ofProgramme: {
      says: {
        en: (d) => `Rule ${d.rule}: whoever acted on step ${d.other} may not act on step ${d.step} of the same call.`,
        'zh-CN': (d) => `规则 ${d.rule}：在同一批次参与步骤 ${d.other} 的人员不得参与步骤 ${d.step}。`,
      },
      next: {
        en: (d) => `Allowed: another person who holds the same seat in the programme and has not acted on ${d.other}.`,
        'zh-CN': (d) => `可由在本项目担任同一职务且未参与 ${d.other} 的其他人员办理。`,
      },
    },
  }),
  already_acted: refusal<{ step: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `You have already acted on step ${d.step}; each person acts once.`,
      'zh-CN': (d) => `您已就步骤 ${d.step} 作出处理；每人仅可处理一次。`,
    },
    next: { en: () => 'Nothing is left for you to do here.', 'zh-CN': () => '您无需再作处理。' },
    ofSignatory: {
      says: {
        en: (d) => `The signatory has already acted on step ${d.step}; each person acts once.`,
        'zh-CN': (d) => `签署人已就步骤 ${d.step} 作出处理；每人仅可处理一次。`,
      },
      next: {
        en: () => 'Turn the paper away if it waits already; nothing else is left to do here.',
        'zh-CN': () => '该书面文件如已录入待确认，请予退回；此外无需再作处理。',
      },
    },
  }),
  second_factor: refusal<{ act: string; channel: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `What weighs as much (${d.act}) is taken from whoever has shown within the last ten minutes who he or she is; nothing was recorded.`,
      'zh-CN': (d) => `此项行为（${d.act}）效力重大，须在十分钟内重新核验身份后方可办理；未作任何记录。`,
    },
    next: {
      en: (d) =>
        d.channel === 'link'
          ? 'On the page of your link press the button that sends a code to your address on record, type the code there and act again.'
          : 'Sign in afresh at /sign-in?fresh=yes, or have a passkey of yours (/passkeys) vouch for the act, and act again under a new key within ten minutes; with a token, ask its issuer for a new one that says when you signed in (auth_time).',
      'zh-CN': (d) =>
        d.channel === 'link'
          ? '请在链接页面点击发送验证码的按钮，验证码将寄至登记邮箱；在页面填写后再次办理。'
          : '请通过 /sign-in?fresh=yes 重新登录，或以已登记的通行密钥（/passkeys）核验，并在十分钟内以新的请求键再次办理；使用令牌的，请向签发方申领载明登录时间（auth_time）的新令牌。',
    },
  }),
  link_dead: refusal<{ link: string }>({
    kind: 'conflict',
    says: {
      en: () => 'This link no longer acts: it was used, withdrawn, or made for a seat that is not held any more.',
      'zh-CN': () => '此链接已失效：已使用、已撤销，或所对应的职务已不再担任。',
    },
    next: {
      en: () => 'Act by the newest letter about this step, or with an account.',
      'zh-CN': () => '请使用关于该事项的最新函件办理，或登录账户办理。',
    },
  }),
  mandate_not_in_force: refusal<{ mandate: MandateId }>({
    kind: 'forbidden',
    says: {
      en: (d) => `Mandate ${d.mandate} is not in force at the time of the act.`,
      'zh-CN': (d) => `任命 ${d.mandate} 在办理时未生效或已被收回。`,
    },
    next: { en: () => 'Ask the programme director to renew it.', 'zh-CN': () => '请向项目主任申请续期。' },
  }),
} as const
