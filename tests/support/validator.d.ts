declare module '@adobe/structured-data-validator' {
  export type ExtractedData = Record<'jsonld' | 'microdata' | 'rdfa', Record<string, unknown[]>>

  interface Issue {
    severity: 'ERROR' | 'WARNING'
    issueMessage: string
    path: { type: string; property?: string }[]
  }

  export default class Validator {
    constructor(schemaOrg: { '@graph': unknown[] })
    validate(data: ExtractedData): Promise<Issue[]>
  }
}

declare module '@marbec/web-auto-extractor' {
  import type { ExtractedData } from '@adobe/structured-data-validator'

  export default class WebAutoExtractor {
    constructor(options: { addLocation: boolean; embedSource: ('rdfa' | 'microdata')[] })
    parse(html: string): ExtractedData
  }
}
