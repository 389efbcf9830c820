/** What a version of the program asks of whoever upgrades to it. */
export interface Release {
  version: string
  /** Markdown, a text each. */
  toDo: string[]
}

/** `## 0.2.0 (2026-11-29)` */
const RELEASE = /^## (\d+\.\d+\.\d+)\b.*$/m
const TO_DO = /^### To do when upgrading\s*$/m

/**
 * Reads CHANGELOG.md: a heading for each version, newest first, under which the list "To do when upgrading" may stand.
 * @returns in the order of the file
 */
export function releasesIn(changelog: string): Release[] {
  const [, ...parts] = changelog.split(RELEASE)
  return parts.flatMap((version, i) => (i % 2 === 0 ? [{ version, toDo: toDoIn(parts[i + 1] ?? '') }] : []))
}

/** The releases after a version, up to another. */
export function releasesBetween(releases: readonly Release[], from: string, to: string): Release[] {
  return releases.filter(
    ({ version }) => compareVersions(version, from) > 0 && compareVersions(version, to) <= 0,
  )
}

/** Less than 0 where `a` is the older one; of what stands behind a hyphen nothing is known. */
export function compareVersions(a: string, b: string): number {
  const [as = [], bs = []] = [a, b].map((version) => version.split(/[.-]/).slice(0, 3).map(Number))
  return as.map((number, i) => number - (bs[i] ?? 0)).find((difference) => difference !== 0) ?? 0
}

function toDoIn(notes: string): string[] {
  const [, list = ''] = notes.split(TO_DO)
  const [own = ''] = list.split(/^#/m)
  return own
    .split(/^- /m)
    .slice(1)
    .map((item) => item.trim().replace(/\n\s*/g, ' '))
}
