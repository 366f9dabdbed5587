/** How the page looks: light or dark as the reader's system is, and black on white on paper. */
export const style = `:root{color-scheme:light dark;--ink:#1d2330;--soft:#5b6475;--line:#d5d9e2;--paper:#fff;--tint:#f4f6fa;--bar:#3a6ea5;--error:#b3261e;--warning:#8a5a00;--mark:#ffe9a8}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9f0;--soft:#a2abbd;--line:#3a4252;--paper:#161a22;--tint:#1f2530;--bar:#7fb0e6;--error:#ff9a92;--warning:#f0c060;--mark:#5a4a12}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--line:#bbb;--paper:#fff;--tint:#fff;--bar:#555;--error:#000;--warning:#000;--mark:#ddd}nav,summary{display:none}section{break-inside:auto}tr,figure,li{break-inside:avoid}h2{break-after:avoid}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:68rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.3rem;margin:2.5rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
p{margin:.5rem 0}
.soft,caption{color:var(--soft)}
a{color:inherit}
nav ul,.facts{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:0;margin:1rem 0}
.facts li{min-width:7rem}
.facts strong{display:block;font-size:1.6rem;line-height:1.1}
table{border-collapse:collapse;width:100%}
caption{text-align:start;padding-bottom:.5rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
thead th{overflow-wrap:normal;color:var(--soft);font-weight:600}
tbody th{font-weight:400}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
code{font:.86em ui-monospace,monospace}
blockquote{margin:.35rem 0 0;padding:.35rem .6rem;background:var(--tint);border-inline-start:3px solid var(--line);font:.86rem/1.45 ui-monospace,monospace}
mark{background:var(--mark);color:inherit}
.error{color:var(--error);font-weight:600}
.warning{color:var(--warning);font-weight:600}
svg{fill:var(--bar);max-width:100%;height:auto}
svg text{fill:var(--soft);font-size:9px;text-anchor:middle}
svg.bar{display:block;width:100%;min-width:4rem;height:.6rem;margin-top:.45rem}
figure{margin:0}
th.place{min-width:9rem;max-width:14rem}td code{white-space:nowrap}
@media (max-width:44rem){#problems :is(th,td):nth-child(3),#sections :is(th,td):nth-child(4){display:none}th.place{min-width:4rem}th,td{padding-inline-end:.4rem}thead th.number{font-size:.75rem}}
@media (max-width:24rem){thead th.number{white-space:normal;overflow-wrap:anywhere}}
.d1{padding-inline-start:1.25rem}.d2{padding-inline-start:2.5rem}.d3{padding-inline-start:3.75rem}.d4{padding-inline-start:5rem}
`;
