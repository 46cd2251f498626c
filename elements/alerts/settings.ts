// Which alerts a page wants while something rings or is unread.

/** The ways of calling the agent's attention. */
const ALERTS = ['title', 'badge', 'notification'] as const;

/** A way of calling the agent's attention: the page's title, the badge of an installed app, a notification of the system. */
export type Alert = (typeof ALERTS)[number];

/**
 * Reads the attribute `alerts`.
 * @param text names of alerts, with blanks or commas between them; empty for none.
 */
export function alertsOf(text: string): readonly Alert[] {
  const names = text.toLowerCase().split(/[\s,]+/);
  return ALERTS.filter((alert) => names.includes(alert));
}
