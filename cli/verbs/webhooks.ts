import { Option, type Command } from 'commander'
import type { z } from 'zod'
import {
  DeliveriesResponse,
  DeliveryResponse,
  MadeWebhookResponse,
  WebhookResponse,
  WebhooksResponse,
} from '../../api/contract/webhooks.js'
import { toldOutside } from '../../domain/sight/told-outside.js'
import { deliveryStates, type DeliveryState } from '../../domain/values/webhook-state.js'
import { print, when } from '../printing.js'
import { told } from '../tongue.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

/** Adds `webhooks`, `make-webhook`, `end-webhook`, `deliveries` and `redeliver`: other programs that are told what is recorded. */
export const addWebhookVerbs = (program: Command): void => {
  addListing(program)
  addMaking(program)
  addEnding(program)
  addDeliveries(program)
  addRedelivering(program)
}

interface OfProgramme extends AskingOptions {
  readonly programme: string
}

const of = ({ programme }: OfProgramme, rest = ''): string =>
  `/programmes/${encodeURIComponent(programme)}/webhooks${rest}`
const path = (wanted: OfProgramme, webhook: string): string => of(wanted, `/${encodeURIComponent(webhook)}`)
const ofProgramme = (command: Command): Command =>
  command.option('--programme <id>', 'the programme', 'gasme').addOption(asOption())
const example = '6f1c2f0e-5c8e-4b0e-9d53-6f3a6d2a7b10'

const addListing = (program: Command): void => {
  ofProgramme(
    verb(program, {
      usage: 'webhooks',
      says: 'The other programs that are told what is recorded in a programme.',
      examples: ['webhooks --as p-ad-1'],
    }),
  ).action(async (wanted: OfProgramme) => {
    const said = await askAs(wanted).get(of(wanted), WebhooksResponse)
    const none = () => told({ en: 'There is none.', 'zh-CN': '没有消息推送地址。' })
    const lines = () => said.items.map(lineOf).join('\n') || none()
    print(said, { json: wanted.json === true, text: lines })
  })
}

const lineOf = ({ id, url, kinds, endedAt }: z.infer<typeof WebhooksResponse>['items'][number]): string =>
  [
    `${id}  ${url}`,
    kinds.length === 0
      ? told({ en: 'everything that is told outside', 'zh-CN': '全部可对外推送的登记' })
      : kinds.join(' '),
    ...(endedAt === null ? [] : [told({ en: `ended ${when(endedAt)}`, 'zh-CN': `已终止：${when(endedAt)}` })]),
  ].join(told({ en: ', ', 'zh-CN': '，' }))

interface Making extends OfProgramme {
  readonly kind: readonly string[]
}

const addMaking = (program: Command): void => {
  ofProgramme(
    verb(program, {
      usage: 'make-webhook <url>',
      says: 'Have another program told what is recorded, by ids and kinds; its secret is shown this once.',
      examples: ['make-webhook https://news.example.org/cornerstone --kind stage_entered status_changed --as p-ad-1'],
    }),
  )
    .addOption(new Option('--kind <types...>', 'only entries of these types').choices(toldOutside).default([]))
    .action(async (url: string, { kind: kinds, ...wanted }: Making) => {
      const said = await askAs(wanted).post(of(wanted), { schema: MadeWebhookResponse, body: { url, kinds } })
      const text = () =>
        told({
          en: `${said.id}  ${said.secret}\nThe secret is not shown again.`,
          'zh-CN': `${said.id}  ${said.secret}\n此密钥不再显示。`,
        })
      print(said, { json: wanted.json === true, text })
    })
}

const addEnding = (program: Command): void => {
  ofProgramme(
    verb(program, {
      usage: 'end-webhook <webhook>',
      says: 'Tell another program nothing any more.',
      examples: [`end-webhook ${example} --as p-ad-1`],
    }),
  ).action(async (webhook: string, wanted: OfProgramme) => {
    const said = await askAs(wanted).post(`${path(wanted, webhook)}/endings`, { schema: WebhookResponse, body: {} })
    const text = () =>
      told({ en: `The webhook to ${said.url} is ended.`, 'zh-CN': `对 ${said.url} 的消息推送已终止。` })
    print(said, { json: wanted.json === true, text })
  })
}

interface Asking extends OfProgramme {
  readonly state?: DeliveryState
}

const addDeliveries = (program: Command): void => {
  ofProgramme(
    verb(program, {
      usage: 'deliveries <webhook>',
      says: 'What was sent to another program, and what came back; the newest two hundred.',
      examples: [`deliveries ${example} --state failed --as p-ad-1`],
    }),
  )
    .addOption(new Option('--state <state>', 'only those in this state').choices(deliveryStates))
    .action(async (webhook: string, { state, ...wanted }: Asking) => {
      const only = state === undefined ? '' : `&state=${state}`
      const said = await askAs(wanted).get(`${path(wanted, webhook)}/deliveries?limit=200${only}`, DeliveriesResponse)
      const none = () => told({ en: 'There is none.', 'zh-CN': '没有记录。' })
      print(said, { json: wanted.json === true, text: () => said.items.map(deliveryLine).join('\n') || none() })
    })
}

const states = {
  queued: { en: 'waits', 'zh-CN': '待发送' },
  delivered: { en: 'delivered', 'zh-CN': '已送达' },
  failed: { en: 'given up', 'zh-CN': '已放弃' },
} as const

const deliveryLine = ({ id, stream, seq, type, state, attempts, response }: z.infer<typeof DeliveryResponse>): string =>
  [
    `${id}  ${stream} #${seq} ${type}`,
    told(states[state]),
    told({ en: `attempts: ${attempts}`, 'zh-CN': `发送${attempts}次` }),
    ...(response === null ? [] : [response]),
  ].join(told({ en: ', ', 'zh-CN': '，' }))

const addRedelivering = (program: Command): void => {
  ofProgramme(
    verb(program, {
      usage: 'redeliver <webhook> <delivery>',
      says: 'Send a message to another program once more, under the same id.',
      examples: [`redeliver ${example} ${example} --as p-ad-1`],
    }),
  ).action(async (webhook: string, delivery: string, wanted: OfProgramme) => {
    const said = await askAs(wanted).post(
      `${path(wanted, webhook)}/deliveries/${encodeURIComponent(delivery)}/redeliveries`,
      { schema: DeliveryResponse, body: {} },
    )
    print(said, { json: wanted.json === true, text: () => deliveryLine(said) })
  })
}
