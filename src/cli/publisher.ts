import { parseArgs } from 'node:util'
import { runPublisher } from '#publisher/run-publisher.ts'

/** @throws Error on any argument, and all that a publisher cannot begin with */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  await runPublisher(console.log)
  return 0
}
