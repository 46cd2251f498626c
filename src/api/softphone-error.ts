// SoftphoneError: what `agent.onSoftphoneError` gives. Document 000; protocol section 7.5.

const textOr = <Other>(value: unknown, other: Other): string | Other => (typeof value === 'string' ? value : other);

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
    return new SoftphoneError(textOr(errorType, ''), textOr(errorMessage, ''), textOr(endPointUrl, undefined));
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
