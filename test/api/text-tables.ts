import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { z } from 'zod'
import type { TextResponse } from '../../api/contract/texts.js'
import { exampleBase } from '../support/an-example.js'
import { TextBody } from '../../web/page/text.js'

type ShownText = z.output<typeof TextResponse>

/** The page of a text with these rows in each of its tables. */
export const drawnWith = (text: ShownText, rows: Record<string, string>[][]): string => {
  const clauses = text.clauses.map((one) => ({
    ...one,
    paragraphs: one.paragraphs.map((other) => (other.table === undefined ? other : { ...other, rows })),
  }))
  const shown = { base: exampleBase, zone: undefined, text: { ...text, clauses }, against: undefined, items: [] }
  return renderToStaticMarkup(createElement(TextBody, { shown, locale: 'en' }))
}

/** The tables of a text. */
export const tablesIn = ({ clauses }: ShownText) =>
  clauses.flatMap(({ paragraphs }) => paragraphs.flatMap(({ table }) => table ?? []))
