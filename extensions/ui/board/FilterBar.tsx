import { useState } from 'react';
import {
  Accordion,
  AutoGrid,
  Button,
  CurrencyInput,
  DateInput,
  Flex,
  MultiSelect,
  SearchInput,
  Select,
} from '@hubspot/ui-extensions';
import {
  bands,
  expeditePropertyOf,
  expediteStatuses,
  offerPropertyOf,
  offerStatuses,
  profilePropertyOf,
  scorePropertyOf,
  verdicts,
} from '@deal-terms/core/crm';
import { levers, urgencies } from '@deal-terms/core/scoring';
import { columnKeys, columnLabels } from './board-columns.ts';
import {
  filtersInUse,
  marginOrigins,
  missingAnswers,
  noFilters,
  scoreStates,
  sortKeys,
  viewOf,
} from './board-filters.ts';
import type { BoardFilters } from './board-filters.ts';
import type { AccountNames } from '../shared/account-names.ts';
import { baseDateOf, isoDateOf } from '../shared/date-value.ts';
import { choices } from '../shared/filter-choices.ts';
import { marginChoices, missingChoices, scoreChoices, sortChoices } from './board-choices.ts';
import { typedNumber } from '../shared/typed-number.ts';

type FilterBarProps = {
  readonly filters: BoardFilters;
  readonly names: AccountNames;
  /** ISO 4217 of the account. */
  readonly currency: string;
  readonly onChange: (change: Partial<BoardFilters>) => void;
};

/** Which deals to show, and how; folded away, so that the deals themselves are on the first screen. */
export function FilterBar(props: FilterBarProps) {
  const { filters, onChange } = props;
  const [inUseAtFirst] = useState(() => filtersInUse({ ...filters, quick: null }));
  const inUse = filtersInUse(filters);
  return (
    <Accordion
      title={inUse === 0 ? 'Filters and columns' : `Filters and columns (${inUse} in use)`}
      size="sm"
      defaultOpen={inUseAtFirst > 0}
    >
      <Flex direction="column" gap="sm">
        <FirstFilters {...props} />
        <FurtherFilters {...props} />
        <StandingFilters {...props} />
        <ViewChoices {...props} />
        {inUse > 0 && (
          <Flex direction="row">
            <Button
              size="sm"
              onClick={() => {
                onChange({ ...noFilters, ...viewOf(filters) });
              }}
            >
              Clear all filters
            </Button>
          </Flex>
        )}
      </Flex>
    </Accordion>
  );
}

function FirstFilters({ filters, names, onChange }: FilterBarProps) {
  return (
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

/** How far a deal has come, and what its score rests on. */
function StandingFilters({ filters, onChange }: FilterBarProps) {
  return (
    <AutoGrid columnWidth={190} flexible={true} gap="sm">
      <MultiSelect
        name="offer"
        label="Offer and approval"
        placeholder="Any"
        options={choices(offerPropertyOf.status)}
        value={[...filters.offers]}
        onChange={(chosen) => {
          onChange({ offers: known(offerStatuses, chosen) });
        }}
      />
      <MultiSelect
        name="expedite"
        label="Faster delivery"
        placeholder="Any"
        options={choices(expeditePropertyOf.status)}
        value={[...filters.expedites]}
        onChange={(chosen) => {
          onChange({ expedites: known(expediteStatuses, chosen) });
        }}
      />
      <Select
        name="margin"
        label="Gross margin"
        options={marginChoices}
        value={filters.margin ?? ''}
        onChange={(chosen) => {
          onChange({ margin: known(marginOrigins, [chosen])[0] ?? null });
        }}
      />
      <DateInput
        name="closesFrom"
        label="Closes from"
        format="medium"
        timezone="portalTz"
        {...(filters.closesFrom === null ? {} : { value: baseDateOf(filters.closesFrom) })}
        onChange={(date) => {
          onChange({ closesFrom: isoDateOf(date) });
        }}
      />
      <DateInput
        name="closesTo"
        label="Closes up to"
        format="medium"
        timezone="portalTz"
        {...(filters.closesTo === null ? {} : { value: baseDateOf(filters.closesTo) })}
        onChange={(date) => {
          onChange({ closesTo: isoDateOf(date) });
        }}
      />
    </AutoGrid>
  );
}

/** How the deals are shown: HubSpot keeps nothing for an app, so that the choice stays in the page's address. */
function ViewChoices({ filters, onChange }: FilterBarProps) {
  return (
    <AutoGrid columnWidth={190} flexible={true} gap="sm">
      <MultiSelect
        name="columns"
        label="Columns"
        placeholder="The deal alone"
        options={columnKeys.map((column) => ({ value: column, label: columnLabels[column] }))}
        value={[...filters.columns]}
        onChange={(chosen) => {
          onChange({ columns: known(columnKeys, chosen) });
        }}
      />
      <Select
        name="sort"
        label="Largest first by"
        options={sortChoices}
        value={filters.sort}
        onChange={(chosen) => {
          onChange({ sort: known(sortKeys, [chosen])[0] ?? noFilters.sort, ascending: false });
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
