// Durations as people read them.

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A duration as `m:ss`, with hours where there are any: `0:07`, `12:05`, `1:02:09`.
 * @param milliseconds what has passed; less than nothing counts as nothing.
 */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
