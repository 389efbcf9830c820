import type { VerifierRuleId } from '#build/verify/rule-ids.ts'

/** What is wrong with a file by itself. */
export interface Fault {
  rule: VerifierRuleId
  /** The end of a sentence about the file, with the way to mend it. */
  message: string
}

/** A fault as one text, as facts hold texts alone. */
export function faultText({ rule, message }: Fault): string {
  return `${rule} ${message}`
}

/** The fault that `faultText` has made a text of. */
export function faultIn(text: string): Fault {
  const end = text.indexOf(' ')
  return { rule: text.slice(0, end) as VerifierRuleId, message: text.slice(end + 1) }
}
