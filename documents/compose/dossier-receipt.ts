import type { ClusterId } from '../../domain/ids.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import type { PaperOf } from '../paper.js'
import { leftTable } from '../left-table.js'
import type { Block, Content } from '../sheet.js'
import { say } from '../wording.js'
import { office } from '../letterhead.js'

/** What was received, part by part, and under which fingerprint (1.3 and 1.4). */
export const composeDossierReceipt = ({ base, facts, language }: PaperOf<'dossier_receipt'>): Content => {
  const words = wordings[language]
  const missing = facts.parts.filter((part) => !part.present).length
  return {
    layout: 'letter',
    title: words.title,
    addressee: words.addressee(base.government[language]),
    blocks: [
      { type: 'paragraph', text: words.opening(base.cluster[language], dateInWords(facts.submittedOn, language)) },
      {
        type: 'facts',
        rows: [
          [words.submitted, dateInWords(facts.submittedOn, language)],
          [words.received, words.share(facts.parts.length - missing, facts.parts.length)],
          [words.fingerprint, facts.dossierSha256],
        ],
      },
      partsTable(facts.parts, language),
      { type: 'paragraph', text: missing === 0 ? words.complete : words.incomplete(missing) },
      { type: 'paragraph', text: words.closing },
    ],
    signedBy: { name: office[language], date: dateInWords(facts.submittedOn, language) },
  }
}

const partsTable = (parts: PaperOf<'dossier_receipt'>['facts']['parts'], language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.number, 1],
      [words.part, 8],
      [words.state, 2],
    ],
    parts.map((part) => [String(part.number), say(part.title, language), part.present ? words.present : words.missing]),
  )
}

type Word = 'title' | 'submitted' | 'received' | 'fingerprint' | 'number' | 'part' | 'state' | 'present' | 'missing'
type Words = Readonly<Record<Word | 'complete' | 'closing', string>> & {
  readonly addressee: (government: string) => string
  readonly opening: (cluster: ClusterId, date: string) => string
  readonly share: (present: number, all: number) => string
  readonly incomplete: (missing: number) => string
}

const wordings: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Receipt for a nomination dossier',
    addressee: (government) => `To: ${government}`,
    opening: (cluster, date) =>
      `We received the dossier that nominates ${cluster} on ${date}. This receipt lists its parts.`,
    submitted: 'Submitted on',
    received: 'Parts received',
    share: (present, all) => `${present} of ${all}`,
    fingerprint: 'SHA-256 of the dossier',
    number: 'No.',
    part: 'Part',
    state: 'State',
    present: 'Received',
    missing: 'Missing',
    complete: 'Each part of the list has arrived. Whether the dossier is complete is checked next.',
    incomplete: (missing) =>
      missing === 1
        ? 'One part of the list has not arrived. The completeness check comes next.'
        : `${missing} parts of the list have not arrived; the table names them. The completeness check comes next.`,
    closing: 'This receipt says what arrived. It does not judge the content.',
  },
  'zh-CN': {
    title: '申报材料回执',
    addressee: (government) => `${government}：`,
    opening: (cluster, date) => `贵方就${cluster}产业集群提交的申报材料已于${date}收悉，现将接收情况回复如下。`,
    submitted: '提交日期',
    received: '已接收材料',
    share: (present, all) => `共${all}项，已接收${present}项`,
    fingerprint: '材料校验码（SHA-256）',
    number: '序号',
    part: '材料名称',
    state: '接收情况',
    present: '已接收',
    missing: '未提交',
    complete: '清单所列各项材料均已收到；是否齐全，将在下一步核对。',
    incomplete: (missing) => `尚有${missing}项材料未收到，详见上表；是否齐全，将在下一步核对。`,
    closing: '本回执仅载明材料接收情况，不代表对材料内容的评价。特此回复。',
  },
}
