import type { BaseId } from '../ids.js'
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
  entry_unsealed: refusal<{ command: string; stream: string; seq: number }>({
    kind: 'defect',
    says: {
      en: (d) =>
        `Entry ${d.seq} of ${d.stream} was not written by the programme, so nothing is recorded behind it; the command ${d.command} was not carried out.`,
      'zh-CN': (d) => `${d.stream} 的第 ${d.seq} 条并非由本系统写入，其后不再作任何记录；指令 ${d.command} 未予执行。`,
    },
    next: {
      en: () =>
        'It is not your doing. Tell the operator, who must find out whose hand it was, and send a new command when told.',
      'zh-CN': () => '并非您的操作所致。请告知运维人员查明来源，待通知后重新发送新指令。',
    },
  }),
  sender_unsealed: refusal<{ command: string; stream: string }>({
    kind: 'defect',
    says: {
      en: (d) =>
        `The command ${d.command} to ${d.stream} does not bear the seal of this programme, so nobody can say who sent it; it was not carried out.`,
      'zh-CN': (d) => `发往 ${d.stream} 的指令 ${d.command} 未带本系统的封印，无从确认发出者；未予执行。`,
    },
    next: {
      en: () =>
        'It is not your doing. Tell the operator, who sees whether somebody went past the programme or its parts hold different keys, and send a new command when told.',
      'zh-CN': () =>
        '并非您的操作所致。请告知运维人员，由其查明是有人绕过本系统，还是各部分所持密钥不一；待通知后重新发送新指令。',
    },
  }),
  begun_otherwise: refusal<{ base: BaseId }>({
    kind: 'defect',
    says: {
      en: (d) =>
        `The workflow of ${d.base} was begun under other rules or for another place than the nomination says; the nomination was not carried out.`,
      'zh-CN': (d) => `${d.base} 的流程启动时所依规则或所在地与申报不符；申报未予执行。`,
    },
    next: {
      en: () =>
        'It is not your doing. Tell the operator, who finds out who began that workflow and ends it; then send the nomination under a new key.',
      'zh-CN': () => '并非您的操作所致。请告知运维人员查明启动者并结束该流程，然后以新的标识重新申报。',
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
