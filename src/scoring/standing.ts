import type { Package } from './packages.ts';
import { isSameSchedule, scheduleOf } from '../vocabulary/payment-plan.ts';
import type { Situation } from './situation.ts';
import { SAME_DAYS, SAME_DISCOUNT } from '../vocabulary/tolerance.ts';

/** What stands of the answers to a package: the lowest discount agreed to and the highest refused; null where none stands (docs/model.md section 7). */
export type Standing = { readonly agreed: number | null; readonly refused: number | null };

const NOTHING: Standing = { agreed: null, refused: null };

/** What stands of the answers to each package, in package order (docs/model.md section 7, an answer stands). */
export function standingsOf(packages: readonly Package[], situation: Situation): Standing[] {
  if (situation.answers.length === 0) return packages.map(() => NOTHING);
  const answers = situation.answers.map((answer) => {
    const timing = { ...situation.timing, leadTimeDays: answer.leadTimeDays };
    return { ...answer, schedule: scheduleOf(answer.payments, timing) };
  });
  return packages.map(({ timing, forecast, schedule }) =>
    answers
      .filter(
        (answer) =>
          Math.abs(answer.leadTimeDays - timing.leadTimeDays) <= SAME_DAYS &&
          answer.forecast === forecast &&
          isSameSchedule(answer.schedule, schedule),
      )
      .reduce(
        (standing, { said, discount }) => (said === 'yes' ? afterYes(standing, discount) : afterNo(standing, discount)),
        NOTHING,
      ),
  );
}

/** A yes holds from its discount up, and takes back an earlier refusal of as much. */
function afterYes({ agreed, refused }: Standing, discount: number): Standing {
  return {
    agreed: Math.min(agreed ?? Infinity, discount),
    refused: refused !== null && refused >= discount - SAME_DISCOUNT ? null : refused,
  };
}

/** A no, or a wish for more, holds up to its discount, and takes back an earlier yes to as little. */
function afterNo({ agreed, refused }: Standing, discount: number): Standing {
  return {
    agreed: agreed !== null && agreed <= discount + SAME_DISCOUNT ? null : agreed,
    refused: Math.max(refused ?? -Infinity, discount),
  };
}
