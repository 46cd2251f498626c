// SoftphoneError: what `agent.onSoftphoneError` gives. Streams documentation, "CCP Error Logging"; docs/protocol.md, section 7.5.

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What went wrong in the softphone. */
export class SoftphoneError {
  /**
   * @param errorType a SoftphoneErrorTypes value.
   * @param errorMessage what happened, for people.
   * @param endPointUrl the address that was called, if one was.
   */
  constructor(
    readonly errorType: string,
    readonly errorMessage: string,
    readonly endPointUrl: string | undefined,
  ) {}

  /** The error that has crossed the wire as plain data; what is no text in it counts as missing. */
  static from({ errorType, errorMessage, endPointUrl }: Readonly<Record<string, unknown>>): SoftphoneError {
    return new SoftphoneError(textIn(errorType), textIn(errorMessage), textIn(endPointUrl) || undefined);
  }

  /** A SoftphoneErrorTypes value. */
  getErrorType(): string {
    return this.errorType;
  }

  /** What happened, for people. */
  getErrorMessage(): string {
    return this.errorMessage;
  }

  /** The address that was called, if one was. */
  getEndPointUrl(): string | undefined {
    return this.endPointUrl;
  }
}
