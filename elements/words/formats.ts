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

/**
 * Makes the formats of a language.
 * @param tag its tag.
 */
export function formatsFor(tag: string): Formats {
  const locale = localeOf(tag);
  const { format: number } = new Intl.NumberFormat(locale, { useGrouping: false });
  const two = (value: number): string => number(value).padStart(2, number(0));
  return {
    number,
    list: (items) => new Intl.ListFormat(locale, { style: 'narrow' }).format(items),
    plural: (count, forms) =>
      (forms[new Intl.PluralRules(locale).select(count)] ?? forms.other).replace('#', number(count)),
    moment: (time) => {
      const isToday = new Date(time).toDateString() === new Date().toDateString();
      const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
      return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(time);
    },
    duration: (milliseconds) => {
      const seconds = Math.max(0, Math.floor(milliseconds / 1000));
      const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
      const rest = `:${two(seconds % 60)}`;
      return hours > 0 ? `${number(hours)}:${two(minutes)}${rest}` : number(minutes) + rest;
    },
  };
}
