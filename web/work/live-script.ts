/**
 * Follows what changes while a page is read, and says so below it: nothing that somebody reads or types is moved or taken away, and a link
 * shows the page anew, beside this one where something was typed. It listens while the page is looked at, since a browser keeps few connections to
 * one host. Without it everything works.
 */
export const liveScript = `
(() => {
  const bar = document.getElementById('changes')
  if (!bar || !window.EventSource) return
  const { at, asks, one, many } = bar.dataset
  const [says, link] = [bar.querySelector('span'), bar.querySelector('a')]
  let last = bar.dataset.since
  let count = 0
  let source
  const heard = ({ data, lastEventId }) => {
    last = lastEventId
    if (JSON.parse(data).recordedAt <= at) return
    count += 1
    says.textContent = count === 1 ? one : many.replace('#', count)
    bar.hidden = false
  }
  const listen = () => {
    if (source || document.hidden) return
    source = new EventSource('/changes?' + asks + (last ? '&after=' + last : ''))
    source.addEventListener('change', heard)
  }
  const leave = () => {
    if (source) source.close()
    source = undefined
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : listen()))
  document.addEventListener('input', () => (link.target = '_blank'))
  addEventListener('pagehide', leave)
  addEventListener('pageshow', listen)
  listen()
})()
`
