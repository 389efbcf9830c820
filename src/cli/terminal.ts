import type { Readable, Writable } from 'node:stream'
import { type CANCEL_SYMBOL, isCancel } from '@clack/prompts'

/** Where questions are put and answered. */
export interface Terminal {
  input: Readable & { isTTY?: boolean }
  output: Writable & { isTTY?: boolean }
}

/** Whoever was asked has broken off. */
export class BrokenOff extends Error {}

/** Whether somebody sits there who can answer. */
export function canAsk({ input, output }: Terminal): boolean {
  return input.isTTY === true && output.isTTY === true
}

/** @throws BrokenOff */
export async function answerTo<T>(asked: Promise<T | typeof CANCEL_SYMBOL>): Promise<T> {
  const value = await asked
  if (isCancel(value)) throw new BrokenOff()
  return value
}
