/**
 * What is shown, as plain data. Strings are plain text: the renderer of each platform escapes them; meaning is carried by
 * spans. Nothing here knows a platform's limits; a renderer shortens what is too large and says so ("and 12 more").
 */

/** A run of text with one meaning. */
export type Span =
  | string
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'strike'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** A person by name. Never pings. */
  | { readonly kind: 'member'; readonly name: string }
  /** Shown in the reader's or the community's time zone: a day, a minute, or "in 3 days". */
  | { readonly kind: 'time'; readonly at: Date; readonly style: 'day' | 'minute' | 'relative' }
  | { readonly kind: 'link'; readonly url: string; readonly text: string };

export type Text = string | readonly Span[];

/** Colour and mood of the whole card. */
export type Tone = 'neutral' | 'good' | 'bad' | 'warn' | 'info';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A picture drawn from data by views/charts; `alt` is made from the same data. */
export type Chart =
  | {
      readonly kind: 'history';
      readonly title: string;
      readonly outcomes: readonly string[];
      /** Probability of each outcome over time; steps, not slopes. */
      readonly crowd: readonly { readonly at: Date; readonly p: readonly number[] }[];
      readonly market: readonly { readonly at: Date; readonly p: readonly number[] }[];
    }
  | {
      readonly kind: 'calibration';
      readonly title: string;
      readonly bins: readonly {
        readonly count: number;
        readonly meanForecast: number;
        readonly observed: number;
        readonly low: number;
        readonly high: number;
      }[];
    }
  | {
      readonly kind: 'standings';
      readonly title: string;
      readonly metric: string;
      readonly series: readonly {
        readonly label: string;
        readonly points: readonly { readonly at: Date; readonly value: number }[];
      }[];
    };

/** A command with some arguments filled in, as text. Carries no authority: it is read and checked like anything typed. */
export interface Press {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
}

export type Button =
  | {
      readonly kind: 'press';
      readonly label: string;
      readonly style: 'primary' | 'plain' | 'good' | 'danger';
      readonly press: Press;
      /** Ask before doing it. */
      readonly confirm?: string;
      /** Always open the form first, with what is known filled in. */
      readonly form?: true;
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: string }
  /** A quotation from an article, with its source. */
  | { readonly kind: 'quote'; readonly text: string; readonly source: Text | null }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: Text }[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Text[])[];
      /** Row to stand out, usually the reader's own. */
      readonly highlight?: number;
      /** How many further rows exist that are not listed here. */
      readonly more?: number;
    }
  /** Horizontal bars, 0..1. */
  | {
      readonly kind: 'bars';
      readonly bars: readonly { readonly label: string; readonly fraction: number; readonly note: string }[];
    }
  | { readonly kind: 'image'; readonly chart: Chart; readonly alt: string }
  | { readonly kind: 'divider' }
  /** Buttons that belong to what stands above them. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** A choice that fills one argument of a command and runs it. */
  | {
      readonly kind: 'select';
      readonly placeholder: string;
      readonly press: Press;
      readonly fills: string;
      readonly options: readonly {
        readonly value: string;
        readonly label: string;
        readonly about?: string;
      }[];
    }
  /** A field typed into in place (a button that opens a form, where the platform has none). */
  | {
      readonly kind: 'field';
      readonly label: string;
      readonly placeholder: string;
      readonly press: Press;
      readonly fills: string;
    };

export interface View {
  readonly title: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  readonly footer?: Text;
}
