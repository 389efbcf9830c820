import { pullComments } from './pull-comments.ts'

/** @throws Error for any command but `pull`, and whatever pulling throws */
export async function run(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'pull') throw new Error('npm run news -- comments pull')
  console.log(await pullComments())
  return 0
}
