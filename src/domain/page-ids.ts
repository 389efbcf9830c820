/** Where the notes of what was corrected stand. */
export const CORRECTIONS_ID = 'corrections'

/** Ids that a page has around an article's body, which no heading of the body may take. */
export const PAGE_IDS: readonly string[] = [
  'comment-email',
  'comment-name',
  'comment-remember',
  'comment-site',
  'comment-text',
  'comment-trap',
  'comments',
  'comments-heading',
  'content',
  'contents',
  'contributors-heading',
  CORRECTIONS_ID,
  'corrections-heading',
  'footer-0',
  'footer-1',
  'footer-2',
  'gallery-tools',
  'newsletter-email',
  'newsletter-heading',
  'newsletter-note',
  'picture-dialog',
  'related-heading',
  'search-menu',
  'search-top',
  'series-heading',
  'support-heading',
  'topics-heading',
]
