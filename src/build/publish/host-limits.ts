import { dirname } from 'node:path'
import { siteProblem, WHOLE_SITE } from '#build/verify/judged-site.ts'
import type { Problem } from '#desk/problem.ts'
import type { HostLimits } from '#domain/host.ts'
import type { SizedFile } from './site-size.ts'

const MENDING =
  'See what they are with: npm run news -- size. docs/hosting.md tells what can be left out, and which hosts take more'
const NAMED = 3

/** What of a finished site its host would refuse, so that it is known before the upload. */
export function beyondLimits(files: readonly SizedFile[], host: HostLimits): Problem[] {
  const fault = (words: string) =>
    siteProblem('host-limit', WHOLE_SITE, `${words} (${host.source}). ${MENDING}.`)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const problems: Problem[] = []
  if (host.files !== undefined && files.length > host.files)
    problems.push(fault(`The site has ${files.length} files, and ${host.name} takes ${host.files}`))
  if (host.bytes !== undefined && bytes > host.bytes)
    problems.push(
      fault(`The site has ${megabytes(bytes)} MiB, and ${host.name} takes ${megabytes(host.bytes)} MiB`),
    )
  problems.push(...fullFolders(files, host).map(fault))
  const { fileBytes } = host
  if (fileBytes !== undefined) {
    const tooLarge = files.filter((file) => file.bytes > fileBytes).sort((a, b) => b.bytes - a.bytes)
    const more = tooLarge.length > NAMED ? ` and ${tooLarge.length - NAMED} more` : ''
    const names = tooLarge.slice(0, NAMED).map(({ file, bytes }) => `${file} (${megabytes(bytes)} MiB)`)
    if (tooLarge.length > 0)
      problems.push(
        fault(
          `${host.name} takes no file of more than ${megabytes(fileBytes)} MiB: ${names.join(', ')}${more}`,
        ),
      )
  }
  return problems
}

function fullFolders(files: readonly SizedFile[], { name, filesInFolder: most }: HostLimits): string[] {
  if (most === undefined) return []
  const counts = new Map<string, number>()
  for (const { file } of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  return [...counts].flatMap(([folder, count]) =>
    count > most ? [`${folder}/ has ${count} files, and ${name} takes ${most} in a folder`] : [],
  )
}

/** With one decimal where that says something. */
function megabytes(bytes: number): string {
  const mib = bytes / 2 ** 20
  return mib < 100 ? String(Math.round(mib * 10) / 10) : String(Math.round(mib))
}
