import { readList } from './kept-articles.ts'

/** Articles that a reader has read here before it is worth while. */
const READ = 3

/*
 * What pages have in common is sent once, as a dictionary, to browsers that can unpack a page with one; they fetch it when
 * they are idle. It weighs as much as it saves a page: whoever reads one article and goes never pays for it.
 */
const file = document.querySelector<HTMLMetaElement>('meta[name="page-dictionary"]')?.content
if (file && (readList('recent')?.length ?? 0) >= READ) {
  const link = document.createElement('link')
  link.rel = 'compression-dictionary'
  link.href = file
  document.head.append(link)
}
