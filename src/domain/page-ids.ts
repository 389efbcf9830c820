/** Ids that a page has around an article's body, which no heading of the body may take. */
export const PAGE_IDS: readonly string[] = [
  'comments',
  'content',
  'contents',
  'contributors-heading',
  'footer-0',
  'footer-1',
  'footer-2',
  'gallery-tools',
  'newsletter-email',
  'newsletter-heading',
  'newsletter-note',
  'related-heading',
  'search-menu',
  'search-top',
  'support-heading',
  'topics-heading',
]
