import { NUMBER_KEYS, type QueryRules, type RedirectRules, requestBelow } from './rules.ts'

/** Maps for nginx's http block; one line in the server's block makes use of them. */
export function writeNginx({ front, paths, folders, numbers, queries, feed, search }: RedirectRules): string {
  const entries = [
    ...paths.map(({ from, to }) => [decodeURI(from), to] as const),
    ...numbers.map(({ number, to }) => [`${front} ${number}`, to] as const),
  ]
  const asked = queries.map(queryEntries)
  const longest = Math.max(
    64,
    ...[...entries, ...asked.flat()].map(([key]) => new TextEncoder().encode(key).length),
  )
  return `# Old addresses and where they lead. Include this file in the http block; the server's block says:
#   if ($moved_to) { return 301 $moved_to; }
map_hash_bucket_size ${powerOfTwo(longest + 64)};
map_hash_max_size ${powerOfTwo(Math.max(entries.length, ...asked.map(({ length }) => length)) * 2 + 2048)};

map $uri $moved_path {
    default "";
${lines(entries.slice(0, paths.length))}}

# As it was asked for: what has been decoded may not stand in a header.
map $request_uri $moved_folder {
    default "";
${folders.map(({ from, to }) => `    ${quoted(`~${requestBelow(from, '(?<moved_rest>')}`)} ${quoted(`${to}$moved_rest`)};\n`).join('')}}

map "$uri ${NUMBER_KEYS.map((key) => `$arg_${key}`).join('')}" $moved_number {
    default "";
${lines(entries.slice(paths.length))}}

${listQueries(front, feed, search)}map $moved_path ${queries.length > 0 ? '$moved_whole' : '$moved_to'} {
    default $moved_path;
    "" ${feed ? '$moved_by_query' : '$moved_folder$moved_number'};
}
${queryMaps(queries)}`
}

/** Maps for addresses that queries tell apart; the one of most names goes before all others. */
function queryMaps(queries: readonly QueryRules[]): string {
  return queries
    .map((rules, i) => {
      const next = i === queries.length - 1 ? '$moved_whole' : `$moved_query_${i + 1}`
      const key = `$uri ${rules.names.map((name) => `$arg_${name}`).join(' ')}`
      return `
map "${key}" ${i === 0 ? '$moved_to' : `$moved_query_${i}`} {
    default ${next};
${lines(queryEntries(rules))}}
`
    })
    .reverse()
    .join('')
}

/** nginx does not decode arguments: browsers send them as a link has them, with a slash or with its code. */
function queryEntries({ addresses }: QueryRules): [string, string][] {
  return addresses.flatMap(({ path, values, to }) => {
    const coded = values.map((value) => value.replace(/[^%\w.~-]/g, encodeURIComponent))
    return [...new Set([values, coded].map((form) => [decodeURI(path), ...form].join(' ')))].map(
      (key): [string, string] => [key, to],
    )
  })
}

/** Maps for what WordPress asked by a query, behind its numbers. */
function listQueries(front: string, feed: string | undefined, search: string | undefined): string {
  if (feed === undefined || search === undefined) return ''
  const from = front.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const asked = (to: string) => `    ${quoted(`~^${from} .`)} ${quoted(to)};\n`
  return `map "$uri $arg_feed" $moved_feed {
    default "";
${asked(feed)}}

map "$uri $arg_s" $moved_search {
    default $moved_feed;
${asked(`${search}?$args`)}}

map "$moved_folder$moved_number" $moved_by_query {
    default "$moved_folder$moved_number";
    "" $moved_search;
}

`
}

function lines(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([key, to]) => `    ${quoted(key)} ${quoted(to)};\n`).join('')
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least))
}
