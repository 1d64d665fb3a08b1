import type { Effect } from './story.js'

/** The name under which the state counts that an effect has happened in the running stage; what a matter asked is its own. */
export const effectName = (effect: Effect): string => {
  const name =
    effect.effect === 'status'
      ? `status:${effect.status}`
      : effect.effect === 'order'
        ? `order:${effect.kind}`
        : effect.effect
  // While a matter stops the base it is told alone: it must not take the end of an earlier stop for its own.
  const isOwn = ['status', 'order', 'unfreeze', 'lift'].includes(effect.effect)
  return isOwn && 'matter' in effect && effect.matter !== undefined ? `${name}@${effect.matter}` : name
}
