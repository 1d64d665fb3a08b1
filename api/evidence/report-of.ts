import type { PlacedEntry } from '../../db/reads/evidence.js'
import type { EvidenceReport } from '../../documents/compose/evidence-report.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { exceptionLabels, exceptionsIn, type ExceptionFound } from '../../domain/exceptions.js'
import { paperNames } from '../../domain/words/papers.js'
import { roles } from '../../domain/role.js'
import { examined } from './csv.js'
import { labelsOf, titlesOf } from '../wording.js'

interface Reported {
  readonly subject: string
  readonly rehearsal: boolean
  readonly madeAt: string
  readonly checkpoint: EvidenceReport['checkpoint']
  readonly entries: readonly PlacedEntry[]
  /** Of a whole programme only the streams are told one by one; acts and papers stand in the table of entries. */
  readonly isOneBase: boolean
}

/** What the readable report of an evidence file tells, from its entries. */
export function reportOf({ entries, isOneBase, ...about }: Reported): EvidenceReport {
  const streams = new Map<string, { stream: string; entries: number; head: string }>()
  for (const { stream, hash } of entries)
    streams.set(stream, { stream, entries: (streams.get(stream)?.entries ?? 0) + 1, head: hash })
  return {
    ...about,
    streams: [...streams.values()].toSorted((one, other) => (one.stream < other.stream ? -1 : 1)),
    acts: isOneBase ? entries.flatMap(actOf) : [],
    papers: isOneBase ? entries.flatMap(papersOf) : [],
    exceptions: exceptionsIn(entries.map(examined)).map(toldOf),
  }
}

const actOf = ({ seq, occurred_at, payload, role }: PlacedEntry): EvidenceReport['acts'] => {
  if (payload.type !== 'step_acted') return []
  const { key, option, by, code } = payload
  const label: LocalText = role === null ? { en: '', 'zh-CN': '' } : roles[role].label
  const titles = titlesOf(key)
  return [
    {
      entry: String(seq),
      at: occurred_at,
      option: labelsOf({ key, option }),
      person: by.person,
      role: label,
      code: code ?? '',
      step: { en: `${key} ${titles.en}`, 'zh-CN': `${key} ${titles['zh-CN']}` },
    },
  ]
}

const toldOf = ({ kind, stream, seq, at, step, what, person, role, code, detail }: ExceptionFound) => ({
  entry: `${seq}`,
  stream,
  at,
  kind: exceptionLabels[kind],
  who: [person, role].filter((one) => one !== null).join(', '),
  what: [step, what, code, detail].filter((one) => one !== null).join(' · '),
})

const papersOf = ({ seq, payload }: PlacedEntry): EvidenceReport['papers'] =>
  payload.type !== 'document_made'
    ? []
    : payload.files.map(({ kind, language, sha256 }) => ({
        entry: String(seq),
        sha256,
        name: namedIn(kind, language),
      }))

const namedIn = (kind: DocumentKind, language: Locale): LocalText => ({
  en: `${paperNames[kind].en} (${language})`,
  'zh-CN': `${paperNames[kind]['zh-CN']}（${language}）`,
})
