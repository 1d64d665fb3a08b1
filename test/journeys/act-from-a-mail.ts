import { setTimeout as pause } from 'node:timers/promises'
import { MailboxMessagesResponse } from '../../api/contract/paper.js'
import { steps } from '../../domain/gicc/steps.js'
import { fieldsOf, posted, typedWhole } from '../api/a-page.js'
import type { Stack } from '../support/a-stack.js'
import { answersFor } from '../support/filling.js'
import { parsed } from '../support/an-asker.js'

interface Acting {
  readonly base: string
  readonly as: string
  readonly key: string
  readonly option: string
}

/**
 * Acts as somebody with nothing but a mailbox does: by the link of the letter as it came, on the page that it opens. Gives the token,
 * for whoever looks where it was left. What is cited was brought before.
 */
export const actFromAMail = async (stack: Stack, { base, as, key, option }: Acting): Promise<string> => {
  const form = steps[key]?.form
  const answers = answersFor(key, { option })
  const proven = answers && (await stack.filler.provenBy({ base, as, answers }))
  if (form === undefined || proven === undefined) throw new Error(`${key} has no form that ${as} could fill in`)
  const token = await tokenIn(stack, key)
  const send = senderTo(stack)
  const page = await send('/act', { token, option, lang: 'zh-CN' })
  const filled = { ...fieldsOf(page, '/act/drafts'), ...typedWhole(form, proven) }
  const done = await send('/act/decisions', filled)
  if (!done.includes(base)) throw new Error(`nothing says that ${as} has acted: ${done}`)
  return token
}

/** The token of the first letter about a step that bears a link. */
const tokenIn = async (stack: Stack, key: string): Promise<string> => {
  for (;;) {
    const { items } = parsed(await stack.ask('/mailbox-messages'), MailboxMessagesResponse)
    for (const { id } of items) {
      const text = await (await fetch(new URL(`/mailbox/${id}`, stack.url))).text()
      const token = /\/act#([\w-]{43})[\s"<]/.exec(text)?.[1]
      if (token !== undefined && text.includes(key)) return token
    }
    await pause(200)
  }
}

/** Sends forms as a browser does from a page of the same address. */
const senderTo =
  ({ url }: Stack) =>
  async (path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const headers = {
      origin: new URL(url).origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
    }
    const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: posted(fields) })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
    return text
  }
