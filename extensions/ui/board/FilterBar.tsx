import {
  Accordion,
  AutoGrid,
  Button,
  CurrencyInput,
  Flex,
  MultiSelect,
  SearchInput,
  Select,
} from '@hubspot/ui-extensions';
import { profilePropertyOf, scorePropertyOf } from '@deal-terms/core/crm';
import { levers, urgencies } from '@deal-terms/core/scoring';
import {
  bands,
  furtherFiltersInUse,
  isFiltered,
  missingAnswers,
  noFilters,
  scoreStates,
  verdicts,
} from './board-filters.ts';
import type { BoardFilters } from './board-filters.ts';
import type { AccountNames } from '../shared/account-names.ts';
import { choices, missingChoices, scoreChoices } from '../shared/filter-choices.ts';
import { typedNumber } from '../shared/typed-number.ts';

type FilterBarProps = {
  readonly filters: BoardFilters;
  readonly names: AccountNames;
  /** ISO 4217 of the account. */
  readonly currency: string;
  readonly onChange: (change: Partial<BoardFilters>) => void;
};

/** Which deals to show. */
export function FilterBar({ filters, names, currency, onChange }: FilterBarProps) {
  const inUse = furtherFiltersInUse(filters);
  return (
    <Flex direction="column" gap="sm">
      <AutoGrid columnWidth={190} flexible={true} gap="sm">
        <SearchInput
          name="text"
          label="Deal"
          placeholder="Search deals"
          value={filters.text}
          onChange={(text) => {
            onChange({ text });
          }}
        />
        <MultiSelect
          name="band"
          label="Negotiability"
          placeholder="Any"
          options={choices(scorePropertyOf.band)}
          value={[...filters.bands]}
          onChange={(chosen) => {
            onChange({ bands: known(bands, chosen) });
          }}
        />
        <MultiSelect
          name="verdict"
          label="Verdict"
          placeholder="Any"
          options={choices(scorePropertyOf.verdict)}
          value={[...filters.verdicts]}
          onChange={(chosen) => {
            onChange({ verdicts: known(verdicts, chosen) });
          }}
        />
        <MultiSelect
          name="lever"
          label="Lever of the best trade"
          placeholder="Any"
          options={choices(scorePropertyOf.levers)}
          value={[...filters.levers]}
          onChange={(chosen) => {
            onChange({ levers: known(levers, chosen) });
          }}
        />
        <MultiSelect
          name="owner"
          label="Owner"
          placeholder="Anybody"
          options={names.owners}
          value={[...filters.owners]}
          onChange={(chosen) => {
            onChange({ owners: chosen.map(String) });
          }}
        />
      </AutoGrid>
      <Accordion
        title={inUse === 0 ? 'More filters' : `More filters (${inUse} in use)`}
        size="sm"
        defaultOpen={inUse > 0}
      >
        <FurtherFilters filters={filters} names={names} currency={currency} onChange={onChange} />
      </Accordion>
      {isFiltered(filters) && (
        <Flex direction="row">
          <Button
            size="sm"
            onClick={() => {
              onChange({ ...noFilters, sort: filters.sort, ascending: filters.ascending });
            }}
          >
            Clear all filters
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function FurtherFilters({ filters, names, currency, onChange }: FilterBarProps) {
  const { pipeline } = filters;
  return (
    <AutoGrid columnWidth={190} flexible={true} gap="sm">
      {names.pipelines.length > 1 && (
        <Select
          name="pipeline"
          label="Pipeline"
          options={[{ label: 'Any', value: '' }, ...names.pipelines]}
          value={pipeline ?? ''}
          onChange={(chosen) => {
            onChange({ pipeline: chosen === '' ? null : String(chosen), stages: [] });
          }}
        />
      )}
      <MultiSelect
        name="stage"
        label="Stage"
        placeholder="Any"
        options={names.stages(pipeline)}
        value={[...filters.stages]}
        onChange={(chosen) => {
          onChange({ stages: chosen.map(String) });
        }}
      />
      <CurrencyInput
        name="amountFrom"
        label="Amount from"
        currency={currency}
        min={0}
        {...(filters.amountFrom === null ? {} : { value: filters.amountFrom })}
        onChange={(typed) => {
          onChange({ amountFrom: usable(typed) });
        }}
      />
      <CurrencyInput
        name="amountTo"
        label="Amount up to"
        currency={currency}
        min={0}
        {...(filters.amountTo === null ? {} : { value: filters.amountTo })}
        onChange={(typed) => {
          onChange({ amountTo: usable(typed) });
        }}
      />
      <MultiSelect
        name="urgency"
        label="Customer urgency"
        placeholder="Any"
        options={choices(profilePropertyOf.urgency)}
        value={[...filters.urgencies]}
        onChange={(chosen) => {
          onChange({ urgencies: known(urgencies, chosen) });
        }}
      />
      <Select
        name="missing"
        label="Answer missing"
        options={missingChoices}
        value={filters.missing ?? ''}
        onChange={(chosen) => {
          onChange({ missing: known(missingAnswers, [chosen])[0] ?? null });
        }}
      />
      <Select
        name="score"
        label="Score"
        options={scoreChoices}
        value={filters.score ?? ''}
        onChange={(chosen) => {
          onChange({ score: known(scoreStates, [chosen])[0] ?? null });
        }}
      />
    </AutoGrid>
  );
}

function known<T extends string>(values: readonly T[], chosen: readonly unknown[]): readonly T[] {
  return values.filter((value) => chosen.includes(value));
}

function usable(typed: unknown): number | null {
  const amount = typedNumber(typed);
  return amount !== null && amount >= 0 ? amount : null;
}
