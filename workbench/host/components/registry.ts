import { buttonComponents } from './buttons.tsx';
import { chartComponents } from './charts.tsx';
import { actionComponents } from '../crm-components/action-components.tsx';
import { associationComponents } from '../crm-components/association-components.tsx';
import { propertyComponents } from '../crm-components/property-components.tsx';
import { reportComponents } from '../crm-components/report-components.tsx';
import { stageComponents } from '../crm-components/stage-components.tsx';
import { dateInputComponents } from './DateInput.tsx';
import { figureComponents } from './figures.tsx';
import { formComponents } from './Form.tsx';
import { iconComponents } from './Icon.tsx';
import { layoutComponents } from './layout.tsx';
import type { MappedComponent } from './mapped.ts';
import { numberInputComponents } from './number-inputs.tsx';
import { overlayComponents } from './Overlay.tsx';
import { pageComponents } from './page-components.tsx';
import { selectComponents } from './selects.tsx';
import { stateComponents } from './states.tsx';
import { tabComponents } from './Tabs.tsx';
import { tableComponents } from './Table.tsx';
import { textComponents } from './text.tsx';
import { textInputComponents } from './text-inputs.tsx';
import { timeInputComponents } from './TimeInput.tsx';
import { toggleComponents } from './toggles.tsx';

/** Every remote component the workbench draws, by the name the SDK registers. */
export const mappedComponents: ReadonlyMap<string, MappedComponent> = new Map(
  Object.entries({
    ...textComponents,
    ...iconComponents,
    ...layoutComponents,
    ...buttonComponents,
    ...overlayComponents,
    ...formComponents,
    ...textInputComponents,
    ...numberInputComponents,
    ...dateInputComponents,
    ...timeInputComponents,
    ...selectComponents,
    ...toggleComponents,
    ...tableComponents,
    ...tabComponents,
    ...chartComponents,
    ...figureComponents,
    ...stateComponents,
    ...pageComponents,
    ...propertyComponents,
    ...associationComponents,
    ...stageComponents,
    ...reportComponents,
    ...actionComponents,
  }),
);

/** Names the SDK registers that stand as a placeholder: everything experimental. */
export const placeholderNames: ReadonlySet<string> = new Set([
  'Iframe',
  'MediaObject',
  'Stack2',
  'Center',
  'Grid',
  'GridItem',
  'SettingsView',
  'ExpandableText',
  'FileInput',
  'FileUpload',
  'FileViewer',
  'ExperimentalFlex',
  'ExperimentalBox',
  'ExperimentalInline',
  'ExperimentalAutoGrid',
  'ExperimentalButtonRow',
  'ExperimentalButton',
  'ExperimentalLoadingButton',
  'ExperimentalInput',
  'ExperimentalTextArea',
  'ExperimentalNumberInput',
  'ExperimentalDateInput',
  'ExperimentalTimeInput',
  'ExperimentalCurrencyInput',
  'ExperimentalStepperInput',
  'ExperimentalSearchInput',
  'ExperimentalSelect',
  'ExperimentalMultiSelect',
  'ExperimentalCheckbox',
  'ExperimentalRadioButton',
  'ExperimentalToggle',
]);
