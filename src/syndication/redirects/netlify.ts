import { NUMBER_KEYS, type RedirectRules } from './rules.ts'

/** Netlify's `_redirects`. The exclamation mark lets a rule win over the page that the build makes at the address. */
export function writeNetlify({
  front,
  paths,
  folders: below,
  numbers,
  queries,
  feed,
  search,
}: RedirectRules): string {
  // It takes an address with and without its slash for one.
  const folders = new Set(paths.map(({ from }) => from))
  const rules = [
    ...queries.flatMap(({ names, addresses }) =>
      addresses.map(({ path, values, to }) => {
        const query = names.map((name, i) => `${name}=${values[i]}`)
        return `${path} ${query.join(' ')} ${to} 301!`
      }),
    ),
    ...paths.filter(({ from }) => !folders.has(`${from}/`)).map(({ from, to }) => `${from} ${to} 301!`),
    ...below.map(({ from, to }) => `${from}* ${to}:splat 301!`),
    ...numbers.flatMap(({ number, to }) => NUMBER_KEYS.map((key) => `${front} ${key}=${number} ${to} 301!`)),
    ...(feed === undefined ? [] : [`${front} feed=:feed ${feed} 301!`]),
    ...(search === undefined ? [] : [`${front} s=:words ${search}?q=:words 301!`]),
  ]
  return `# Old addresses and where they lead. The file must be in the published folder as _redirects.\n${rules.map((rule) => `${rule}\n`).join('')}`
}
