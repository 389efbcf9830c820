import { subscribe } from 'node:diagnostics_channel'
import type { AstroIntegration } from 'astro'

/**
 * Prints at the end of a build what was told over one of Node's channels in its
 * course: there it is seen, and not above some hundred lines of pages.
 */
export function toldAtEnd<Message>(channel: string, tell: (message: Message) => string): AstroIntegration {
  let told: Message | undefined
  return {
    name: 'warta-desk',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') subscribe(channel, (message) => (told = message as Message))
      },
      'astro:build:done': ({ logger }) => {
        if (told === undefined) throw new Error(`Nothing was told over the channel ${channel}.`)
        logger.info(tell(told))
      },
    },
  }
}
