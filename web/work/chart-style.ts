/** How what is drawn in lines looks: stages in hues that differ in light too, on either ground. */
export const chartStyle = `
:root{--s1:#7a8794;--s2:#b2742b;--s3:#7b4fa3;--s4:#1f7a8c;--s5:#1a6e34;--ground:#eef3f7}
@media(prefers-color-scheme:dark){:root{--s1:#94a1ae;--s2:#d69a52;--s3:#b592da;--s4:#5fb6c9;--s5:#6cc587;--ground:#141d25}}
.chart{margin:0 0 1rem;background:var(--card);border:1px solid var(--line);border-radius:10px;overflow-x:auto;box-shadow:var(--shade)}
.chart svg{display:block;width:100%;min-width:34rem}
.chart svg.time{min-width:48rem}
.chart .ground{fill:var(--ground)}
.chart .rule{stroke:var(--line);stroke-width:1}
.chart text{font-size:15px;fill:var(--ink)}
.chart .degree{fill:var(--soft);font-size:13px}
.chart .mark{font-size:14px;text-anchor:middle;dominant-baseline:middle}
.chart .dot{fill:var(--accent);stroke:var(--card);stroke-width:2}
.chart .dot.late{fill:var(--bad)}
.chart a:hover .dot,.chart a:focus-visible .dot{stroke:var(--ink);stroke-width:3}
.chart a:hover .name{text-decoration:underline}
.chart .name{font-size:14px}
.chart .now{stroke:var(--accent);stroke-width:2;stroke-dasharray:4 3}
.bar.nomination{fill:var(--s1)}.bar.due_diligence{fill:var(--s2)}.bar.memorandum{fill:var(--s3)}.bar.launch{fill:var(--s4)}.bar.yearly_review{fill:var(--s5)}
.bar{stroke:var(--card);stroke-width:1}
.bar.ahead{fill:var(--s5);opacity:.22}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 .75rem;padding:0;font-size:.9rem;color:var(--soft)}
.key li{display:flex;align-items:center;gap:.4rem}
.swatch{width:1rem;height:.75rem}
.figure{white-space:nowrap}
.stages{list-style:none;display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:.6rem;margin:0 0 1rem;padding:0}
.stages li{position:relative;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.75rem .9rem;box-shadow:var(--shade);font-size:.9rem}
.stages li:has([aria-current]){border-color:var(--accent);background:var(--tint)}
.stages b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
.stages a{color:inherit;text-decoration:none}
.stages .ages{display:block;width:100%;height:.5rem;margin:.5rem 0 .35rem}
.stages p{margin:0;color:var(--soft);font-size:.85rem}
.six0{fill:var(--s1)}.six1{fill:var(--s4)}.six2{fill:var(--s5)}
.age0{fill:var(--good)}.age1{fill:var(--accent)}.age2{fill:#d18b1f}.age3{fill:var(--bad)}.age-none{fill:var(--hair)}
.filter{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:0 .9rem;align-items:end}
.filter label{font-size:.875rem;margin:.4rem 0 .15rem}
.filter .wide-field{grid-column:span 2}
.filter .acts{border:0;margin:.5rem 0 0;padding:0;grid-column:1/-1}
.slots{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.6rem;margin:0 0 1rem;padding:0}
.slots li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.75rem .9rem;font-size:.92rem}
.slots li.free{border-style:dashed;color:var(--soft);background:none}
.slots b{font-size:1.1rem;margin-right:.5rem;color:var(--soft)}
.waits{list-style:none;margin:0;padding:0}
.waits li+li{margin-top:.45rem;padding-top:.45rem;border-top:1px solid var(--hair)}
.quote{border-left:3px solid var(--line);margin:.35rem 0;padding:.1rem 0 .1rem .75rem;white-space:pre-wrap}
.letter{white-space:pre-wrap;font-size:.95rem}
.hash{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.85em;overflow-wrap:anywhere}
.scrubber form{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem}.scrubber label{margin:0;flex:0 0 auto}.scrubber input:not([type=hidden]){flex:1 1 12rem;width:auto;max-width:30rem;padding:.35rem .5rem}.scrubber input[type=range]{padding:0}.scrubber input[type=date]{flex:0 1 12rem}
.flow{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr));gap:.9rem 1.6rem;margin:.75rem 0 1rem;padding:0 0 0 1.3rem}
.flow ul{list-style:none;margin:0;padding:0;display:flex;flex-direction:column;gap:.4rem}.flow>li{position:relative}
.flow>li+li::before{content:"→";position:absolute;left:-1.35rem;top:.6rem;color:var(--soft)}.flow>li+li::before{content:"→"/""}
.flow ul li{background:var(--card);border:1px solid var(--line);border-left-width:4px;border-radius:8px;padding:.45rem .65rem;font-size:.9rem;line-height:1.4}
.flow small{display:block;font-size:.8rem}.flow .done{border-left-color:var(--good)}.flow .waits{border-color:var(--accent);background:var(--tint);font-weight:600}.flow .waits small{font-weight:400}
.flow .off_course{border-style:dashed;background:none;color:var(--soft)}
h1+.card,h1+.note,h1+form.card{margin-top:1rem}
@media(max-width:46rem){.flow{grid-template-columns:minmax(0,1fr);gap:1.5rem;padding:0}.flow>li+li::before{left:1rem;top:-1.5rem;content:"↓"}.flow>li+li::before{content:"↓"/""}.stages{grid-template-columns:repeat(2,minmax(0,1fr))}.filter .wide-field{grid-column:1/-1}}
`
