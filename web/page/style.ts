/** How pages for people look; the policy they are sent with names the hash of exactly these bytes. */
export const style = `
:root{color-scheme:light dark;--line:#8886;--bad:#b3261e;--soft:#59636e}
@media(prefers-color-scheme:dark){:root{--bad:#ff8a80;--soft:#a3adb8}}
html{background:Canvas;color:CanvasText}
*{box-sizing:border-box}
body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:52rem;padding:1rem}
header p,small,.soft{color:var(--soft);margin:0}
.banner{border:2px solid currentColor;color:var(--bad);font-weight:600;padding:.5rem .75rem;margin:0 0 1rem}
h1{font-size:1.5rem;margin:.25rem 0 1rem}
h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dd{margin:0}
fieldset{border:1px solid var(--line);margin:.75rem 0;padding:.5rem .75rem}
legend,label{font-weight:600}
label{display:block;margin:.5rem 0 .15rem}
label.tick{font-weight:400;margin:.15rem 0}
input,select,textarea,button{font:inherit}
input:not([type=checkbox],[type=radio]),select,textarea{width:100%;padding:.4rem}
button{padding:.5rem 1rem;margin:.25rem .5rem .25rem 0;min-height:2.75rem}
.bad{color:var(--bad);font-weight:600}
.plain{border:0;background:none;color:inherit;padding:.35rem 0;min-height:1.5rem;margin:0;text-align:left;text-decoration:underline;cursor:pointer}
.parts{margin:.25rem 0;padding-left:1.5rem}
.tag{font-size:.875rem;color:var(--soft);white-space:nowrap}
#form fieldset,#form fieldset div:has(>div){display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:0 1rem}
#form fieldset>:not(div),#form fieldset div:has(>div),#form fieldset div>.soft,#form fieldset div:has(>fieldset),#form div:has(>div)>label{grid-column:1/-1}
#form fieldset button{justify-self:start}
.option{border-top:1px solid var(--line);padding:.5rem 0}
.note{border-left:4px solid var(--line);padding:.25rem 1rem;margin:.5rem 0}
.note.bad{border-color:var(--bad);color:inherit;font-weight:400}
.card{border:1px solid var(--line);padding:.25rem 1rem;margin:1rem 0}
.code{overflow-wrap:anywhere}
.clause p{white-space:pre-line}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
.scroll{overflow-x:auto;overflow-wrap:break-word;margin:.5rem 0}.scroll th,.scroll td{min-width:6rem}
.say{border-left:4px solid var(--line);padding-left:1rem;margin:.75rem 0}
.jumps{columns:18rem;list-style:none;padding:0}
.jumps a{display:inline-block;padding:.2rem 0}
.items{padding-left:1.25rem}
summary{cursor:pointer;font-weight:600;padding:.35rem 0}
summary h3{display:inline;font-size:1rem}
:focus-visible{outline:3px solid currentColor;outline-offset:2px}
@media(max-width:40rem){dl{grid-template-columns:1fr}}
`
