import { groupedBy } from '../../db/reads/grouped.js'
import type { Fault } from './fault.js'
import type { Facts } from './facts.js'

/** Every paper that was ordered was made, once, and can be read. */
export const checkPapers = ({ entries, papers }: Pick<Facts, 'entries' | 'papers'>): readonly Fault[] => {
  const nameOf = (stream: string, order: string | undefined) => `${stream} ${order ?? '–'}`
  const counted = (wanted: string) =>
    groupedBy(
      entries.filter(({ type }) => type === wanted),
      ({ stream, order }) => nameOf(stream, order),
    )
  const made = counted('document_made')
  const onPaper = groupedBy(papers, ({ base, order }) => nameOf(base, order))
  return [...counted('document_ordered').keys()].flatMap((subject): readonly Fault[] => {
    const times = made.get(subject)?.length ?? 0
    if (times === 0) return [{ kind: 'paper_missing', subject, says: 'ordered, and never made' }]
    if (times > 1) return [{ kind: 'paper_doubled', subject, says: `made ${times} times` }]
    const files = onPaper.get(subject) ?? []
    const unreadable = files.filter(({ readable }) => !readable).map(({ language }) => language)
    if (files.length === 0) return [{ kind: 'paper_missing', subject, says: 'made, and no file of it is known' }]
    if (unreadable.length === 0) return []
    return [{ kind: 'paper_missing', subject, says: `its file cannot be read: ${unreadable.join(', ')}` }]
  })
}
