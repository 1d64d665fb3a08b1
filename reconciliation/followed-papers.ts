import { change, put, type Followers } from './row.js'

/** The papers a base orders, and those that were made. */
export const paperFollowers: Followers = {
  document_ordered: (rows, { event: { order, kind, languages }, seq, at }) => {
    const holds = { kind, languages, orderedSeq: seq, orderedAt: at, madeAt: null }
    put(rows, { name: `order/${order}`, code: 'order_differs', subject: order, holds })
  },
  document_made: (rows, { event: { order, files }, seq, at }) => {
    change(rows, { name: `order/${order}`, to: () => ({ madeAt: at }) })
    for (const { kind, language, sha256, size } of files) {
      const [name, subject] = [`paper/${seq}/${kind}/${language}`, `${kind} ${language}`]
      put(rows, { name, code: 'paper_differs', subject, holds: { order, sha256, size, madeAt: at } })
    }
  },
}
