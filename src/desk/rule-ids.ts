/** What each rule of the desk that has an id finds: a report says the id, `docs/editors.md` has them all. */
export const LEFT_OVER_RULES = {
  'left-over-address':
    'A setting or an author’s link leads to an address that is an example, or to one’s own machine.',
  'left-over-page': 'A page says that the outlet is a demonstration, or gives the sample’s addresses.',
  'left-over-picture': 'An icon, a logo or a card is the sample’s.',
  'left-over-url': 'The outlet’s own address is an example. Only `check` tells it.',
} as const

export type LeftOverRuleId = keyof typeof LEFT_OVER_RULES
