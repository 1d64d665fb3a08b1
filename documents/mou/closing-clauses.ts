import { chineseNumeral, englishNumeral } from '../wording.js'
import { fixed, timed, type MouClause } from './clause.js'

/** How the memorandum begins, changes, is renewed and ends (9). */
export const closingClauses = [
  {
    key: 'amendment',
    heading: { en: 'Amendment', 'zh-CN': '修改' },
    paragraphs: [
      fixed(
        'This memorandum may be amended by written consent of both participants, in both languages, after the approvals that the first text needed.',
        '经参与方书面同意，可对本备忘录进行修改。修改以两种语言作出，并履行与初始文本相同的审批程序。',
      ),
    ],
  },
  {
    key: 'effect',
    heading: { en: 'Coming into effect', 'zh-CN': '生效' },
    paragraphs: [
      fixed(
        'This memorandum comes into effect on the date of the last signature.',
        '本备忘录自最后一方签署之日起生效。',
      ),
    ],
  },
  {
    key: 'term',
    heading: { en: 'Term', 'zh-CN': '期限' },
    paragraphs: [
      ({ termYears }) => ({
        en: `It will remain in effect for ${englishNumeral(termYears)} ${termYears === 1 ? 'year' : 'years'}.`,
        'zh-CN': `本备忘录有效期为${chineseNumeral(termYears)}年。`,
      }),
    ],
  },
  {
    key: 'renewal',
    heading: { en: 'Renewal', 'zh-CN': '续期' },
    paragraphs: [
      ({ termYears, times: { renewalDays } }) => ({
        en: `Where the yearly reviews of the term were green, the last two at most and at least one, and no extraordinary review is open, the participants may renew it in writing for another ${englishNumeral(termYears)} ${termYears === 1 ? 'year' : 'years'}, counted from the end of the running term. Talks on renewal will begin ${renewalDays} days before the end of the term.`,
        'zh-CN': `期限内年度评估结果均为绿色（至多取最近两次，且至少有一次），且无正在进行的特别评审的，参与方可书面续期${chineseNumeral(termYears)}年，自原期限届满之日起算。续期商谈在期限届满前${renewalDays}日启动。`,
      }),
      timed('renewalGrace', {
        en: (days) =>
          `A renewal will be asked for and signed by both participants ${days === '' ? 'by' : `within ${days} after`} the end of the term at the latest; without it this memorandum expires.`,
        'zh-CN': (days) =>
          `续期至迟于期限届满${days === '' ? '时' : `后${days}内`}提出并由参与方签署；逾期未签署的，本备忘录到期终止。`,
      }),
    ],
  },
  {
    key: 'ending_and_notice',
    heading: { en: 'Ending and notice', 'zh-CN': '终止与通知' },
    paragraphs: [
      timed('notice', {
        en: (days) =>
          `Either participant may end this memorandum by written notice${days === '' ? '' : ` of ${days}`}, and either may end it at once for a breach of integrity.`,
        'zh-CN': (days) =>
          `任一参与方可${days === '' ? '' : `提前${days}`}书面通知另一参与方终止本备忘录；存在违反诚信情形的，任一参与方可即行终止。`,
      }),
      fixed(
        'It also ends when the name of Cooperation Base is withdrawn under the rules of the Alliance.',
        '依照联盟规则撤销基地称号的，本备忘录随之终止。',
      ),
    ],
  },
  {
    key: 'running_activities',
    heading: { en: 'Consequences for running activities', 'zh-CN': '对进行中活动的影响' },
    paragraphs: [
      fixed(
        'Activities that are running at the end will be completed as planned unless the participants decide otherwise in writing. Unspent funds will go back to whoever provided them.',
        '终止时正在进行的活动，除参与方书面另行商定外，按计划完成。未使用的资金退还出资方。',
      ),
      timed('signsOff', {
        en: (days) =>
          `Use of the name, the logo and the plaque will stop ${days === '' ? 'with' : `within ${days} of`} the end, and data held for the Base will be handed over.`,
        'zh-CN': (days) =>
          `基地名称、标识和铭牌在终止后${days === '' ? '' : `${days}内`}停止使用，为基地保存的数据予以移交。`,
      }),
    ],
  },
  {
    key: 'languages',
    heading: { en: 'Languages', 'zh-CN': '文字' },
    paragraphs: [
      fixed(
        'This memorandum is made in English and in Chinese, in two originals for each language, one for each participant. Both texts have equal value.',
        '本备忘录以英文和中文写成，每种文字正本各两份，参与方各执一份，两种文本具有同等效力。',
      ),
    ],
  },
] as const satisfies readonly MouClause[]
