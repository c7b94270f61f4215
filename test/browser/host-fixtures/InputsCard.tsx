import { useState } from 'react';
import {
  Button,
  Checkbox,
  CurrencyInput,
  DateInput,
  Form,
  hubspot,
  Input,
  MultiSelect,
  NumberInput,
  RadioButton,
  SearchInput,
  Select,
  StepperInput,
  TextArea,
  TimeInput,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { useEvents } from './use-events.tsx';

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((letter) => ({
  label: `Letter ${letter}`,
  value: letter,
}));

function InputsCard() {
  const { on, log } = useEvents();
  const [city, setCity] = useState('Bremen');
  return (
    <>
      <Form
        onSubmit={(event) => {
          on('submitted')(event.targetValue);
        }}
      >
        <Input
          name="city"
          label="City"
          description="Where it goes"
          tooltip="The town, not the street"
          required
          placeholder="Town"
          value={city}
          onInput={on('city input')}
          onChange={(value) => {
            setCity(value);
            on('city change')(value);
          }}
          onFocus={on('city focus')}
          onBlur={on('city blur')}
        />
        <Input
          name="secret"
          label="Secret"
          type="password"
          error
          validationMessage="Too short"
          onChange={on('secret change')}
        />
        <Input name="locked" label="Locked" readOnly value="fixed" />
        <TextArea
          name="why"
          label="Why"
          rows={2}
          maxLength={10}
          resize="none"
          validationMessage="Well said"
          onChange={on('why change')}
          onInput={on('why input')}
        />
        <SearchInput name="find" label="Find" onInput={on('find input')} onChange={on('find change')} />
        <NumberInput
          name="margin"
          label="Margin"
          formatStyle="percentage"
          precision={1}
          min={0}
          max={100}
          onChange={on('margin change')}
          onBlur={on('margin blur')}
        />
        <CurrencyInput name="price" label="Price" currency="GBP" defaultValue={1200} onChange={on('price change')} />
        <StepperInput
          name="days"
          label="Days"
          defaultValue={1}
          min={0}
          max={2}
          stepSize={1}
          maxValueReachedTooltip="No more"
          onChange={on('days change')}
        />
        <DateInput
          name="due"
          label="Due"
          onChange={on('due change')}
          min={{ year: 2026, month: 0, date: 1 }}
          minValidationMessage="Too early"
          onFocus={on('due focus')}
        />
        <TimeInput
          name="at"
          label="At"
          interval={60}
          min={{ hours: 9, minutes: 0 }}
          max={{ hours: 17, minutes: 0 }}
          onChange={on('at change')}
        />
        <Select
          name="size"
          label="Size"
          options={[
            { label: 'Small', value: 1 },
            { label: 'Large', value: 2 },
          ]}
          onChange={on('size change')}
        />
        <Select
          name="letter"
          label="Letter"
          options={letters}
          onInput={on('letter input')}
          onChange={on('letter change')}
        />
        {/* As long as an extension waits for its options, whatever the types say. */}
        <Select name="awaited" label="Awaited" options={null as never} />
        <MultiSelect name="tags" label="Tags" options={letters} onChange={on('tags change')} />
        <Checkbox name="agree" value="yes" description="In writing" onChange={on('agree change')}>
          Agree
        </Checkbox>
        <RadioButton name="only" value="one" onChange={on('only change')}>
          Only one
        </RadioButton>
        <Toggle name="fast" label="Fast" onChange={on('fast change')} />
        <ToggleGroup
          name="cannot"
          label="Cannot"
          toggleType="checkboxList"
          options={[
            { label: 'Prepay', value: 'prepay', description: 'Pay before' },
            { label: 'Shorten', value: 'shorten' },
          ]}
          onChange={on('cannot change')}
        />
        <ToggleGroup
          name="mood"
          label="Mood"
          toggleType="radioButtonList"
          required
          inline
          value="calm"
          options={[
            { label: 'Calm', value: 'calm' },
            { label: 'Angry', value: 'angry' },
          ]}
          onChange={on('mood change')}
        />
        <Button type="submit" variant="primary">
          Send form
        </Button>
      </Form>
      <Button
        onClick={() => {
          setCity('Kiel');
        }}
      >
        Move to Kiel
      </Button>
      {log}
    </>
  );
}

hubspot.extend<'crm.record.tab'>(() => <InputsCard />);
