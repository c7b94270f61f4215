import type { OwnProperty } from '@deal-terms/core/crm';
import type { CrmClient } from '../../workbench/crm-client.ts';
import type { Ids } from '../demo-records.ts';

/** A property of the company's own, as its credit insurer's app fills it. */
export const creditLimitProperty: OwnProperty = {
  figure: 'creditLimit',
  on: 'companies',
  name: 'insured_credit_limit',
  label: 'Insured credit limit',
};

/** Home currency, by company. */
const limits: Readonly<Record<string, string>> = { rhein: '50000', alpen: '60000', hansa: '40000', tulp: '150000' };

/** Creates the property and fills it in. */
export async function loadCreditLimits(crm: CrmClient, companies: Ids): Promise<void> {
  const { name, label } = creditLimitProperty;
  await crm.post('/crm/v3/properties/companies', {
    name,
    label,
    groupName: 'companyinformation',
    type: 'number',
    fieldType: 'number',
  });
  for (const [company, limit] of Object.entries(limits))
    await crm.patch(`/crm/v3/objects/companies/${companies.get(company) ?? ''}`, { properties: { [name]: limit } });
}
