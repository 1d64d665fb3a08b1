import { dateInWords, type Locale } from '../../domain/locale.js'
import { leftTable } from '../left-table.js'
import { office } from '../letterhead.js'
import type { PaperOf } from '../paper.js'
import type { Content } from '../sheet.js'

/** That the languages of a text say the same, clause by clause, each by its hash (3.8). */
export const composeConcordanceCertificate = ({
  base,
  facts,
  language,
}: PaperOf<'concordance_certificate'>): Content => {
  const words = wordings[language]
  const { clauses, languages } = facts
  const checked = clauses.filter(({ kind }) => kind === 'checked').length
  const named = languages.map((one) => one[language])
  return {
    layout: 'report',
    title: words.title,
    subtitle: base.cluster[language],
    blocks: [
      {
        type: 'paragraph',
        text: words.opening(named.join(words.comma), dateInWords(facts.certifiedOn, language)),
      },
      {
        type: 'facts',
        rows: [
          [words.hash, facts.hash],
          [words.clauses, words.counted(clauses.length, checked)],
        ],
      },
      { type: 'heading', text: words.list },
      leftTable(
        [[words.clause, 5], [words.kind, 3], ...named.map((one) => [one, 2.4] as const)],
        clauses.map(({ name, kind, hashes }) => [
          name[language],
          words[kind],
          ...hashes.map((hash) => hash.slice(0, 12)),
        ]),
      ),
      { type: 'paragraph', text: words.means },
    ],
    signedBy: { name: office[language], date: dateInWords(facts.certifiedOn, language) },
  }
}

type Word = 'title' | 'hash' | 'clauses' | 'list' | 'clause' | 'kind' | 'model' | 'checked' | 'means' | 'comma'
type Words = Readonly<Record<Word, string>> & {
  readonly opening: (languages: string, date: string) => string
  readonly counted: (all: number, checked: number) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Certificate of concordance',
    opening: (languages, date) =>
      `The reviser of the Alliance compared the text of the memorandum in ${languages} and certified on ${date} that all of them say the same.`,
    hash: 'Code of the text',
    clauses: 'Clauses',
    counted: (all, checked) => `${all}; not as in the model: ${checked}`,
    list: 'Clause by clause',
    clause: 'Clause',
    kind: 'How',
    model: 'As in the model',
    checked: 'Compared anew',
    means: 'A clause as in the model was certified with the model. A change in one language touches its clause alone.',
    comma: ' and ',
  },
  'zh-CN': {
    title: '文本一致性证明',
    opening: (languages, date) => `联盟审校人员已逐条核对谅解备忘录${languages}文本，于${date}确认各文本内容一致。`,
    hash: '文本校验码',
    clauses: '条款数',
    counted: (all, checked) => `${all}条，其中${checked}条与范本不同`,
    list: '逐条核对情况',
    clause: '条款',
    kind: '核对方式',
    model: '与范本相同',
    checked: '重新核对',
    means: '与范本相同的条款已随范本一并确认。某一文字有改动的，仅就该条款重新核对。',
    comma: '、',
  },
}
