/** What a card of this app needs of HubSpot; the entry hands it over. */
export type CardProps = {
  /** As HubSpot spells it (`en-gb`); undefined when the user has none. */
  readonly locale: string | undefined;
  readonly actions: {
    readonly addAlert: (alert: { type?: 'success' | 'warning'; title?: string; message: string }) => void;
    readonly refreshObjectProperties: () => void;
    readonly closeOverlay: (id: string) => void;
  };
};
