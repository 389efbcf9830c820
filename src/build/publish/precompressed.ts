import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { DICTIONARY_FILE } from '#domain/links.ts'
import { COMPRESSED } from './compressed-name.ts'
import { CompressedTexts } from './compressed-texts.ts'
import { dictionaryPages } from './dictionary-pages.ts'
import { type PageDictionary, pageDictionary } from './page-dictionary.ts'
import { filesIn } from '#build/files-in.ts'
import { fileOfPage, type PageFacts } from '#build/search/page-facts.ts'

const TEXTS = new Set(['.html', '.css', '.js', '.json', '.xml', '.svg', '.txt', '.md', '.webmanifest'])
/** Bytes below which a file travels in one packet anyway. */
const LEAST = 1024
const AT_ONCE = 8

/**
 * Puts a brotli and a gzip of each text of the site beside it, for web servers
 * that send such files as they are. A build compresses what no build before
 * has; scripts and styles, which readers fetch most and which change seldom,
 * as well as can be. An article's page gets a third form, for browsers that have
 * the dictionary of what all of them have in common.
 * What an earlier build of the process has put there and this one has not goes: of texts that are gone, short, or no longer
 * compressed with the dictionary, as a page is not whose article was withdrawn.
 * @param site the folder of the output; absolute
 * @param caches the folder of the output's caches
 * @param given the folder whose files are published as they are
 * @param articles pages that search finds: those of articles
 * @returns how many files were compressed
 */
export async function precompress(
  site: string,
  caches: string,
  given: string,
  articles: readonly Pick<PageFacts, 'path' | 'published'>[],
): Promise<number> {
  const texts = new CompressedTexts(caches)
  const files = textsIn(site)
  const forms = new Set<string>()
  const dictionary = await dictionaryOf(site, articles, texts, forms)
  const withDictionary = new Set(articles.map(({ path }) => fileOfPage(path)))
  const waiting = files.values()
  const work = async () => {
    for (const file of waiting) {
      const text = readFileSync(join(site, file))
      if (text.length < LEAST) continue
      const quality = file.startsWith('_astro') ? 'best' : 'quick'
      const endings = await texts.put(
        join(site, file),
        text,
        quality,
        withDictionary.has(file) ? dictionary : undefined,
      )
      for (const ending of endings) forms.add(file + ending)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  texts.prune()
  for (const file of filesIn(site))
    if (COMPRESSED.test(file) && !forms.has(file) && !existsSync(join(given, file))) rmSync(join(site, file))
  return texts.made
}

/**
 * Writes what articles' pages have in common, where there are any, as a file of the site.
 * @param forms gets the names of its compressed forms
 */
async function dictionaryOf(
  site: string,
  articles: Parameters<typeof dictionaryPages>[1],
  texts: CompressedTexts,
  forms: Set<string>,
): Promise<PageDictionary | undefined> {
  const [first, ...others] = dictionaryPages(site, articles)
  const path = join(site, DICTIONARY_FILE)
  if (first === undefined) {
    rmSync(path, { force: true })
    return undefined
  }
  const dictionary = pageDictionary([first, ...others])
  writeFileSync(path, dictionary.bytes)
  for (const ending of await texts.put(path, dictionary.bytes, 'best')) forms.add(DICTIONARY_FILE + ending)
  return dictionary
}

/** Takes away what an earlier build has compressed, of whose files some are kept: a server would send it in their place. */
export function removeCompressed(folder: string): void {
  for (const file of filesIn(folder)) if (COMPRESSED.test(file)) rmSync(join(folder, file))
}

function textsIn(folder: string): string[] {
  return filesIn(folder)
    .filter((file) => TEXTS.has(extname(file)))
    .sort()
}
