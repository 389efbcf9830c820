import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { checkOverrides } from '#desk/rules/overrides.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'

async function news(root: string, ...args: string[]): Promise<{ code: number; printed: string }> {
  const run = promisify(execFile)(process.execPath, [resolve('src/cli/news.ts'), 'override', ...args], {
    cwd: root,
  })
  return run.then(
    ({ stdout }) => ({ code: 0, printed: stdout }),
    ({ code, stderr }) => ({ code, printed: stderr }),
  )
}

const problems = async (root: string) => checkOverrides(await readNewsroom(newsroomFolder(root)))

test('a component is copied once, listed, and reviewed when the program has another', async () => {
  const { root } = await temporaryNewsroom({ 'articles/.keep': '' })
  const copy = join(root, 'src/overrides/chrome/Masthead.astro')
  expect(await news(root, 'chrome/Masthead.astro')).toEqual({
    code: 0,
    printed: "src/overrides/chrome/Masthead.astro is now in place of the program's: change it as you like.\n",
  })
  const text = await readFile(copy, 'utf8')
  expect(text).toMatch(
    /^---\n\/\/ From src\/components\/chrome\/Masthead\.astro of warta \d+\.\d+\.\d+, digest \w{16}\b/,
  )
  expect(text).toContain(`import Icon from '#components/chrome/Icon.astro'`)
  expect(await problems(root)).toEqual([])

  expect(await news(root, 'chrome/Masthead')).toMatchObject({
    code: 1,
    printed: expect.stringContaining('is there already'),
  })
  expect(await readFile(copy, 'utf8')).toBe(text)

  await writeFile(copy, text.replace(/digest \w+/, 'digest 0123456789abcdef'))
  expect(await problems(root)).toHaveLength(1)
  const listed = (await news(root)).printed.split('\n')
  expect(listed).toContain('chrome/Footer.astro')
  expect(listed.find((line) => line.startsWith('chrome/Masthead'))).toMatch(
    /src\/overrides\/chrome\/Masthead\.astro, from warta \S+, which has changed since$/,
  )
  expect((await news(root, 'chrome/Masthead.astro', '--reviewed')).code).toBe(0)
  expect(await readFile(copy, 'utf8')).toBe(text)
  expect(await problems(root)).toEqual([])
})

test.each([
  [['chrome/Mastheda.astro'], 'Did you mean "chrome/Masthead.astro"?'],
  [['Masthead'], 'Did you mean "chrome/Masthead.astro"?'],
  [['../../../etc/passwd'], 'lists what there is'],
  [['chrome/Footer.astro', 'chrome/Head.astro'], 'One component at a time'],
  [['chrome/Footer.astro', '--reviewed'], 'is not there'],
  [['--revewed'], "Unknown option '--revewed'"],
])('%j is refused, and nothing is written', async (args, words) => {
  const { root } = await temporaryNewsroom({ 'articles/.keep': '' })
  expect(await news(root, ...args)).toMatchObject({ code: 1, printed: expect.stringContaining(words) })
  await expect(readFile(join(root, 'src/overrides'))).rejects.toThrow('ENOENT')
})
