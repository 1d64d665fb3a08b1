/** Text that is already HTML. Only `html` makes it, so nothing else can reach a page unescaped. */
export interface Html {
  readonly html: string
}

type Piece = string | number | Html | readonly Html[]

/** A template whose values are escaped, unless they are HTML themselves. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: strings.map((text, index) => text + render(pieces[index] ?? '')).join(''),
})

const render = (piece: Piece): string => {
  if (typeof piece === 'string' || typeof piece === 'number') return escape(String(piece))
  return 'html' in piece ? piece.html : piece.map((inner) => inner.html).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
