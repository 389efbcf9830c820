interface Rules {
  createHTML?: (html: string) => string
  createScriptURL?: (url: string) => string
}

declare global {
  /** Chromium's; its types stand for text, and as such are given to the DOM. */
  var trustedTypes: { createPolicy<Made extends Rules>(name: string, rules: Made): Made } | undefined
}

/**
 * A policy under which this code, and no other, makes markup or the address of
 * a script; elsewhere, with Trusted Types, the DOM refuses plain text. The
 * page's content security policy has to name it, and lets each be made once.
 */
export function trustedTypesPolicy<Made extends Rules>(name: string, rules: Made): Made {
  return globalThis.trustedTypes?.createPolicy(name, rules) ?? rules
}
