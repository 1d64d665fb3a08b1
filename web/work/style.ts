import { chartStyle } from './chart-style.js'

/** How the workplace looks, on a screen and on paper; the policy its pages are sent with names the hash of exactly these bytes. */
export const workStyle = `${chartStyle}
:root{color-scheme:light dark;--bg:#f5f6f8;--card:#fff;--ink:#17212b;--soft:#546170;--line:#d8dee5;--hair:#e8ecf0;--accent:#0b5aa6;--on-accent:#fff;--tint:#e8f1fa;--good:#1a6e34;--good-bg:#e5f4ea;--warn:#7d4a00;--warn-bg:#fdf1dc;--bad:#a8211a;--bad-bg:#fdeae8;--shade:0 1px 2px #0f1b2a14}
@media(prefers-color-scheme:dark){:root{--bg:#10161c;--card:#19222b;--ink:#e7ebef;--soft:#a5b1bd;--line:#34414d;--hair:#27323c;--accent:#83bdf7;--on-accent:#0a1724;--tint:#1c3046;--good:#7fd79a;--good-bg:#15301f;--warn:#f2c06a;--warn-bg:#352810;--bad:#ff9d94;--bad-bg:#3a1b19;--shade:none}}
*{box-sizing:border-box}
body{font:1rem/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:0;background:var(--bg);color:var(--ink);overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.wide{max-width:72rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-99rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:2}
.top{background:var(--card);border-bottom:1px solid var(--line)}
.top .wide{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;min-height:3.5rem}
.brand{font-weight:650;color:var(--ink);text-decoration:none;letter-spacing:.01em}
.top nav ul,.me,.tabs ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem;margin:0;padding:0}
.top nav{flex:1 1 auto}
.top nav a,.tabs a{display:block;padding:.9rem .55rem .75rem;color:var(--soft);text-decoration:none;border-bottom:3px solid transparent}
.top nav a:hover,.tabs a:hover{color:var(--ink)}
.top nav a[aria-current],.tabs a[aria-current]{color:var(--ink);font-weight:600;border-bottom-color:var(--accent)}
.find{display:flex;gap:.35rem;flex:0 1 8.5rem}.find input:not([type=hidden]){min-width:0;padding:.35rem .6rem}
.top .worlds{flex:1 0 100%;margin:0 0 .6rem}.top .worlds ul{gap:0;display:inline-flex;border:1px solid var(--line);border-radius:99px;padding:2px;font-size:.875rem}.top .worlds a{padding:.35rem .8rem;border:0;border-radius:99px}.top .worlds a[aria-current]{background:var(--tint);color:var(--accent)}
.me{align-items:center;gap:.25rem 1rem;font-size:.9rem}
.me b{font-weight:600}
.me form{display:inline}
.me span>a{display:block}.me b,.me small{display:block;line-height:1.5rem;min-width:1.5rem}.me small{color:var(--soft)}
.plain{border:0;background:none;color:var(--accent);padding:.5rem 0;min-height:0;margin:0;font:inherit;text-decoration:underline;text-underline-offset:.15em;cursor:pointer}
.banner{background:var(--warn-bg);color:var(--warn);font-weight:600;padding:.5rem 0;border-bottom:1px solid var(--line)}
.banner p{margin:0}
main.wide{padding-top:1.75rem;padding-bottom:3rem}main:focus{outline:none}
h1{font-size:1.65rem;line-height:1.3;letter-spacing:-.01em;margin:0 0 .35rem;text-wrap:balance}
h2{font-size:1.15rem;line-height:1.4;margin:2rem 0 .6rem}
h3{font-size:1rem;margin:1.25rem 0 .35rem}
p{margin:.4rem 0;max-width:46rem}
.lead{color:var(--soft);margin:0 0 1.25rem}
.soft,small{color:var(--soft)}
small{font-size:.875rem}
.crumbs{font-size:.9rem;margin:0 0 .5rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.25rem;margin:0 0 1rem;box-shadow:var(--shade)}
.card>:first-child{margin-top:0}.card>:last-child{margin-bottom:0}
.rows{list-style:none;margin:0 0 1rem;padding:0;background:var(--card);border:1px solid var(--line);border-radius:10px;box-shadow:var(--shade)}
.rows>li{display:grid;grid-template-columns:minmax(0,1fr) minmax(11rem,16rem);gap:.35rem 1.5rem;padding:.9rem 1.25rem;border-top:1px solid var(--hair);position:relative}
.rows>li:first-child{border-top:0}
.rows>li:hover:has(.over){background:var(--tint)}
.rows>li:first-child{border-radius:9px 9px 0 0}.rows>li:last-child{border-radius:0 0 9px 9px}.rows>li:only-child{border-radius:9px}
.rows.one>li{grid-template-columns:minmax(0,1fr)}.when small{display:block}.rows h3{margin:0;font-size:1.02rem}
.rows p{margin:.15rem 0}
.over{font-weight:600}
.over::after{content:"";position:absolute;inset:0}
.rows .why{color:var(--soft);font-size:.925rem}
.when{font-size:.9rem}
.tag{display:inline-block;font-size:.82rem;font-weight:600;line-height:1.3;padding:.15rem .55rem;border-radius:99px;background:var(--hair);color:var(--ink)}
.tag.good{background:var(--good-bg);color:var(--good)}
.tag.warn{background:var(--warn-bg);color:var(--warn)}
.tag.bad{background:var(--bad-bg);color:var(--bad)}
.tag.now{background:var(--tint);color:var(--accent)}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.5rem;margin:0}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.facts p{margin:0 0 .25rem}
.two>div>section:first-child>h2{margin-top:0}h2+.scroll caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,20rem);gap:0 1.5rem;align-items:start}
.scroll{overflow-x:auto;overflow-wrap:break-word;background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 1rem;box-shadow:var(--shade)}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;color:var(--soft);padding:.75rem 1.25rem .25rem}
th,td{text-align:left;vertical-align:top;padding:.6rem 1rem;border-top:1px solid var(--hair);min-width:6rem}
tr:first-child>*{border-top:0}
thead th{color:var(--soft);font-weight:600;font-size:.875rem}
th:first-child,td:first-child{padding-left:1.25rem}
tbody th{font-weight:600}
.figure{text-align:right;font-variant-numeric:tabular-nums}
.path{list-style:none;display:flex;gap:.35rem;margin:0 0 1.25rem;padding:0}
.path li{flex:1 1 0;border-top:4px solid var(--line);padding-top:.4rem;font-size:.875rem;color:var(--soft);min-width:0}
.path .done{border-top-color:var(--good)}
.path .here{border-top-color:var(--accent);color:var(--ink);font-weight:600}
.path small{display:block;font-weight:400}
.tabs{border-bottom:1px solid var(--line);margin:0 0 1.25rem}
.tabs a{padding:.6rem .75rem .5rem}
.saved ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin:0 0 .75rem;padding:0}.saved a{display:inline-block;padding:.3rem 0}
.note{border-left:4px solid var(--accent);background:var(--tint);padding:.75rem 1rem;border-radius:0 8px 8px 0;margin:0 0 1rem}
.note.bad{border-color:var(--bad);background:var(--bad-bg)}
.note.good{border-color:var(--good);background:var(--good-bg)}
.note>:first-child{margin-top:0}.note>:last-child{margin-bottom:0}
.bad{color:var(--bad)}.note.bad{color:var(--ink)}
p.bad{font-weight:600}
.empty{text-align:center;padding:3rem 1.25rem;background:var(--card);border:1px dashed var(--line);border-radius:10px}
.empty p{margin-left:auto;margin-right:auto}
fieldset{border:1px solid var(--line);border-radius:8px;margin:.9rem 0;padding:.5rem 1rem .9rem;min-width:0;background:var(--card)}
fieldset fieldset{background:none}#form fieldset,#form fieldset div:has(>div){display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:0 1.25rem}#form fieldset>:not(div),#form fieldset div:has(>div),#form fieldset div>:not(div):nth-last-child(n):is(.soft),#form fieldset div:has(>fieldset),#form div:has(>div)>label{grid-column:1/-1}#form fieldset button{justify-self:start}fieldset.wrong{border-color:var(--bad);border-width:2px}fieldset:target{outline:3px solid var(--accent)}
legend,label{font-weight:600}
legend{padding:0 .35rem}
label{display:block;margin:.6rem 0 .2rem}
label.tick{font-weight:400;margin:.2rem 0;padding:.2rem 0}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=checkbox],[type=radio],[type=hidden]),select,textarea{width:100%;max-width:40rem;padding:.5rem .6rem;border:1px solid var(--soft);border-radius:6px;background:var(--bg)}
input[type=checkbox],input[type=radio]{width:1.15rem;height:1.15rem;vertical-align:-.2rem;margin:0 .4rem 0 0;accent-color:var(--accent)}
[aria-invalid=true]{border-color:var(--bad)!important;border-width:2px!important}
button,.button{display:inline-block;font-weight:600;padding:.55rem 1.1rem;margin:.25rem .5rem .25rem 0;min-height:2.75rem;border-radius:7px;border:1px solid var(--accent);background:var(--card);color:var(--accent);text-decoration:none;cursor:pointer}
button.main,.button.main{background:var(--accent);color:var(--on-accent)}
button.bad{border-color:var(--bad);color:var(--bad)}
.acts{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:1rem}
.option{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1rem;align-items:center;border-top:1px solid var(--hair);padding:.7rem 0}
.option:first-of-type{border-top:0}
.option p{margin:0}.option .button{margin-right:0;text-align:center}.option h2{margin:0}
pre{white-space:pre-wrap;font:inherit;margin:0}
button.plain{border:0;background:none;padding:.35rem 0;min-height:1.5rem;margin:0;font-weight:inherit;text-align:left}.parts{margin:.25rem 0;padding-left:1.5rem}details{margin:.5rem 0}
summary{cursor:pointer;font-weight:600;color:var(--accent);padding:.35rem 0}
.clause{border-top:1px solid var(--hair)}.clause p{white-space:pre-line}.clause summary h3{display:inline;margin:0;color:var(--ink)}
.say{border-left:4px solid var(--accent);padding:0 0 0 1rem;margin:.75rem 0}.jumps{columns:18rem;list-style:none;padding:0;margin:.25rem 0}.jumps a{display:inline-block;padding:.2rem 0}.items{padding-left:1.25rem}.items>li{padding:.35rem 0}.code{font-size:.875rem}
.changes{position:sticky;bottom:0;max-width:none;margin:0;padding:.6rem 1.25rem;text-align:center;background:var(--tint);border-top:1px solid var(--accent)}.changes[hidden]{display:none}
.foot.wide{padding-top:0;padding-bottom:2rem;font-size:.9rem;color:var(--soft)}
@media(max-width:46rem){.wide{padding:0 1rem}main.wide{padding-top:1rem;padding-bottom:2rem}h1{font-size:1.4rem}.rows>li,.two,.facts,.option{grid-template-columns:minmax(0,1fr)}.facts dt{margin-top:.4rem}.rows>li{padding:.8rem 1rem}.path{flex-direction:column;gap:0}.path li{flex:none;border-top:0;border-left:4px solid var(--line);padding:.25rem .6rem}.path .done{border-left-color:var(--good)}.path .here{border-left-color:var(--accent)}.path small{display:inline;margin-left:.4rem}.top nav a{padding:.55rem .6rem .45rem}.top .wide{padding-top:.5rem;gap:.1rem 1rem}th,td{min-width:8rem}.cards,.cards tbody,.cards tr,.cards th,.cards td,.cards caption{display:block;min-width:0}.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.cards tr{border-top:1px solid var(--hair);padding:.6rem 1rem}.cards tbody th,.cards td{border:0;padding:.15rem 0}.cards td::before{content:attr(data-head);display:inline-block;min-width:6.5rem;margin-right:.75rem;color:var(--soft)}.cards td:empty{display:none}}
@media(prefers-reduced-motion:no-preference){.rows>li{transition:background .12s}}
@media print{.clause details::details-content{content-visibility:visible;display:block;height:auto}.top nav,.me form,.me>a,.skip,.tabs,.foot,button,.button,.no-print{display:none!important}body{background:#fff;color:#000}.card,.rows,.scroll{box-shadow:none;break-inside:avoid}.over::after{content:none}a{color:inherit}}
`
