import * as z from 'zod/mini';
import { offerEventSchema } from '../offers/offer-event.ts';

/** All that happened to a deal's offers, by revision: `negotiationOf` says where they stand. */
export const offerEventsSchema = z.array(offerEventSchema);
