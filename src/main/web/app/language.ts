import { en, type Messages } from './messages/en';
import { lt } from './messages/lt';
import { uk } from './messages/uk';

export type Language = 'en' | 'lt' | 'uk';

/** The languages of the page, each by its own name. */
export const languages: Record<Language, string> = { en: 'English', lt: 'Lietuvių', uk: 'Українська' };

const messages: Record<Language, Messages> = { en, lt, uk };
const locales: Record<Language, string> = { en: 'en-GB', lt: 'lt-LT', uk: 'uk-UA' };

/** The first language of this browser's user that the page speaks. */
export function preferred(): Language {
  const known = navigator.languages.map((each) => each.slice(0, 2).toLowerCase());
  return (known.find((each) => each in languages) ?? 'en') as Language;
}

/** The texts, dates and numbers of one language. */
export class Words {
  private readonly locale: string;
  private readonly messages: Messages;

  constructor(readonly language: Language) {
    this.locale = locales[language];
    this.messages = messages[language];
  }

  ui(key: keyof Messages['ui'], values: Record<string, string | number> = {}): string {
    return this.messages.ui[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  }

  concept(type: keyof Messages['concept']): string {
    return this.messages.concept[type];
  }

  /** The name of a type; the types of links have none. */
  type(name: string): string {
    return (this.messages.type as Record<string, string>)[name] ?? this.ui('link');
  }

  field(name: string): string {
    return (this.messages.field as Record<string, string>)[name] ?? name;
  }

  /** A value of an enumeration; one that is newer than this page is shown as it is. */
  value(enumeration: string, value: string): string {
    return (this.messages.enum as Record<string, Record<string, string>>)[enumeration]?.[value] ?? value;
  }

  /** A date, of which the day, or the month, too, may be unknown. */
  date(value: string): string {
    const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? [];
    if (!year) {
      return value;
    }
    const format = new Intl.DateTimeFormat(this.locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month && { month: 'long' }),
      ...(day && { day: 'numeric' }),
    });
    return format.format(new Date(Date.UTC(+year, month ? +month - 1 : 0, day ? +day : 1)));
  }

  time(value: string): string {
    return new Intl.DateTimeFormat(this.locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Vilnius',
    }).format(new Date(value));
  }

  number(value: string | number): string {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: 20 }).format(value as number);
  }

  money(amount: string, currency: string): string {
    const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as Intl.NumberFormatOptions;
    return new Intl.NumberFormat(this.locale, options).format(amount as unknown as number);
  }

  /** A share: a decimal, or the quotient of two whole numbers. */
  fraction(value: string): string {
    const [over, under = '1'] = value.split('/');
    const options = { style: 'percent', maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(this.locale, options).format(Number(over) / Number(under));
  }

  languageName(code: string): string {
    return new Intl.DisplayNames(this.locale, { type: 'language' }).of(code) ?? code;
  }
}
