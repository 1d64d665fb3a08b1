import { dateInWords, type Locale } from '../../domain/locale.js'
import { leftTable } from '../left-table.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'
import { say } from '../wording.js'
import { orLine } from './known-facts.js'

/** What repairs each finding, by whom, until when and how it is shown, as it was accepted (5.11, 5.13). */
export const composeImprovementPlan = ({ base, facts, language }: PaperOf<'improvement_plan'>): Content => {
  const words = wordings[language]
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      { type: 'paragraph', text: words.opening(dateInWords(facts.acceptedOn, language)) },
      { type: 'heading', text: words.measures },
      leftTable(
        [
          [words.no, 1.3],
          [words.finding, 4],
          [words.measure, 4],
          [words.owner, 2.6],
          [words.by, 2.9],
          [words.proof, 2.6],
        ],
        facts.rows.map(({ finding, cause, measure, owner, by, proof }, index) => [
          String(index + 1),
          cause === undefined
            ? say(finding, language)
            : `${say(finding, language)} ${words.cause(say(cause, language))}`,
          orLine(measure, language),
          orLine(owner, language),
          orLine(by, language),
          orLine(proof, language),
        ]),
      ),
      ...(facts.help === undefined
        ? []
        : ([
            { type: 'heading', text: words.help },
            { type: 'paragraph', text: say(facts.help, language) },
          ] as const)),
      { type: 'heading', text: words.next },
      { type: 'paragraph', text: words.nextText },
    ],
  }
}

type Word = 'title' | 'measures' | 'no' | 'finding' | 'measure' | 'owner' | 'by' | 'proof' | 'help' | 'next'
type Words = Readonly<Record<Word | 'nextText', string>> & {
  readonly opening: (date: string) => string
  readonly cause: (cause: string) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Improvement plan',
    opening: (date) => `The cluster organisation drew up this plan; the Alliance accepted it on ${date}.`,
    measures: 'Findings and measures',
    no: 'No.',
    finding: 'Finding',
    cause: (cause) => `(Cause: ${cause})`,
    measure: 'Measure',
    owner: 'Responsible',
    by: 'By',
    proof: 'Shown by',
    help: 'Help asked for',
    next: 'What follows',
    nextText: 'Whether each finding is repaired is examined and judged in the next review.',
  },
  'zh-CN': {
    title: '改进方案',
    opening: (date) => `本方案由集群促进机构制定，联盟于${date}审核同意。`,
    measures: '问题与措施',
    no: '序号',
    finding: '主要问题',
    cause: (cause) => `（原因：${cause}）`,
    measure: '改进措施',
    owner: '责任单位及岗位',
    by: '完成时限',
    proof: '证明方式',
    help: '需要的支持',
    next: '后续安排',
    nextText: '各项问题是否改进，在下一次评估时核查并评定。',
  },
}
