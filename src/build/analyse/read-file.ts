import { extname } from 'node:path'
import type { Facts } from './facts.ts'
import { Gatherer } from './gatherer.ts'
import type { OwnAddress } from './own-address.ts'
import { readJson, readXml, type SeenTexts } from './read-feed.ts'
import { readHtml } from './read-html.ts'

type Reader = (text: string, gather: Gatherer, seen: SeenTexts) => Facts['kind'] | undefined

/** By the file's ending; what is not here names no address, or is made by a program that knows its own files. */
const READERS: Record<string, Reader> = {
  '.html': (text, gather) => readHtml(text, gather),
  '.xml': (text, gather, seen) => void readXml(text, gather, seen),
  '.json': (text, gather, seen) => void readJson(text, gather, seen),
  '.css': (text, gather) => {
    for (const [, address = ''] of text.matchAll(/url\(\s*["']?([^"')]+)/g)) gather.link(address)
    return undefined
  },
  '.txt': (text, gather) => {
    for (const [address] of text.matchAll(/https?:\/\/(?:\[[\da-f:.]+\])?[^\s<>"')\]]*/gi))
      gather.link(address)
    return undefined
  },
}

/** Whether what a file holds is looked at. */
export function isRead(file: string): boolean {
  return extname(file) in READERS
}

/**
 * @param path of the file's address, from the host's root
 * @param seen of all files that are read together: it is added to
 */
export function factsOf(
  file: string,
  text: string,
  path: string,
  own: OwnAddress,
  seen: SeenTexts = new Map(),
): Facts {
  const gather = new Gatherer(path, own)
  const kind = READERS[extname(file)]?.(text, gather, seen)
  return gather.facts(kind ?? 'part')
}
