// Where an instance of Amazon Connect has its pages beside the CCP.

/**
 * The address of such a page: at the older domain they stand in a folder. docs/protocol.md, sections 2.8 and 3.1.
 * @param origin that of the CCP.
 * @param page its path, such as `/logout`.
 */
export function serviceUrl(origin: string, page: string): string {
  return origin + (origin.endsWith('.awsapps.com') ? '/connect' : '') + page;
}
