import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Locale } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import { html } from './html.js'
import type { Html } from './html.js'

const style = `
:root{color-scheme:light dark;--line:#8884;--late:#b3261e;--soft:#59636e}
@media(prefers-color-scheme:dark){:root{--late:#ff8a80;--soft:#a3adb8}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:76rem;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;border-bottom:1px solid var(--line);margin-bottom:1rem}
h1{font-size:1.4rem;margin:.5rem 0}
nav a{margin-right:1rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600}
ul{margin:0;padding:0;list-style:none}
li+li{margin-top:.4rem}
small{color:var(--soft);display:block}
.late{color:var(--late);font-weight:600}
.scroll{overflow-x:auto}
pre{white-space:pre-wrap;font:inherit;border:1px solid var(--line);padding:1rem}
a{color:inherit}
a:focus-visible{outline:3px solid currentColor;outline-offset:2px}
@media print{nav{display:none}}
`

/** Put in whole: the policy names the hash of exactly these bytes, so no formatter may add a space around them. */
const styleElement = `<style>${style}</style>`

/** The policy of a page: its own style and nothing else. */
const policyOf = ({ sendsTo }: { readonly sendsTo: "'none'" | "'self'" }): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; ` +
  `frame-ancestors 'none'; base-uri 'none'; form-action ${sendsTo}`

const [pagePolicy, formPolicy] = [policyOf({ sendsTo: "'none'" }), policyOf({ sendsTo: "'self'" })]

/** A page for people, whole, in one language. `otherLanguage` is the address of the same page in the other one. */
export const page = ({ locale, title, main, otherLanguage }: PageContent): string => {
  const words = chrome[locale]
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Cornerstone</title>
        ${{ html: styleElement }}
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <nav aria-label="${words.navigation}">
            <a href="/bases?lang=${locale}">${words.bases}</a><a href="/bases?view=ten&lang=${locale}">${words.slots}</a
            ><a href="/mailbox?lang=${locale}">${words.mailbox}</a><a href="/docs">API</a
            ><a href="/sign-out?lang=${locale}">${words.signIn}</a>
            <a href="${otherLanguage}" lang="${other}" hreflang="${other}">${chrome[other].language}</a>
          </nav>
        </header>
        <main>${main}</main>
      </body>
    </html> `.html
}

export interface PageContent {
  readonly locale: Locale
  readonly title: string
  readonly main: Html
  readonly otherLanguage: string
}

const chrome = {
  en: {
    navigation: 'Pages',
    bases: 'Bases',
    slots: 'The ten',
    mailbox: 'Mailbox',
    signIn: 'Sign-in',
    language: 'English',
  },
  'zh-CN': { navigation: '页面', bases: '基地', slots: '十个名额', mailbox: '邮箱', signIn: '登录', language: '中文' },
} as const satisfies Record<Locale, Record<string, string>>

/** An instant as people read it, with the hour where the place is and where the programme is (R4), and the exact one for machines. */
export const time = (instant: string, { locale, zone }: { locale: Locale; zone?: string | null }): Html =>
  html`<time datetime="${instant}">${momentInWords(instant, zone ?? undefined)[locale]}</time>`

/** Sends a page with a policy that lets it use its own style and nothing else. */
export const givePage = (reply: FastifyReply, body: string): FastifyReply =>
  reply.header('content-security-policy', pagePolicy).type('text/html; charset=utf-8').send(body)

/** Sends a page with a form of ours. Where it comes from must be said to us and to nobody else, or a browser sends it with no origin at all. */
export const giveFormPage = (reply: FastifyReply, body: string): FastifyReply =>
  reply
    .headers({ 'content-security-policy': formPolicy, 'referrer-policy': 'same-origin' })
    .type('text/html; charset=utf-8')
    .send(body)
