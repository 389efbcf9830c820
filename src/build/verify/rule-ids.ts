/** What each id of a verifier's rule means: a build says the id, `docs/editors.md` has them all. */
export const VERIFIER_RULES = {
  'bad-address': 'An address cannot be read as one.',
  'bad-json': 'Structured data, a feed or another file holds JSON that cannot be read.',
  'broken-anchor': 'A link names a part of a page that is not on it.',
  'broken-link': 'A link, a picture or a feed names an address of the site that is not there.',
  'empty-file': 'A file of the site is empty.',
  'empty-page': 'A page shows nothing but its heading.',
  'host-limit': 'The site has more files or bytes than the host that the settings name takes.',
  'leftover-file': 'A page or a feed is of an earlier build.',
  'link-to-come': 'A warning: an author’s link leads to what is not published yet.',
  'lost-pages': 'More of the published pages are gone than the settings allow.',
  'page-canonical': 'A page does not name exactly one address as its own.',
  'page-heading': 'A page does not have exactly one heading of level one.',
  'page-title': 'A page has no title.',
  'unpublished-content': 'A page shows what is held back from readers.',
} as const

export type VerifierRuleId = keyof typeof VERIFIER_RULES
