import { cashPositions, relationships, termsImportances, urgencies } from '@deal-terms/core/scoring';
import { fieldView } from '../../shared/field-view.ts';
import type { SettingField, SettingGroup } from '../setting-field.ts';

type Asked = 'cashPosition' | 'termsImportance' | 'urgency' | 'relationship';

const unknown = 'unknown';

/** One setting a band, named as the band is on the card. */
function perBand(
  asked: Asked,
  bands: readonly string[],
  path: string,
  field: Omit<SettingField, 'path' | 'label' | 'meaning'>,
): SettingField[] {
  const { options } = fieldView(asked);
  return bands.map((band) => {
    const option = options.find(({ value }) => value === band);
    return {
      ...field,
      path: `${path}.${band}`,
      label: option?.label ?? 'Not known',
      meaning: option?.description ?? '',
    };
  });
}

const range = { kind: 'range', inPercent: true } as const;
const percent = { kind: 'percent' } as const;

/** What the model believes of customers, by the answers on the card. */
export const customerFields: SettingGroup = {
  id: 'customers',
  title: 'Customers',
  sections: [
    {
      title: 'Customer’s cost of cash, by cash position',
      about:
        'What a year of credit is worth to the customer: low, likely and high. Source of the defaults: euro deposits 0.5–1.9%, small loans 3.7–4.0% (ECB, November 2025); other lenders 10–30%.',
      fields: perBand('cashPosition', cashPositions, 'model.beliefs.cashPosition', { ...range, unit: 'a year' }),
    },
    {
      title: 'Reluctance to pay sooner, by importance of terms',
      about:
        'What a year of credit is worth to the customer beyond its cost of cash: low, likely and high. Behind the defaults: the most creditworthy buyers get the longest terms (Klapper, Laeven, Rajan 2012).',
      fields: perBand('termsImportance', termsImportances, 'model.beliefs.termsImportance', {
        ...range,
        unit: 'a year',
      }),
    },
    {
      title: 'Loss for each day late, by urgency',
      about: 'What a day of late delivery costs the customer: low, likely and high.',
      fields: [
        ...perBand('urgency', urgencies, 'model.beliefs.urgency', { ...range, unit: 'of the amount a day' }),
        {
          path: 'model.urgencyHorizonDays',
          label: 'How early urgent customers need it',
          kind: 'number',
          unit: 'days',
          meaning: 'While nobody knows by when: this long before today’s delivery.',
        },
      ],
    },
    {
      title: 'Risk of not being paid, by cash position',
      about: 'How often a customer on credit does not pay.',
      fields: perBand('cashPosition', [...cashPositions, unknown], 'model.beliefs.defaultHazard', {
        ...percent,
        unit: 'a year',
      }),
    },
    {
      title: 'Cost of an exception, by importance of terms',
      about: 'What it costs the customer, once, to leave their usual terms.',
      fields: perBand('termsImportance', [...termsImportances, unknown], 'model.beliefs.termsFriction', {
        ...percent,
        unit: 'of the amount',
      }),
    },
    {
      title: 'Reluctance to prepay, by relationship',
      about: 'What paying before delivery costs the customer beside the cash.',
      fields: perBand('relationship', [...relationships, unknown], 'model.beliefs.prepaymentRisk', {
        ...percent,
        unit: 'of what is prepaid by thirty days and more',
      }),
    },
    {
      title: 'How common each cash position is',
      about: 'Used while a deal does not say. Only proportions count.',
      fields: perBand('cashPosition', cashPositions, 'model.priors.cashPosition', { ...percent, unit: 'of customers' }),
    },
    {
      title: 'How common each importance of terms is',
      about: 'Used while a deal does not say. Only proportions count.',
      fields: perBand('termsImportance', termsImportances, 'model.priors.termsImportance', {
        ...percent,
        unit: 'of customers',
      }),
    },
    {
      title: 'How common each urgency is',
      about: 'Used while a deal does not say. Only proportions count.',
      fields: perBand('urgency', urgencies, 'model.priors.urgency', { ...percent, unit: 'of customers' }),
    },
  ],
};
