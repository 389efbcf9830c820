#!/usr/bin/env node
import { runOnOwnNode } from './own-node.ts'

await runOnOwnNode(new URL('./news.ts', import.meta.url), process.argv.slice(2))
