import { refusal } from './entry.js'

/** No, because of what stands under the id of the command already, or because of a mistake of the program. */
export const recording = {
  carried_out_elsewhere: refusal<{ command: string; stream: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The command ${d.command} was carried out on ${d.stream} already; one command acts once.`,
      'zh-CN': (d) => `指令 ${d.command} 已在 ${d.stream} 上执行；一条指令只执行一次。`,
    },
    next: {
      en: () => 'Ask what became of it under its id. For something else, send a new command under a new key.',
      'zh-CN': () => '请按其编号查询结果；办理其他事项请以新的标识发送新指令。',
    },
  }),
  refused_before: refusal<{ command: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The command ${d.command} was refused before, and what its sender was told stays.`,
      'zh-CN': (d) => `指令 ${d.command} 此前已被拒绝，已作出的答复不变。`,
    },
    next: {
      en: () => 'If it would be allowed now, send it again under a new key.',
      'zh-CN': () => '如现已具备条件，请以新的标识重新发送。',
    },
  }),
  not_carried_out: refusal<{ command: string }>({
    kind: 'defect',
    says: {
      en: (d) =>
        `The program made a mistake with the command ${d.command}: nothing was written down, and it is not tried again.`,
      'zh-CN': (d) => `程序在处理指令 ${d.command} 时出现自身错误：未作任何记录，亦不再重试。`,
    },
    next: {
      en: () => 'It is not your doing. Tell the operator the id of the command, and send it under a new key when told.',
      'zh-CN': () => '并非您的操作所致。请将指令编号告知运维人员，待通知后以新的标识重新发送。',
    },
  }),
} as const
