import type { CustomerProfile } from '../crm/index.ts';

/** Whether anything a customer would tell has been recorded; margins, lead times and terms are our own figures. */
export function hasCustomerAnswers(customer: CustomerProfile): boolean {
  const { cashPosition, termsImportance, urgency, relationship, forecast, neededBy, constraints, customerWhy } =
    customer;
  const { statedCostOfCash, statedLossPerDay } = customer;
  return (
    constraints.length > 0 ||
    [cashPosition, termsImportance, urgency, relationship, forecast, neededBy, customerWhy].some(
      (answer) => answer !== null,
    ) ||
    statedCostOfCash !== null ||
    statedLossPerDay !== null
  );
}
