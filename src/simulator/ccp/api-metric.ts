// What `api_metric` tells of a call to the service. docs/protocol.md, section 4.7.

/** A named value of a metric. */
export interface MetricDimension {
  name: string;
  value: string;
}

/** One call, measured. */
export interface ApiMetric {
  /** The operation. */
  name: string;
  /** How long it took, in milliseconds. */
  time: number;
  error: 0 | 1;
  error5xx: 0 | 1;
  /** 1 if the service failed, 0 if the call succeeded, absent if the call was at fault. */
  fault?: 0 | 1;
  dimensions: MetricDimension[];
  optionalDimensions: MetricDimension[];
}

/**
 * Makes the metric of a call.
 * @param name the operation.
 * @param time how long it took, in milliseconds.
 * @param status HTTP status; 200 for success.
 */
export function apiMetric(name: string, time: number, status: number): ApiMetric {
  const failed = status >= 400;
  const serviceFailed = status >= 500;
  return {
    name,
    time,
    error: failed ? 1 : 0,
    error5xx: serviceFailed ? 1 : 0,
    ...(serviceFailed ? { fault: 1 as const } : failed ? {} : { fault: 0 as const }),
    dimensions: [{ name: 'Category', value: 'API' }],
    optionalDimensions: [
      { name: 'HttpStatusCode', value: String(status) },
      { name: 'HttpGenericStatusCode', value: `${Math.floor(status / 100)}XX` },
      { name: 'RetryStatus', value: 'none' },
    ],
  };
}
