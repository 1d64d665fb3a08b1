import type { TextShown } from '../page/text-model.js'
import { TextBody } from '../page/text.js'
import { textWords as words } from '../page/text-words.js'
import { baseContent } from './base-frame.js'
import type { BaseHead } from './base-model.js'
import type { Locale } from '../../domain/locale.js'
import type { WorkContent } from './model.js'

/** The text of a base as a page of it, with every version its reader may look at. */
export const textContent = (
  { head, shown }: { readonly head: BaseHead; readonly shown: TextShown },
  locale: Locale,
): WorkContent =>
  baseContent({
    head,
    tab: 'text',
    locale,
    children: (
      <div className="card">
        <nav aria-label={words[locale].versions} className="no-print">
          <p>{words[locale].versions}</p>
          <ul>
            {shown.text.versions.map(({ no, called, counts }) => (
              <li key={no}>
                <a
                  href={`/bases/${head.id}/text?version=${no}`}
                  aria-current={no === shown.text.no ? 'page' : undefined}
                >
                  {called[locale]}
                </a>
                {counts ? null : ` (${words[locale].noLonger})`}
              </li>
            ))}
          </ul>
        </nav>
        <TextBody shown={shown} locale={locale} />
      </div>
    ),
  })
