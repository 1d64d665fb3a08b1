import * as story from '../../domain/story.js'
import * as walk from '../../domain/walk.js'

/**
 * The engine's own words as somebody takes them who declares another programme: roles, statuses and stages are strings here. What
 * they are is said by the tables of the programme that the engine is built with.
 */
export type OpenStory<T = void> = Generator<story.StoryAsk, T, story.StoryAnswer>

/** A matter beside a stage, by its number. */
interface OpenBeside {
  readonly no: number
  readonly story: OpenStory
}

export interface OpenWords {
  step(this: void, key: string): OpenStory<story.StepTold>
  sideBySide(this: void, ...keys: readonly string[]): OpenStory<readonly story.StepTold[]>
  together(this: void, ...stories: readonly OpenStory<unknown>[]): OpenStory
  happens(this: void, effect: { readonly effect: string }): OpenStory
  status(this: void, to: string, code?: string): OpenStory
  finish(this: void, to: string, told: { readonly code?: string; readonly id: string }): OpenStory
  stage(
    this: void,
    name: string,
    parts: { readonly body: () => OpenStory; readonly beside: () => readonly OpenBeside[] },
  ): OpenStory
}
export const words: OpenWords = story

/** A step as a programme tells it, before its stories are walked. */
export interface OpenStep {
  readonly key: string
  readonly name: string
  readonly title: { readonly en: string; readonly 'zh-CN': string }
  readonly stage: string
  readonly role: string
  readonly decides: { readonly by: string; readonly [more: string]: unknown }
  readonly options: Readonly<Record<string, OpenOption>>
  readonly order: readonly string[]
  readonly due: { readonly from: string; readonly days?: { readonly unit: string; readonly n: number } }
  readonly escalation: string
  readonly documents: readonly string[]
  readonly brings: string
  readonly silence?: string
  readonly scores?: string
  readonly matter?: string
  readonly begins?: true
}
export interface OpenOption {
  readonly leads?: { readonly [more: string]: unknown }
  readonly byClock?: true
  readonly codes?: readonly string[]
  readonly says?: 'required'
}

interface OpenWalk {
  ledBy(
    this: void,
    groups: readonly {
      readonly settles: string
      readonly stories: readonly (() => { readonly story: OpenStory<unknown> })[]
    }[],
    steps: Readonly<Record<string, Omit<OpenStep, 'name' | 'title'>>>,
  ): Readonly<Record<string, unknown>>
}
export const { ledBy }: OpenWalk = walk
