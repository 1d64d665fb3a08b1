import type { LightMyRequestResponse } from 'fastify'
import { defined } from '../../domain/values/defined.js'
import type { ApiApp } from '../../api/parts.js'

const reads = 'text/html,application/xhtml+xml,*/*;q=0.8'

/** A browser as far as signing in goes: it keeps cookies, says where a write comes from, and follows nothing by itself. */
export const aBrowser = (app: ApiApp, here = 'http://127.0.0.1:4310') => {
  const cookies = new Map<string, string>()
  const ask = async (
    url: string,
    {
      method = 'GET',
      payload,
      headers = {},
    }: { method?: 'GET' | 'POST' | 'DELETE'; payload?: string | object; headers?: object } = {},
  ): Promise<LightMyRequestResponse> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const origin = method === 'GET' ? {} : { origin: here, 'sec-fetch-site': 'same-origin' }
    const answer = await app.inject({
      method,
      url: url.replace(here, ''),
      headers: {
        accept: reads,
        'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/150.0',
        ...origin,
        ...headers,
        ...defined({ cookie: cookie === '' ? undefined : cookie }),
      },
      ...defined({ payload }),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const location = ({ headers }: LightMyRequestResponse): string => String(headers.location)
  return {
    cookies,
    ask,
    location,
    /** Signs in at the provider of the trial, in one click; gives the answer of the way back. */
    signIn: async (person: string, to = '/'): Promise<LightMyRequestResponse> => {
      const begun = await ask(`/sign-in?as=${person}&to=${encodeURIComponent(to)}`)
      const granted = await ask(location(begun))
      return await ask(location(granted))
    },
  }
}
