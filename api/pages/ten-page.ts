import type { z } from 'zod'
import { lifecycle } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import type { SlotResponse, WaitingResponse } from '../contract/ten.js'
import { html } from './html.js'
import type { Html } from './html.js'
import { page, time } from './page.js'

interface Ten {
  readonly programme: string
  readonly slots: readonly z.output<typeof SlotResponse>[]
  readonly waiting: readonly z.output<typeof WaitingResponse>[]
}

/** The ten slots and the waiting list: who holds one, until when it is kept, and who is next. */
export const tenPage = ({ programme, slots, waiting }: Ten, locale: Locale): string => {
  const say = words[locale]
  const main = html`<div class="scroll" tabindex="0" role="region" aria-label="${say.title}">
      <table>
        <caption>
          ${say.slots}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say.slot}</th>
            <th scope="col">${say.base}</th>
            <th scope="col">${say.status}</th>
            <th scope="col">${say.until}</th>
          </tr>
        </thead>
        <tbody>
          ${slots.map((slot) => slotRow(slot, locale))}
        </tbody>
      </table>
    </div>
    ${waiting.length === 0 ? html`<p>${say.nobody}</p>` : waitingTable(waiting, locale)}`
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const otherLanguage = `/slots?programme=${encodeURIComponent(programme)}&lang=${other}`
  return page({ locale, title: `${say.title} · ${programme}`, main, otherLanguage })
}

const slotRow = ({ number, holder }: Ten['slots'][number], locale: Locale): Html =>
  html`<tr>
    <th scope="row">${String(number)}</th>
    <td>${holder === null ? words[locale].free : html`${holder.names.name[locale]}<small>${holder.base}</small>`}</td>
    <td>${holder === null ? '' : lifecycle[holder.status].label[locale]}</td>
    <td>${holder === null || holder.until === null ? '' : time(holder.until, { locale, zone: holder.zone })}</td>
  </tr> `

const waitingTable = (waiting: Ten['waiting'], locale: Locale): Html => {
  const say = words[locale]
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say.waiting}">
    <table>
      <caption>
        ${say.waiting}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say.place}</th>
          <th scope="col">${say.base}</th>
          <th scope="col">${say.score}</th>
          <th scope="col">${say.since}</th>
          <th scope="col">${say.stands}</th>
        </tr>
      </thead>
      <tbody>
        ${waiting.map(
          (entry) =>
            html`<tr>
              <th scope="row">${String(entry.place)}</th>
              <td>${entry.names.name[locale]}<small>${entry.base}</small></td>
              <td>${String(entry.score)}</td>
              <td>${time(entry.since, { locale, zone: entry.zone })}</td>
              <td>${standOf(entry, locale)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`
}

const standOf = ({ offer, against, awaits, waitsFor, passed, zone }: Ten['waiting'][number], locale: Locale): Html => {
  const say = words[locale]
  if (offer !== undefined)
    return html`${say[offer.state]}${offer.until === undefined ? '' : html`<small>${time(offer.until, { locale, zone })}</small>`}`
  if (awaits !== undefined) return html`${say[awaits]}`
  if (waitsFor === 'session') return html`${say.session}`
  if (against !== undefined) return html`${say.cap}<small>${against}</small>`
  return html`${passed ? say.passed : say.next}`
}

const words = {
  en: {
    title: 'The ten',
    slots: 'The slots, who holds them, and until when one is kept without a signature or a launch.',
    waiting: 'The waiting list in the order in which freed slots are offered.',
    slot: 'Slot',
    base: 'Base',
    status: 'Status',
    until: 'Board is asked on',
    free: 'free',
    nobody: 'Nobody waits for a slot.',
    place: 'Place',
    score: 'Score',
    since: 'Since',
    stands: 'How it stands',
    open: 'A slot is offered; answer until',
    accepted: 'The offer is accepted; the Board decides.',
    session: 'Waits for a session of the committee.',
    cap: 'A cap stands against it (8.2).',
    stop: 'Stopped for integrity; no slot is offered to it until that is settled (E6).',
    passed: 'Let the last slot pass; asked again when another one is freed.',
    next: 'Is offered a freed slot in its turn.',
  },
  'zh-CN': {
    title: '十个名额',
    slots: '各名额的持有基地，以及未签署或未启动时的保留期限。',
    waiting: '候补名单，按空出名额的提供顺序排列。',
    slot: '名额',
    base: '基地',
    status: '状态',
    until: '提交理事会日期',
    free: '空缺',
    nobody: '目前无候补。',
    place: '位次',
    score: '得分',
    since: '列入时间',
    stands: '情况',
    open: '已提供名额，答复期限',
    accepted: '已接受名额，待理事会决定。',
    session: '等待委员会会议。',
    cap: '受名额上限限制（8.2）。',
    stop: '处于核实期间暂停的，办结前不提供名额（E6）。',
    passed: '放弃上一名额，待再有名额空出时另行征询。',
    next: '按顺序待提供空出名额。',
  },
} as const satisfies Record<Locale, Record<string, string>>
