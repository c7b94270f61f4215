/** What HubSpot's worker offers beside the language; its sandbox has no DOM. */
declare function setTimeout(callback: () => void, delayMs: number): unknown;
