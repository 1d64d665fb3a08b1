import type { Tag } from '../inspect/xml-part.js'

/** Whether a switch that keeps words from the page is on; it may also stand there to say that it is off. */
export const hides = (attributes: Tag['attributes']): boolean => !/^(0|false|off)$/.test(attributes['w:val'] ?? '')

/** Finds the looks of a file under which words are not shown on the page, those that follow such a one too. */
export const heardStyles = () => {
  const styles = new Map<string, { isHidden?: boolean; basedOn?: string }>()
  let current = ''
  const opened = ({ name, attributes }: Tag): void => {
    if (name === 'style') {
      current = attributes['w:styleId'] ?? ''
      styles.set(current, {})
    }
    const style = styles.get(current)
    if (style === undefined) return
    if (name === 'basedOn') style.basedOn = attributes['w:val'] ?? ''
    if (name === 'vanish') style.isHidden = hides(attributes)
  }
  const closed = (name: string): void => {
    if (name === 'style') current = ''
  }
  const isHidden = (id: string, seen: readonly string[] = []): boolean => {
    const style = styles.get(id)
    if (style === undefined || seen.includes(id)) return false
    return style.isHidden ?? isHidden(style.basedOn ?? '', [...seen, id])
  }
  return {
    heard: { opened, closed },
    hidden: (): ReadonlySet<string> => new Set([...styles.keys()].filter((id) => isHidden(id))),
  }
}
