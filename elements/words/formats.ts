// Numbers, lists and plurals as a language writes them.
import type { Formats } from './terms.js';

/** The locale of a tag, which a page may have misspelled. */
function localeOf(tag: string): string {
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return 'en';
  }
}

const DAY = 86_400_000;

/** Units of size: each is a thousand of the one before. */
const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Days from one moment to another, by the calendar. */
function daysBetween(moment: number, now: number): number {
  const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(moment) - midnight(now)) / DAY);
}

/**
 * Makes the formats of a language.
 * @param tag its tag.
 */
export function formatsFor(tag: string): Formats {
  const locale = localeOf(tag);
  const { format: number } = new Intl.NumberFormat(locale, { useGrouping: false });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const fullDate = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const two = (value: number): string => number(value).padStart(2, number(0));
  return {
    number,
    list: (items) => new Intl.ListFormat(locale, { style: 'narrow' }).format(items),
    plural: (count, forms) =>
      (forms[new Intl.PluralRules(locale).select(count)] ?? forms.other).replace('#', number(count)),
    duration: (milliseconds) => {
      const seconds = Math.max(0, Math.floor(milliseconds / 1000));
      const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
      const rest = `:${two(seconds % 60)}`;
      return hours > 0 ? `${number(hours)}:${two(minutes)}${rest}` : number(minutes) + rest;
    },
    time: (moment) => clock.format(moment),
    day: (moment) => {
      const days = daysBetween(moment, Date.now());
      const isThisYear = new Date(moment).getFullYear() === new Date().getFullYear();
      const words =
        days === 0 || days === -1 ? near.format(days, 'day') : (isThisYear ? date : fullDate).format(moment);
      return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
    },
    size: (bytes) => {
      const step = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
      const value = bytes / 1000 ** step;
      const digits = step > 0 && value < 10 ? 1 : 0;
      const style = { style: 'unit', unit: SIZES[step], maximumFractionDigits: digits } as const;
      return new Intl.NumberFormat(locale, style).format(value);
    },
  };
}
