import type { Locale, LocalText } from '../../domain/locale.js'
import { mailboxContent, messageContent } from '../../web/work/mailbox.js'
import type { WorkContent } from '../../web/work/model.js'
import { portfolioContent } from '../../web/work/portfolio.js'
import type { Portfolio } from '../../web/work/portfolio-model.js'
import { workPage } from '../../web/work/shell.js'
import { ownPage, pastPage } from './own-pages.js'

const at = '2027-03-31T16:00:00.000Z'
const zone = 'Asia/Shanghai'
const word = (text: string): LocalText => ({ en: text, 'zh-CN': text })
const names = { name: word('Yueqing'), place: word('Yueqing'), government: word('Yueqing'), industry: word('Electric') }

const shownBase = {
  id: 'b-1',
  programme: 'gasme',
  cluster: 'c-1',
  names,
  zone,
  call: 'call-2027',
  category: 'C',
  province: 'P',
  country: 'CN',
  at: null,
  stageEnteredAt: at,
  signedAt: null,
  endsOn: '2029-12-09',
  activatedAt: null,
  review: null,
  stage: 'nomination' as const,
  status: 'nominated' as const,
  nextDueAt: at,
  awaitsSession: false,
  today: at.slice(0, 10),
  closed: false,
  rehearsal: false,
  waitsFor: [
    {
      step: '1.4a.1',
      key: '1.4a',
      role: 'SO' as const,
      roleLabel: word('Officer'),
      title: word('Check'),
      since: at,
      dueAt: at,
      late: false,
      vacant: false,
    },
  ],
}
const shownWaiting = {
  place: 1,
  base: 'b-1',
  names,
  zone,
  waitsFor: 'slot' as const,
  since: at,
  score: 80,
  category: 'C',
  province: 'P',
  waived: false,
  passed: false,
  offer: { offer: 'o-1', state: 'open' as const, until: at },
}
const shownLetter = {
  id: 1,
  subject: 'A letter',
  from: 'a@x.example',
  to: 'b@x.example',
  receivedAt: at,
  text: 'Hello',
  html: null,
  messageId: null,
  programme: null,
}

const portfolio = (more: Partial<Portfolio>): Portfolio => ({
  view: 'list',
  asked: {},
  counts: { stages: [], closed: 0, moreClosed: false },
  bases: { items: [shownBase], total: { count: 1, isMore: false }, next: null },
  spans: undefined,
  ten: undefined,
  programmes: [],
  seesTen: true,
  startsIn: undefined,
  saved: { items: [], world: undefined, saving: undefined },
  ...more,
})

const shownTen = {
  slots: [{ number: 1, holder: { base: 'b-1', names, zone, status: 'slot_reserved' as const, until: at } }],
  waiting: [shownWaiting],
}
const shownSpan = {
  id: 'b-1',
  names,
  status: 'nominated' as const,
  openedAt: at,
  closedAt: null,
  signedAt: null,
  endsOn: '2029-12-09',
  now: at,
  stages: [{ stage: 'nomination' as const, enteredAt: at, leftAt: null }],
}

const contents = (locale: Locale): readonly WorkContent[] => [
  portfolioContent(portfolio({}), locale),
  portfolioContent(portfolio({ view: 'ten', ten: shownTen }), locale),
  portfolioContent(portfolio({ view: 'map' }), locale),
  portfolioContent(portfolio({ view: 'reviews' }), locale),
  portfolioContent(portfolio({ view: 'time', spans: { now: at, items: [shownSpan], next: null } }), locale),
  mailboxContent({ items: [shownLetter], next: null, worlds: [], programme: undefined, q: undefined }, locale),
  messageContent({ message: shownLetter, worlds: [] }, locale),
  ownPage(locale),
  pastPage(locale),
]

/** Pages with moments on them, the list and the ten first. */
export const pagesWithMoments = (locale: Locale): readonly string[] =>
  contents(locale).map((content) =>
    workPage(
      {
        locale,
        reader: undefined,
        mark: undefined,
        here: '/bases',
        room: undefined,
        isTrial: true,
        worlds: [],
        rehearsalHere: undefined,
        played: undefined,
        live: undefined,
      },
      content,
    ),
  )
