export const COORDINATOR_TAG="connect-global-ccp"
export const isRegionHost=n=>null!==n&&"manage"in n
