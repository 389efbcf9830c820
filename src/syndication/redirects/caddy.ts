import { NUMBER_KEYS, type QueryRules, type RedirectRules, requestBelow } from './rules.ts'

/** Directives for a site's block in a Caddyfile. */
export function writeCaddy({ front, paths, folders, numbers, queries, feed, search }: RedirectRules): string {
  const inQuery = NUMBER_KEYS.map((key) => `{query.${key}}`).join('')
  return `# Old addresses and where they lead. In the site's block: import redirects.caddy
map {path} {moved_path} {
${paths.map(({ from, to }) => `\t${quoted(decodeURI(from))} ${quoted(to)}\n`).join('')}\tdefault ""
}
map {uri} {moved_folder} {
${folders.map(({ from, to }) => `\t"~${requestBelow(from, '(')}" "${to}\${1}"\n`).join('')}\tdefault ""
}
map "{path} ${inQuery}" {moved_number} {
${numbers.map(({ number, to }) => `\t${quoted(`${front} ${number}`)} ${quoted(to)}\n`).join('')}\tdefault ""
}
${queries.map(queryMap).join('')}@moved_path expression {moved_path}.startsWith("/")
@moved_folder expression {moved_folder}.startsWith("/")
@moved_number expression {moved_number}.startsWith("/")
redir @moved_path {moved_path} 301
redir @moved_folder {moved_folder} 301
redir @moved_number {moved_number} 301
${asked('feed', front, feed)}${asked('s', front, search && `${search}?{query}`)}`
}

/** Sends addresses on that a query tells apart, before those that have none; those of most names come first. */
function queryMap({ names, addresses }: QueryRules, i: number): string {
  const key = `{path} ${names.map((name) => `{query.${name}}`).join(' ')}`
  const lines = addresses.map(({ path, values, to }) => {
    const decoded = values.map((value) => decodeURIComponent(value.replaceAll('+', ' ')))
    return `\t${quoted([decodeURI(path), ...decoded].join(' '))} ${quoted(to)}\n`
  })
  return `map "${key}" {moved_query_${i}} {
${lines.join('')}\tdefault ""
}
@moved_query_${i} expression {moved_query_${i}}.startsWith("/")
redir @moved_query_${i} {moved_query_${i}} 301
`
}

/** Sends what WordPress asked by a query of a name on. */
function asked(name: string, front: string, to: string | undefined): string {
  if (to === undefined) return ''
  return `@moved_${name} {\n\tpath ${front}\n\tquery ${name}=*\n}\nredir @moved_${name} ${to} 301\n`
}

/** Braces would be taken for placeholders. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"{}]/g, '\\$&')}"`
}
