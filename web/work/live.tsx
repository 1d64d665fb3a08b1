import type { ReactNode } from 'react'
import type { WorkFrame } from './model.js'

const words = {
  en: {
    one: 'One new entry since this page was made.',
    many: '# new entries since this page was made.',
    show: 'Show the page anew',
  },
  'zh-CN': { one: '本页打开后新增1条登记。', many: '本页打开后新增#条登记。', show: '重新显示本页' },
} as const

/** What is said once something has changed, and with what the script asks; hidden until then, and below everything that is read. */
export const Live = ({ frame: { live, locale, here, rehearsalHere } }: { readonly frame: WorkFrame }): ReactNode => {
  if (live === undefined) return null
  const { one, many, show } = words[locale]
  return (
    <p
      id="changes"
      className="changes no-print"
      role="status"
      hidden
      data-since={live.since}
      data-at={live.at}
      data-asks={asks(here, rehearsalHere)}
      data-one={one}
      data-many={many}
    >
      <span /> <a href={here}>{show}</a>
    </p>
  )
}

/** Of the base a page is of, else of the rehearsal, else of all that is no rehearsal. */
const asks = (here: string, rehearsal: string | undefined): string => {
  const [, base] = /^\/bases\/([^/?]+)/.exec(here) ?? []
  if (base !== undefined) return `base=${base}`
  return rehearsal === undefined ? '' : `programme=${rehearsal}`
}
