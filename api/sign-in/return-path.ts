/** Where somebody may be led after signing in: pages and what letters point to. */
const places = [
  '/',
  '/work',
  '/verify',
  '/stuck',
  '/mailbox',
  '/bases',
  '/documents',
  '/inbox',
  '/sign-ins',
  '/passkeys',
  '/sign-out',
  '/clusters',
  '/programmes',
]

/** The path to go back to, if it is one of ours and nothing else; otherwise the first page. */
export const returnPath = (wanted: string | undefined): string =>
  wanted !== undefined && isOurs(wanted) ? wanted : '/'

const isOurs = (path: string): boolean => {
  if (!/^\/[A-Za-z0-9._~:/?=&%-]{0,500}$/.test(path) || path.startsWith('//')) return false
  const { origin, pathname } = new URL(path, here)
  return (
    origin === here && places.some((place) => pathname === place || (place !== '/' && pathname.startsWith(`${place}/`)))
  )
}

const here = 'https://here.invalid'
