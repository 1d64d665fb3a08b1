import { readsPages } from '../pages/no-page.js'
import type { ApiApp } from '../parts.js'

type Faces = Parameters<ApiApp['addConstraintStrategy']>[0]
type Kept = Parameters<ReturnType<Faces['storage']>['set']>[1]

/** One address, two faces: whoever reads pages, as a browser does, is given one and sends its form; whoever does not is given JSON. */
export const faces: Faces = {
  name: 'face',
  storage: () => {
    const kept = new Map<unknown, Kept>()
    return {
      get: (face) => kept.get(face) ?? null,
      set: (face, handler) => void kept.set(face, handler),
    }
  },
  deriveConstraint: ({ method = '', headers: { accept, 'content-type': type } }) =>
    readsPages({ method: method === 'HEAD' ? 'GET' : method, accept, type }) ? 'page' : undefined,
  validate: () => true,
  mustMatchWhenDerived: false,
}

/** The face of an address for those who read pages. */
export const asPage = { face: 'page' } as const
