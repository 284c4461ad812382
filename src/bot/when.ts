/** What dates are read and shown by: the present moment, and the community's IANA time zone. */
export interface When {
  readonly now: Date;
  readonly timeZone: string;
}
