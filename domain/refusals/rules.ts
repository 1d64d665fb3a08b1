import type { PersonId } from '../ids.js'
import { list, refusal } from './entry.js'

/** No to another version of the rules (8.8). */
export const rules = {
  version_in_use: refusal<{ version: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The base is under version ${d.version} already.`,
      'zh-CN': (d) => `该基地已适用 ${d.version} 版规则。`,
    },
    next: {
      en: () => 'Name a later version that is in force.',
      'zh-CN': () => '请指定一个更新且已生效的版本。',
    },
  }),
  version_earlier: refusal<{ version: string; now: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Version ${d.version} is earlier than ${d.now}, under which the stage runs (8.8).`,
      'zh-CN': (d) => `${d.version} 版早于本阶段适用的 ${d.now} 版（8.8）。`,
    },
    next: {
      en: () => 'Only a later version is adopted; a stage never goes back to an earlier one.',
      'zh-CN': () => '只能采用更新的版本，阶段不得退回旧版。',
    },
  }),
  adoption_agreed_already: refusal<{ version: string; side: string; person: PersonId }>({
    kind: 'conflict',
    says: {
      en: (d) => `The ${d.side} side has agreed to version ${d.version} already, by ${d.person}.`,
      'zh-CN': (d) => `${d.side === 'programme' ? '联盟' : '政府'}已由 ${d.person} 同意采用 ${d.version} 版。`,
    },
    next: {
      en: () => 'It is adopted when the other side agrees to the same version.',
      'zh-CN': () => '另一方同意同一版本后即告采用。',
    },
  }),
  adoption_not_now: refusal<{ version: string; steps: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `Under version ${d.version} what was decided or is open would not stand: ${list(d.steps)}.`,
      'zh-CN': (d) => `按 ${d.version} 版，已作决定或待办事项将不成立：${list(d.steps)}。`,
    },
    next: {
      en: () =>
        'Wait for the next stage, which begins under the newest version (8.8), or for these steps to be settled.',
      'zh-CN': () => '请等待下一阶段自动适用最新版本（8.8），或待上述步骤办结。',
    },
  }),
  rules_date_past: refusal<{ version: string; from: string; now: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Version ${d.version} would come into force at ${d.from}, which is not after now (${d.now}).`,
      'zh-CN': (d) => `${d.version} 版拟自 ${d.from} 起生效，该时间不晚于现在（${d.now}）。`,
    },
    next: {
      en: () => 'Propose it for a later day: nothing is judged by rules that were not there.',
      'zh-CN': () => '请提议一个更晚的生效日期：不得以当时尚不存在的规则作出判断。',
    },
  }),
  rules_version_stands: refusal<{ version: string; waits: boolean }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        d.waits ? `Version ${d.version} waits for its second person already.` : `Version ${d.version} stands already.`,
      'zh-CN': (d) => (d.waits ? `${d.version} 版已在等待第二人确认。` : `${d.version} 版已经存在。`),
    },
    next: {
      en: (d) =>
        d.waits
          ? 'Have that one confirmed, or withdraw it first.'
          : 'Give the changed rules a version of their own; bases are pinned to the one that stands.',
      'zh-CN': (d) =>
        d.waits ? '请先确认或撤回该提议。' : '请为修改后的规则另定版本；已有基地适用现存版本，不得更改。',
    },
  }),
  rules_not_newest: refusal<{ version: string; from: string; newest: string; newestFrom: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Version ${d.version} from ${d.from} does not follow the newest one, ${d.newest} from ${d.newestFrom}: a version is newer than those before it and comes into force no earlier.`,
      'zh-CN': (d) =>
        `${d.version} 版（自 ${d.from}）未排在最新版 ${d.newest}（自 ${d.newestFrom}）之后：新版须晚于旧版，且不得更早生效。`,
    },
    next: {
      en: (d) =>
        `What is published is not taken back. Give yours a version later than ${d.newest} and let it come into force at ${d.newestFrom} or after; on that very moment it takes the place of ${d.newest}.`,
      'zh-CN': (d) =>
        `已发布的版本不能撤回。请另定晚于 ${d.newest} 的版本，生效时间不早于 ${d.newestFrom}；与其同时生效的，以新版为准。`,
    },
  }),
  no_rules_proposed: refusal<{ version: string }>({
    kind: 'missing',
    says: {
      en: (d) => `No version ${d.version} of the rules waits for a second person.`,
      'zh-CN': (d) => `没有 ${d.version} 版规则等待第二人确认。`,
    },
    next: {
      en: () => 'Look at the proposals of the programme, and name one that waits, such as full@2027-03-01.',
      'zh-CN': () => '请查看项目的待确认提议，并指明其中一项，例如 full@2027-03-01。',
    },
  }),
  other_entry_waits: refusal<{ got: number; waits: number }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Entry ${d.got} of the record is not what waits: that is entry ${d.waits}, which may say something else.`,
      'zh-CN': (d) => `待确认的不是登记第${d.got}条，而是第${d.waits}条，两者内容可能不同。`,
    },
    next: {
      en: (d) =>
        `Read what entry ${d.waits} asks for, where you see what waits for a second person; then confirm with its number.`,
      'zh-CN': (d) => `请在待第二人确认的事项中阅读第${d.waits}条的内容，再以该编号确认。`,
    },
  }),
} as const
