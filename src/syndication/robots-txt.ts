import type { Links } from '#domain/links.ts'
import type { CrawlerPolicy } from '#domain/machine-settings.ts'

/**
 * The names that AI companies give their crawlers, by what each says it is for:
 * - OpenAI: https://platform.openai.com/docs/bots
 * - Anthropic: https://support.anthropic.com/en/articles/8896518
 * - Google: https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers
 * - Apple: https://support.apple.com/en-us/119829
 * - Meta: https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
 * - Amazon: https://developer.amazon.com/amazonbot
 * - Perplexity: https://docs.perplexity.ai/guides/bots
 * - Mistral: https://docs.mistral.ai/robots
 * - DuckDuckGo: https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
 * - Common Crawl: https://commoncrawl.org/ccbot
 *
 * ByteDance documents none; Bytespider is what it sends. Google-Extended and
 * Applebot-Extended crawl nothing: they say what may become of what the
 * companies' search engines have read.
 */
const AI_CRAWLERS: Record<keyof CrawlerPolicy, readonly string[]> = {
  training: [
    'GPTBot',
    'ClaudeBot',
    'Google-Extended',
    'Applebot-Extended',
    'Meta-ExternalAgent',
    'Amazonbot',
    'CCBot',
    'Bytespider',
  ],
  search: ['OAI-SearchBot', 'Claude-SearchBot', 'PerplexityBot', 'Amzn-SearchBot', 'DuckAssistBot'],
  userFetch: [
    'ChatGPT-User',
    'Claude-User',
    'Perplexity-User',
    'MistralAI-User',
    'Meta-ExternalFetcher',
    'Amzn-User',
  ],
}

/**
 * What crawlers are asked (RFC 9309): everything is open but what only other pages fetch.
 * @param fragments the folders of that
 */
export function writeRobotsTxt(policy: CrawlerPolicy, links: Links, fragments: readonly string[]): string {
  const refused = (Object.keys(AI_CRAWLERS) as (keyof CrawlerPolicy)[])
    .filter((purpose) => !policy[purpose])
    .flatMap((purpose) => AI_CRAWLERS[purpose])
  const groups = [
    ['User-agent: *', 'Allow: /', ...fragments.map((folder) => `Disallow: ${folder}`)],
    ...(refused.length > 0 ? [[...refused.map((name) => `User-agent: ${name}`), 'Disallow: /']] : []),
    [links.sitemap(), links.newsSitemap()].map((path) => `Sitemap: ${links.absolute(path)}`),
  ]
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** The same for a site that is no crawler's business. */
export function writeClosedRobotsTxt(): string {
  return 'User-agent: *\nDisallow: /\n'
}
