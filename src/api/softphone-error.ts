// SoftphoneError: what `agent.onSoftphoneError` gives. Document 000; protocol section 7.5.

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
