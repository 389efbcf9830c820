/** The looks of the newsroom's page, in light and in dark. */
export const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --line: light-dark(#d4d4d0, #404040); --code: light-dark(#f3f3f0, #262626); --bad: light-dark(#8b1a1a, #ff9d94); --good: light-dark(#1f6b3a, #7fd6a0) }
body { margin: 0; background: light-dark(#fff, #171717); color: light-dark(#1c1c1a, #ececea) }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1.5rem }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 0 0 .5rem }
summary h2 { display: inline; margin: 0 }
summary { cursor: pointer; padding-block: .5rem }
section { border-block-start: 1px solid var(--line); padding-block: 1rem; margin-block-start: 1rem }
.now { font-size: 1.125rem }
.bad { border: 2px solid var(--bad); padding: 1rem; border-radius: .25rem }
.bad h2, .refused, .failed { color: var(--bad) }
.published { color: var(--good) }
p { margin: .25rem 0; overflow-wrap: anywhere }
ul { list-style: none; margin: 0; padding: 0 }
li { padding-block: .5rem }
li + li { border-block-start: 1px solid var(--line) }
a { color: light-dark(#1a4f8b, #9cc7ff); display: inline-block; padding-block: .5rem }
a:focus-visible, summary:focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
code, pre { font: .9375rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
pre { white-space: pre-wrap; margin: .5rem 0 0; padding: .75rem; background: var(--code) }
small { color: light-dark(#595955, #b5b5b0) }
table { border-collapse: collapse; width: 100%; font-size: .9375rem }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-block-end: 1px solid var(--line) }
td b { display: none }
@media (max-width: 45rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  table, tbody, tr { display: block }
  tr { border-block-end: 1px solid var(--line); padding-block: .5rem }
  td { display: flex; gap: .75rem; border: 0; padding: .125rem 0 }
  td b { display: inline; flex: 0 0 8rem; font-weight: 400; color: light-dark(#595955, #b5b5b0) }
  td span { min-width: 0 }
}
`
