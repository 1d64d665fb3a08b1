import type { GateTold } from '../gates.js'
import type { LocalText } from '../locale.js'
import { gatesInWords } from '../words/gates.js'
import { list, refusal } from './entry.js'

/** No to what is asked: option, code, facts, what the file does not support. */
export const what = {
  unknown_option: refusal<{ step: string; got: string; allowed: readonly string[] }>({
    kind: 'invalid',
    says: {
      en: (d) =>
        d.allowed.length === 0
          ? `Nobody chooses on step ${d.step}, not "${d.got}" either: the clock or the programme settles it by itself.`
          : `Step ${d.step} has no option "${d.got}"; it has: ${list(d.allowed)}.`,
      'zh-CN': (d) =>
        d.allowed.length === 0
          ? `步骤 ${d.step} 不由任何人选择，亦不能选“${d.got}”：由时钟或项目自动办结。`
          : `步骤 ${d.step} 没有选项“${d.got}”；可选：${list(d.allowed)}。`,
    },
    next: {
      en: (d) =>
        d.allowed.length === 0 ? 'Wait: `why` says until when and for what.' : 'Choose one of the options named.',
      'zh-CN': (d) => (d.allowed.length === 0 ? '请等待：`why` 说明等待何事及至何时。' : '请选择所列选项之一。'),
    },
  }),
  option_used_up: refusal<{ step: string; option: string; limit: number; allowed: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `"${d.option}" on step ${d.step} was used ${d.limit} time(s), which is the limit; still open: ${list(d.allowed)}.`,
      'zh-CN': (d) => `步骤 ${d.step} 的“${d.option}”已使用 ${d.limit} 次，达到上限；仍可选：${list(d.allowed)}。`,
    },
    next: {
      en: (d) => (d.allowed.length === 0 ? 'No option is left on it now.' : `Choose ${list(d.allowed)}.`),
      'zh-CN': (d) => (d.allowed.length === 0 ? '目前无其他可选项。' : `请选择 ${list(d.allowed)}。`),
    },
  }),
  code_required: refusal<{ step: string; option: string; allowed: readonly string[] }>({
    kind: 'invalid',
    says: {
      en: (d) => `"${d.option}" on step ${d.step} needs a reason code: ${list(d.allowed)}.`,
      'zh-CN': (d) => `步骤 ${d.step} 选择“${d.option}”须注明理由代码：${list(d.allowed)}。`,
    },
    next: {
      en: () => 'Send one of these codes, with a reason in words.',
      'zh-CN': () => '请附上其中一个代码并以文字说明理由。',
    },
  }),
  code_not_fitting: refusal<{ step: string; option: string; code: string; allowed: readonly string[] }>({
    kind: 'invalid',
    says: {
      en: (d) =>
        `The reason code ${d.code} does not fit "${d.option}" on step ${d.step}; those that do: ${list(d.allowed)}.`,
      'zh-CN': (d) => `理由代码 ${d.code} 不适用于步骤 ${d.step} 的“${d.option}”；适用的有：${list(d.allowed)}。`,
    },
    next: {
      en: () => 'Send one of these codes instead, with a reason in words.',
      'zh-CN': () => '请改用其中一个代码并以文字说明理由。',
    },
  }),
  text_required: refusal<{ step: string; option: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `"${d.option}" on step ${d.step} is taken only with words of your own (8.14), and none came.`,
      'zh-CN': (d) => `步骤 ${d.step} 选择“${d.option}”须附文字说明（8.14），但未收到任何文字。`,
    },
    next: {
      en: () => 'Send it again with a reason in words: what is missing, what is wrong, or what speaks against it.',
      'zh-CN': () => '请附文字理由重新提交：缺少什么、何处有误或有何反对理由。',
    },
    ofSignatory: {
      says: {
        en: (d) =>
          `"${d.option}" on step ${d.step} is taken only with the words of the signatory (8.14), and none came.`,
        'zh-CN': (d) => `步骤 ${d.step} 选择“${d.option}”须附签署人的文字说明（8.14），但未收到任何文字。`,
      },
      next: {
        en: () => 'Enter the reason as the paper says it; a paper that gives none is no such act.',
        'zh-CN': () => '请按书面文件录入其理由；未载明理由的文件不构成此项办理。',
      },
    },
  }),
  facts_missing: refusal<{ step: string; needs: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Step ${d.step} must bring: ${d.needs}.`,
      'zh-CN': (d) => `步骤 ${d.step} 须提交：${d.needs}。`,
    },
    next: { en: () => 'Send the decision again with it.', 'zh-CN': () => '请补齐后重新提交。' },
  }),
  facts_malformed: refusal<{ field: string; got: string; needs: LocalText }>({
    kind: 'invalid',
    says: {
      en: (d) => `${d.field} is ${d.got}; it must be ${d.needs.en}.`,
      'zh-CN': (d) => `${d.field} 的值为 ${d.got}；应为 ${d.needs['zh-CN']}。`,
    },
    next: { en: () => 'Correct the value and send it again.', 'zh-CN': () => '请更正后重新提交。' },
  }),
  sheet_of_other_criteria: refusal<{ got: readonly string[]; lacks: readonly string[]; criteria: readonly string[] }>({
    kind: 'invalid',
    says: {
      en: (d) =>
        `The score sheet has ${list(d.got)} beside its criteria and lacks ${list(d.lacks)}; it has exactly: ${list(d.criteria)}.`,
      'zh-CN': (d) => `评分表多出：${list(d.got)}；缺少：${list(d.lacks)}；应恰好包含：${list(d.criteria)}。`,
    },
    next: {
      en: () => 'Score each of the criteria named, and no other.',
      'zh-CN': () => '请对所列各项指标逐一评分，不得增减。',
    },
  }),
  dossier_incomplete: refusal<{ missing: readonly number[]; allowed: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `The dossier lacks part(s) ${list(d.missing)} of 14; it cannot be called complete.`,
      'zh-CN': (d) => `申报材料缺少第 ${list(d.missing)} 部分（共 14 部分），不能认定为齐全。`,
    },
    next: {
      en: (d) => `Choose ${list(d.allowed)}.`,
      'zh-CN': (d) => `请选择 ${list(d.allowed)}。`,
    },
  }),
  nothing_missing: refusal<{
    step: string
    option: string
    there: readonly string[]
    allowed: readonly string[]
  }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `"${d.option}" on step ${d.step} says that something is missing, but all that is asked for is there: ${list(d.there)}.`,
      'zh-CN': (d) => `步骤 ${d.step} 的“${d.option}”表示有所缺漏，但所需各项均已具备：${list(d.there)}。`,
    },
    next: {
      en: (d) => `Choose ${list(d.allowed)}, or what the case calls for with another reason code.`,
      'zh-CN': (d) => `请选择 ${list(d.allowed)}，或依实际情况选择其他选项及理由代码。`,
    },
  }),
  gate_not_passed: refusal<{ gates: readonly GateTold[]; option: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Gates that are not passed: ${gatesInWords(d.gates, 'en')}. So "${d.option}" is not open.`,
      'zh-CN': (d) => `未通过的资格条件：${gatesInWords(d.gates, 'zh-CN')}。因此不能选择“${d.option}”。`,
    },
    next: {
      en: () =>
        'A binding gate ends the matter as not eligible; a guiding one can be waived by director and chair together.',
      'zh-CN': () => '强制性门槛未通过即为不符合资格；指导性门槛可由项目主任与委员会主席共同豁免。',
    },
  }),
  gates_all_passed: refusal<{ option: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Every gate is passed; "${d.option}" has no ground.`,
      'zh-CN': (d) => `全部资格门槛均已通过；“${d.option}”缺乏依据。`,
    },
    next: {
      en: () => 'Decide "eligible"; where another base stands on the territory, "not eligible" with the code CAP.',
      'zh-CN': () => '请选择“符合资格”；如该区域已有基地，请选择“不符合资格”并注明代码 CAP。',
    },
  }),
  spread_too_wide: refusal<{ spread: number; limit: number }>({
    kind: 'conflict',
    says: {
      en: (d) => `The sheets lie ${d.spread} points apart; above ${d.limit} a fourth scorer is needed (R13).`,
      'zh-CN': (d) => `各评分表分差为 ${d.spread} 分；超过 ${d.limit} 分须增加第四位评分人（R13）。`,
    },
    next: { en: () => 'Decide "fourth_scorer".', 'zh-CN': () => '请选择“增加第四位评分人”。' },
  }),
  below_pass_mark: refusal<{ total: number; needs: number; criteria: readonly string[]; option: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `The score is ${d.total} of 100 (pass mark ${d.needs}); below their minimum: ${list(d.criteria)}. "${d.option}" is not open.`,
      'zh-CN': (d) =>
        `得分 ${d.total}（合格线 ${d.needs}）；低于最低要求的指标：${list(d.criteria)}。不能选择“${d.option}”。`,
    },
    next: {
      en: () => 'Decline, defer, or place it on the waiting list.',
      'zh-CN': () => '可选择不予通过、延后或列入候补。',
    },
  }),
  finding_stands_against: refusal<{
    step: string
    option: string
    finding: LocalText
    allowed: readonly string[]
  }>({
    kind: 'conflict',
    says: {
      en: (d) => `"${d.option}" is not supported: ${d.finding.en}. Supported: ${list(d.allowed)}.`,
      'zh-CN': (d) => `“${d.option}”缺乏依据：${d.finding['zh-CN']}。可选：${list(d.allowed)}。`,
    },
    next: {
      en: (d) =>
        d.allowed.length === 0
          ? 'The figures support none of them: have the figures put right first.'
          : 'Choose one of the options the figures support.',
      'zh-CN': (d) =>
        d.allowed.length === 0 ? '现有结果不支持任何选项：请先更正相关数据。' : '请选择与结果相符的选项。',
    },
  }),
  text_changed: refusal<{ step: string; seen: readonly string[]; current: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `You approve ${list(d.seen)}, but step ${d.step} is about ${list(d.current)}.`,
      'zh-CN': (d) => `您所确认的文本为 ${list(d.seen)}，而步骤 ${d.step} 的现行文本为 ${list(d.current)}。`,
    },
    next: {
      en: () => 'Open the current text, read it, and decide on that.',
      'zh-CN': () => '请打开现行文本，阅读后再作决定。',
    },
    ofSignatory: {
      says: {
        en: (d) => `The paper approves ${list(d.seen)}, but step ${d.step} is about ${list(d.current)}.`,
        'zh-CN': (d) => `书面文件所确认的文本为 ${list(d.seen)}，而步骤 ${d.step} 的现行文本为 ${list(d.current)}。`,
      },
      next: {
        en: () => 'Have the current text signed; a paper about another one does not count.',
        'zh-CN': () => '请就现行文本另行签署；就其他文本签署的文件不予计入。',
      },
    },
  }),
} as const
