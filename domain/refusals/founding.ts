import type { ProgrammeId } from '../ids.js'
import { refusal } from './entry.js'

/** No to founding a programme, and to seats that lack a paper or a second person. */
export const founding = {
  programme_stands: refusal<{ programme: ProgrammeId }>({
    kind: 'conflict',
    says: {
      en: (d) => `Programme ${d.programme} stands already; it is founded once.`,
      'zh-CN': (d) => `项目 ${d.programme} 已经设立；一个项目只设立一次。`,
    },
    next: {
      en: () => 'Choose another id, or let its administrators give the seats that are missing.',
      'zh-CN': () => '请另选编号，或由现有系统管理员授予所缺席位。',
    },
  }),
  founders_not_two: refusal<{ got: number }>({
    kind: 'invalid',
    says: {
      en: (d) => `A programme is founded by two different persons; named: ${d.got}.`,
      'zh-CN': (d) => `设立项目须有两名不同的人员；已列出 ${d.got} 名。`,
    },
    next: {
      en: () => 'Name two persons, each with a subject and an address of his or her own.',
      'zh-CN': () => '请列出两名人员，并分别填写其本人的身份标识与邮箱。',
    },
  }),
  appointment_paper_missing: refusal<{ rule: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Rule ${d.rule}: a seat is given on a paper of appointment; none is named.`,
      'zh-CN': (d) => `规则 ${d.rule}：授予席位须有任命文件；尚未列明。`,
    },
    next: {
      en: () => 'Send it with the number and date of the paper, or with the SHA-256 of its file.',
      'zh-CN': () => '请附上任命文件的编号与日期，或其文件的 SHA-256 值。',
    },
  }),
  proposal_exists: refusal<{ proposal: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `There is a proposal ${d.proposal} of seats already.`,
      'zh-CN': (d) => `已有席位提议 ${d.proposal}。`,
    },
    next: {
      en: () => 'Have that one confirmed, or choose another name.',
      'zh-CN': () => '请先确认该提议，或另取名称。',
    },
  }),
  no_proposal: refusal<{ proposal: string }>({
    kind: 'missing',
    says: {
      en: (d) => `No seats wait for confirmation under ${d.proposal}.`,
      'zh-CN': (d) => `没有名为 ${d.proposal} 的席位提议待确认。`,
    },
    next: {
      en: () => 'Look at the proposals of the programme, and name one that waits.',
      'zh-CN': () => '请查看项目的席位提议，并指明待确认的一项。',
    },
  }),
} as const
