export const VERSION="0.1.0"
export const SHARED_MAJOR=1
export const STREAMS_VERSION="2.28.2"
