/** What somebody does in the app, as the call of a function HubSpot would make for it. */
export type Action = {
  readonly what: string;
  /** File of the function's bundle. */
  readonly file: string;
  /** What HubSpot hands to the function. */
  readonly context: () => Promise<object>;
  /** The fewest calls of HubSpot's API that can do it without trusting what a card sends along or losing what was cut off, and for what. A test holds them. */
  readonly floor: number;
  readonly why: string;
};
