import type { Locale, LocalText } from '../../domain/locale.js'
import { accountContent } from '../../web/work/account.js'
import { historyContent } from '../../web/work/history.js'
import type { WorkContent } from '../../web/work/model.js'

const word = (text: string): LocalText => ({ en: text, 'zh-CN': text })
const at = '2027-03-31T16:00:00.000Z'
const zone = 'Asia/Shanghai'
const names = { name: word('Yueqing'), place: word('Yueqing'), government: word('Yueqing'), industry: word('Electric') }
/** The last day of a memorandum, which ends that evening. */
const endsOn = '2029-12-09'

const seat = {
  id: 's-1',
  programme: 'gasme',
  base: 'b-1',
  zone,
  baseName: word('Yueqing'),
  role: 'LG' as const,
  label: word('Local government'),
  organisation: 'o-1',
  organisationName: { en: 'Yueqing', local: '乐清' },
  from: at,
  until: '2029-12-10T05:00:00.000Z',
  lentBy: null,
  lentByName: null,
  steps: null,
}

/** One's own page, with a seat and a base that both end on a day. */
export const ownPage = (locale: Locale): WorkContent =>
  accountContent(
    {
      programme: undefined,
      person: 'p-1',
      name: word('Li'),
      language: locale,
      seats: [seat],
      waiting: [],
      isMore: false,
      done: [],
      bases: [
        {
          base: {
            id: 'b-1',
            names,
            zone,
            stage: 'yearly_review',
            status: 'active_green',
            closed: false,
            endsOn,
            review: null,
          },
          papers: [],
        },
      ],
    },
    locale,
  )

const stood = {
  stage: 'yearly_review' as const,
  status: 'active_green' as const,
  openSteps: [],
  closed: false,
  procedure: 'full@1',
  signedOn: at,
  endsOn,
  reviews: [],
  stages: [],
}

/** How a base stood on a day of its past. */
export const pastPage = (locale: Locale): WorkContent =>
  historyContent(
    {
      base: 'b-1',
      name: word('Yueqing'),
      zone,
      rehearsal: false,
      asked: {},
      entries: [],
      next: null,
      verified: { entries: 1, head: 'a'.repeat(64), covered: 1, mayTakeEvidence: false },
      then: { on: '2028-01-01', state: stood },
      difference: undefined,
    },
    locale,
  )
