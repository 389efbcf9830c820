/** The address of a film by its number, or by its address, on the sites that shortcodes and builders name. */
export const VIDEO_SITES: Record<string, (id: string) => string> = {
  youtube: (id) => (isAddress(id) ? id : `https://www.youtube.com/watch?v=${id}`),
  vimeo: (id) => (isAddress(id) ? id : `https://vimeo.com/${id}`),
}

/** The same of posts of social media. */
export const POST_SITES: Record<string, (id: string) => string> = {
  tweet: tweetAt,
  twitter: tweetAt,
}

function tweetAt(id: string): string {
  return isAddress(id) ? id : `https://twitter.com/i/status/${id}`
}

function isAddress(text: string): boolean {
  return /^https?:/.test(text)
}
