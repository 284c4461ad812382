import type { Vector } from '../../scoring/types.ts';

/** Points and shares are integers in minor units: 100n is one point, or one share that pays one point. */
export type Minor = bigint;

export type QuestionKind = 'binary' | 'choice' | 'numeric' | 'date';
/** `upcoming` and `open` differ by time alone; the database stores both as open. */
export type QuestionState = 'upcoming' | 'open' | 'closed' | 'resolved' | 'annulled';

/** The member id of a reader who is nobody in particular, and sees what everybody sees. No member ever has it. */
export const nobody = 0;

/** Who asks, as the platform and the database know them at this very moment. Buttons carry no authority: this does. */
export interface Actor {
  readonly communityId: number;
  readonly memberId: number;
  readonly name: string;
  readonly admin: boolean;
  /** Whether their roles let them ask questions (settings `askRoles`); admins always may. */
  readonly mayAsk: boolean;
  /** The channel the request came from, "discord:123"; private questions of other channels stay unseen. */
  readonly channel: string | null;
}

/** What every service is told besides its input. `key` is unique per delivery: the same key has its effect once. */
export interface Call {
  readonly actor: Actor;
  readonly now: Date;
  readonly key: string;
}

export interface MemberRef {
  readonly id: number;
  readonly name: string;
}

/** What is at stake on one outcome. */
export interface PositionView {
  readonly outcome: number;
  readonly label: string;
  readonly shares: Minor;
}

export interface OrderView {
  readonly id: number;
  readonly member: MemberRef;
  readonly outcome: number;
  readonly label: string;
  readonly price: number;
  readonly points: Minor;
  readonly left: Minor;
  readonly expiresAt: Date | null;
}

export interface OutcomeView {
  readonly index: number;
  readonly label: string;
  /** Null while hidden from this reader. */
  readonly price: number | null;
  /** Recency-weighted median of standing forecasts; null while hidden or while nobody forecasts. */
  readonly crowd: number | null;
}

/** A member's probabilities with the text in which they wrote them, where they did. */
export interface WordView {
  readonly p: Vector;
  readonly typed: string | null;
  readonly at: Date;
}

export interface ForecastView {
  readonly member: MemberRef;
  readonly at: Date;
  /** Null for a withdrawal. */
  readonly p: Vector | null;
  readonly typed: string | null;
  readonly before: WordView | null;
  readonly implied: boolean;
  readonly reason: string | null;
}

export interface ResolutionView {
  readonly act: 'propose' | 'resolve' | 'annul' | 'reopen';
  readonly weights: Vector | null;
  readonly value: number | null;
  readonly knownAt: Date | null;
  readonly enteredAt: Date;
  readonly by: MemberRef | null;
  readonly reason: string | null;
  /** Minor units that the resolver held at stake. */
  readonly stake: Minor;
}

/** A question as one reader may see it. What is hidden from them is null, never merely not drawn. */
export interface QuestionView {
  readonly id: number;
  readonly number: number;
  readonly version: number;
  readonly kind: QuestionKind;
  readonly state: QuestionState;
  readonly title: string;
  readonly criteria: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly resolvesBy: Date;
  readonly knownAt: Date | null;
  readonly tags: readonly string[];
  readonly unit: string | null;
  readonly scale: 'linear' | 'log' | null;
  /** Inner edges of numeric and date bins (date: epoch milliseconds). */
  readonly edges: readonly number[] | null;
  readonly outcomes: readonly OutcomeView[];
  readonly forecasters: number;
  readonly traders: number;
  readonly volume: Minor;
  /** Why crowd and market are not shown to this reader; null when they are. */
  readonly hidden: string | null;
  readonly latest: readonly ForecastView[];
  readonly orders: readonly OrderView[];
  readonly origin: string | null;
  readonly quote: string | null;
  readonly quoteSpeaker: string | null;
  readonly articleUrl: string | null;
  readonly practice: boolean;
  /** Seen in the channel alone where it was asked. */
  readonly private: boolean;
  readonly edits: readonly { at: Date; by: MemberRef; field: string; before: string; after: string }[];
  readonly resolution: ResolutionView | null;
  readonly disputes: number;
  readonly condition: { number: number; title: string; outcome: string } | null;
  readonly mine: {
    readonly forecast: Vector | null;
    readonly forecastAt: Date | null;
    readonly typed: string | null;
    readonly implied: boolean;
    readonly positions: readonly PositionView[];
    readonly orders: readonly OrderView[];
    readonly score: {
      readonly brier: number | null;
      readonly relativeBrier: number | null;
      readonly profit: Minor | null;
    } | null;
  } | null;
}

/** One line of a list of questions. */
export interface QuestionLine {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly kind: QuestionKind;
  readonly state: QuestionState;
  readonly closesAt: Date;
  readonly resolvesBy: Date;
  readonly tags: readonly string[];
  readonly practice: boolean;
  /** Leading outcome and its crowd probability, null while hidden or unknown. */
  readonly leading: { readonly label: string; readonly p: number } | null;
  readonly forecasters: number;
  readonly labels: readonly string[];
  readonly mine: Vector | null;
}

/** What a trade did. `shares` > 0 bought, < 0 sold; `points` > 0 paid by the member, < 0 received. */
export interface TradeReceipt {
  readonly question: QuestionView;
  readonly outcome: number;
  readonly label: string;
  readonly points: Minor;
  readonly shares: Minor;
  readonly priceBefore: number;
  readonly priceAfter: number;
  readonly balance: Minor;
  /** What the member's whole position on this outcome pays if it happens. */
  readonly pays: Minor;
  /** Why less was done than asked (limit price reached, target reached), in words; null otherwise. */
  readonly stopped: string | null;
  /** Left resting as a limit order. */
  readonly order: OrderView | null;
  readonly impliedForecast: Vector | null;
}

export interface ForecastReceipt {
  readonly question: QuestionView;
  readonly before: WordView | null;
  /** Null after a withdrawal. */
  readonly p: Vector | null;
  readonly typed: string | null;
  /** Present when a stake was given. */
  readonly trade: TradeReceipt | null;
  /** Kelly stake at the member's probability and present price, as a hint; null where there is no edge. */
  readonly kelly: { readonly outcome: number; readonly points: Minor } | null;
}

export interface SettleReceipt {
  readonly question: QuestionView;
  readonly act: 'propose' | 'resolve' | 'annul' | 'reopen' | 'close';
  readonly paid: readonly { member: MemberRef; points: Minor; brier: number | null; rank: number | null }[];
  readonly crowdBrier: number | null;
  readonly marketBrier: number | null;
  /** True when a second admin must confirm before it counts. */
  readonly awaitsSecond: boolean;
  readonly resolverStake: Minor;
}
