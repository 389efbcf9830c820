import { expect, test } from 'vitest'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { linksFor } from '#domain/links.ts'
import { writeCaddy } from './caddy.ts'
import { writeCloudflare } from './cloudflare.ts'
import { writeNetlify } from './netlify.ts'
import { writeNginx } from './nginx.ts'
import { rulesFor } from './rules.ts'

const links = linksFor(siteWith({ url: 'https://x.example/daily/' }))
const rules = rulesFor(
  {
    pages: [
      { from: '/old/', to: '/daily/city/new/', title: 'New' },
      { from: '/caf%C3%A9"q"', to: '/daily/city/cafe/', title: 'Café' },
      { from: '/page.html', to: '/daily/city/new/', title: 'New' },
      { from: '/?p=19', to: '/daily/city/new/', title: 'New' },
      { from: '/?q=node/7', to: '/daily/city/new/', title: 'New' },
      { from: '/index.php?option=com_content&id=7:dam', to: '/daily/city/cafe/', title: 'Café' },
      { from: '/read/?id=8', to: '/daily/city/cafe/', title: 'Café' },
      { from: '/index.php?id=9', to: '/daily/city/new/', title: 'New' },
    ],
    lists: [
      { from: '/kota.lama', to: '/daily/city/', title: 'City', kind: 'category', slug: 'city' },
      { from: '/author/búdi/', to: '/daily/author/budi/', title: 'Budi', kind: 'author', slug: 'budi' },
      { from: '/kota.html', to: '/daily/city/', title: 'City', kind: 'category', slug: 'city' },
      { from: '/?p=7', to: '/daily/city/', title: 'City', kind: 'category', slug: 'city' },
    ],
  },
  links,
)

// Both were loaded and asked by hand, nginx 1.22 and Caddy 2.6: an address of each kind is answered with its 301.
test('nginx', () => {
  expect(writeNginx(rules))
    .toBe(`# Old addresses and where they lead. Include this file in the http block; the server's block says:
#   if ($moved_to) { return 301 $moved_to; }
map_hash_bucket_size 128;
map_hash_max_size 4096;

map $uri $moved_path {
    default "";
    "/daily/old" "/daily/city/new/";
    "/daily/old/" "/daily/city/new/";
    "/daily/café\\"q\\"" "/daily/city/cafe/";
    "/daily/café\\"q\\"/" "/daily/city/cafe/";
    "/daily/page.html" "/daily/city/new/";
    "/daily/kota.lama" "/daily/city/";
    "/daily/kota.lama/" "/daily/city/";
    "/daily/author/búdi" "/daily/author/budi/";
    "/daily/author/búdi/" "/daily/author/budi/";
    "/daily/kota.html" "/daily/city/";
}

# As it was asked for: what has been decoded may not stand in a header.
map $request_uri $moved_folder {
    default "";
    "~^/daily/author/b(?i:%C3)(?i:%BA)di/(?<moved_rest>[^?]*)" "/daily/author/budi/$moved_rest";
    "~^/daily/kota[.]lama/(?<moved_rest>[^?]*)" "/daily/city/$moved_rest";
}

map "$uri $arg_p$arg_page_id$arg_attachment_id" $moved_number {
    default "";
    "/daily/ 19" "/daily/city/new/";
    "/daily/ 7" "/daily/city/";
}

map $moved_path $moved_whole {
    default $moved_path;
    "" $moved_folder$moved_number;
}

map "$uri $arg_id" $moved_query_2 {
    default $moved_whole;
    "/daily/read 8" "/daily/city/cafe/";
    "/daily/read/ 8" "/daily/city/cafe/";
    "/daily/index.php 9" "/daily/city/new/";
}

map "$uri $arg_q" $moved_query_1 {
    default $moved_query_2;
    "/daily/ node/7" "/daily/city/new/";
    "/daily/ node%2F7" "/daily/city/new/";
}

map "$uri $arg_id $arg_option" $moved_to {
    default $moved_query_1;
    "/daily/index.php 7:dam com_content" "/daily/city/cafe/";
    "/daily/index.php 7%3Adam com_content" "/daily/city/cafe/";
}
`)
})

test('Caddy', () => {
  expect(writeCaddy(rules))
    .toBe(`# Old addresses and where they lead. In the site's block: import redirects.caddy
map {path} {moved_path} {
	"/daily/old" "/daily/city/new/"
	"/daily/old/" "/daily/city/new/"
	"/daily/café\\"q\\"" "/daily/city/cafe/"
	"/daily/café\\"q\\"/" "/daily/city/cafe/"
	"/daily/page.html" "/daily/city/new/"
	"/daily/kota.lama" "/daily/city/"
	"/daily/kota.lama/" "/daily/city/"
	"/daily/author/búdi" "/daily/author/budi/"
	"/daily/author/búdi/" "/daily/author/budi/"
	"/daily/kota.html" "/daily/city/"
	default ""
}
map {uri} {moved_folder} {
	"~^/daily/author/b(?i:%C3)(?i:%BA)di/([^?]*)" "/daily/author/budi/\${1}"
	"~^/daily/kota[.]lama/([^?]*)" "/daily/city/\${1}"
	default ""
}
map "{path} {query.p}{query.page_id}{query.attachment_id}" {moved_number} {
	"/daily/ 19" "/daily/city/new/"
	"/daily/ 7" "/daily/city/"
	default ""
}
map "{path} {query.id} {query.option}" {moved_query_0} {
	"/daily/index.php 7:dam com_content" "/daily/city/cafe/"
	default ""
}
@moved_query_0 expression {moved_query_0}.startsWith("/")
redir @moved_query_0 {moved_query_0} 301
map "{path} {query.q}" {moved_query_1} {
	"/daily/ node/7" "/daily/city/new/"
	default ""
}
@moved_query_1 expression {moved_query_1}.startsWith("/")
redir @moved_query_1 {moved_query_1} 301
map "{path} {query.id}" {moved_query_2} {
	"/daily/read 8" "/daily/city/cafe/"
	"/daily/read/ 8" "/daily/city/cafe/"
	"/daily/index.php 9" "/daily/city/new/"
	default ""
}
@moved_query_2 expression {moved_query_2}.startsWith("/")
redir @moved_query_2 {moved_query_2} 301
@moved_path expression {moved_path}.startsWith("/")
@moved_folder expression {moved_folder}.startsWith("/")
@moved_number expression {moved_number}.startsWith("/")
redir @moved_path {moved_path} 301
redir @moved_folder {moved_folder} 301
redir @moved_number {moved_number} 301
`)
})

test('Netlify', () => {
  expect(writeNetlify(rules).split('\n').slice(1)).toEqual([
    '/daily/index.php id=7:dam option=com_content /daily/city/cafe/ 301!',
    '/daily/ q=node/7 /daily/city/new/ 301!',
    '/daily/read id=8 /daily/city/cafe/ 301!',
    '/daily/read/ id=8 /daily/city/cafe/ 301!',
    '/daily/index.php id=9 /daily/city/new/ 301!',
    '/daily/old/ /daily/city/new/ 301!',
    '/daily/caf%C3%A9%22q%22/ /daily/city/cafe/ 301!',
    '/daily/page.html /daily/city/new/ 301!',
    '/daily/kota.lama/ /daily/city/ 301!',
    '/daily/author/b%C3%BAdi/ /daily/author/budi/ 301!',
    '/daily/kota.html /daily/city/ 301!',
    '/daily/author/b%C3%BAdi/* /daily/author/budi/:splat 301!',
    '/daily/kota.lama/* /daily/city/:splat 301!',
    '/daily/ p=19 /daily/city/new/ 301!',
    '/daily/ page_id=19 /daily/city/new/ 301!',
    '/daily/ attachment_id=19 /daily/city/new/ 301!',
    '/daily/ p=7 /daily/city/ 301!',
    '/daily/ page_id=7 /daily/city/ 301!',
    '/daily/ attachment_id=7 /daily/city/ 301!',
    '',
  ])
})

test('Cloudflare Pages', () => {
  expect(writeCloudflare(rules).split('\n').slice(2)).toEqual([
    '/daily/old /daily/city/new/ 301',
    '/daily/old/ /daily/city/new/ 301',
    '/daily/caf%C3%A9%22q%22 /daily/city/cafe/ 301',
    '/daily/caf%C3%A9%22q%22/ /daily/city/cafe/ 301',
    '/daily/page.html /daily/city/new/ 301',
    '/daily/kota.lama /daily/city/ 301',
    '/daily/kota.lama/ /daily/city/ 301',
    '/daily/author/b%C3%BAdi /daily/author/budi/ 301',
    '/daily/author/b%C3%BAdi/ /daily/author/budi/ 301',
    '/daily/kota.html /daily/city/ 301',
    '/daily/author/b%C3%BAdi/* /daily/author/budi/:splat 301',
    '/daily/kota.lama/* /daily/city/:splat 301',
    '',
  ])
})

const asked = { ...rules, feed: '/daily/rss.xml', search: '/daily/search/' }

test.each([
  [
    'nginx',
    writeNginx(asked),
    [
      '    "~^/daily/ ." "/daily/rss.xml";',
      '    "~^/daily/ ." "/daily/search/?$args";',
      '    "" $moved_by_query;',
    ],
  ],
  [
    'Caddy',
    writeCaddy(asked),
    ['redir @moved_feed /daily/rss.xml 301', 'redir @moved_s /daily/search/?{query} 301', '\tquery s=*'],
  ],
  [
    'Netlify',
    writeNetlify(asked),
    ['/daily/ feed=:feed /daily/rss.xml 301!', '/daily/ s=:words /daily/search/?q=:words 301!'],
  ],
])('%s sends feeds and searches that are asked for by a query on', (_case, text, lines) => {
  for (const line of lines) expect(text).toContain(`${line}\n`)
})
