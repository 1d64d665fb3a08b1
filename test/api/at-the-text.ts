import { expect } from '@jest/globals'
import type { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { StepsResponse } from '../../api/contract/step.js'
import { TextItemsResponse, TextNumberResponse, TextResponse } from '../../api/contract/texts.js'
import { defined } from '../../domain/values/defined.js'
import { exampleBase } from '../support/an-example.js'
import type { AnApi } from './an-api.js'

const url = `/bases/${exampleBase}`

/** Every version a reader of the text is told of by number or hash, and those of them that are not among the versions for those eyes. */
export const unseenIn = ({ versions, clearances }: z.output<typeof TextResponse>) => {
  const seen = versions.map(({ no, hash }) => `${no} ${hash}`)
  const numbers = versions.flatMap(({ basedOn }) => basedOn ?? [])
  return [
    ...clearances.flatMap(({ version, hash }) => (seen.includes(`${version} ${hash}`) ? [] : [version])),
    ...numbers.filter((no) => !versions.some((one) => one.no === no)),
  ]
}

interface Told {
  readonly path: string
  readonly hash: string
}

/** Whether what somebody is told under an address of the example has a hash in it. */
export const tellsAt = async ({ app, as }: AnApi, { person, path, hash }: Told & { readonly person: string }) => {
  const answer = await app.inject({ url: `${url}${path}`, headers: await as(person) })
  expect(answer.statusCode).toBe(200)
  return answer.body.includes(hash)
}

/** What people do with the text of the example over HTTP: read it, say something about it, decide on it. */
export const atTheText = (api: () => AnApi) => {
  const get = async (person: string, path: string) =>
    await api().app.inject({ url: `${url}${path}`, headers: await api().as(person) })
  const post = async (person: string, { path, payload }: { path: string; payload: object }) =>
    await api().app.inject({ method: 'POST', url: `${url}${path}`, headers: await api().write(person), payload })

  const textFor = async (person: string, query = '') => TextResponse.parse((await get(person, `/text${query}`)).json())
  const itemFor = async (person: string, no: number) => (await itemsFor(person)).find((item) => item.no === no)
  const itemsFor = async (person: string) => TextItemsResponse.parse((await get(person, '/text/items')).json()).items
  const clauseFor = async (person: string, id: string) => {
    const clause = (await textFor(person)).clauses.find((one) => one.id === id)
    if (clause === undefined) throw new Error(`the text has no ${id}`)
    return clause
  }

  /** Drafts what is said on an open step; its number. */
  const say = async (person: string, payload: object): Promise<number> => {
    const answer = await post(person, { path: '/text/items', payload })
    expect(answer.statusCode).toBe(201)
    return TextNumberResponse.parse(answer.json()).no
  }
  const answerTo = (person: string, { no, ...payload }: { no: number; step: string; state: string; words?: string }) =>
    post(person, { path: `/text/items/${no}/answers`, payload })

  /** Decides as the person, naming what the step shows. */
  const decide = async (person: string, { step, option }: { step: string; option: string }) => {
    const open = StepsResponse.parse((await get(person, '/steps?open=true')).json()).items.find(({ id }) => id === step)
    const options = open?.options.find((one) => one.option === option)
    return await post(person, {
      path: `/steps/${step}/decisions`,
      payload: {
        option,
        seen: open?.sees?.hashes,
        ...defined({
          reason: options?.needs.includes('reason') === true ? 'in words' : undefined,
          code: options?.codes?.[0],
        }),
      },
    })
  }
  const decided = async (person: string, asked: { step: string; option: string }) => {
    const answer = await decide(person, asked)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return AcceptedResponse.parse(answer.json()).entries.map(({ type }) => type)
  }
  return { get, post, textFor, itemFor, itemsFor, clauseFor, say, answerTo, decide, decided }
}
