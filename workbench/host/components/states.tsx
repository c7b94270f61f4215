import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconApi,
  IconBox,
  IconBuilding,
  IconBuildingStore,
  IconCalendarEvent,
  IconChartBar,
  IconCode,
  IconHeadset,
  IconHourglass,
  IconLayoutSidebar,
  IconLock,
  IconLockOpen,
  IconMail,
  IconPhone,
  IconPuzzle,
  IconShoppingCart,
  IconSignature,
  IconSpeakerphone,
  IconTarget,
  IconTicket,
  IconUsers,
  IconCoin,
  IconChecklist,
  IconWorld,
  IconBulb,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type {
  EmptyStateImageName,
  EmptyStateProps,
  ErrorStateProps,
  IllustrationNames,
  IllustrationProps,
} from '@hubspot/ui-extensions';
import { useHeadingOrder } from './extension-scope.ts';
import { mapped } from './mapped.ts';

/** HubSpot's drawings are its own: each stands here as the icon of what it is about. */
const drawings: Readonly<Record<IllustrationNames | EmptyStateImageName, TablerIcon>> = {
  lock: IconLock,
  unlock: IconLockOpen,
  electronicSignature: IconSignature,
  electronicSignatureEmptyState: IconSignature,
  callingSetUp: IconPhone,
  companies: IconBuilding,
  contacts: IconUsers,
  multipleObjects: IconBox,
  object: IconBox,
  task: IconChecklist,
  deals: IconCoin,
  registration: IconUsers,
  developerSecurityUpdate: IconCode,
  social: IconWorld,
  leads: IconUsers,
  target: IconTarget,
  emailConfirmation: IconMail,
  successfullyConnectedEmail: IconMail,
  contentStrategy: IconBulb,
  addOnReporting: IconChartBar,
  productsShoppingCart: IconShoppingCart,
  store: IconBuildingStore,
  storeDisabled: IconBuildingStore,
  customerSupport: IconHeadset,
  customerExperience: IconHeadset,
  api: IconApi,
  integrations: IconPuzzle,
  sandboxAddOn: IconBox,
  customObjects: IconBox,
  paymentsButton: IconCoin,
  automatedTesting: IconChecklist,
  emptyStateCharts: IconChartBar,
  meetings: IconCalendarEvent,
  tickets: IconTicket,
  errorGeneral: IconAlertTriangle,
  errorHourglass: IconHourglass,
  middlePaneCards: IconLayoutSidebar,
  propertiesSidebar: IconLayoutSidebar,
  sidebar: IconLayoutSidebar,
  announcement: IconSpeakerphone,
  beta: IconBulb,
  building: IconBuilding,
  components: IconPuzzle,
  cone: IconAlertTriangle,
  idea: IconBulb,
  missedGoal: IconTarget,
  voteAndSearch: IconChecklist,
};

function Drawing({
  name,
  width = 72,
  height = width,
}: {
  readonly name: keyof typeof drawings;
  readonly width?: number;
  readonly height?: number;
}) {
  const Icon = (drawings as Readonly<Partial<typeof drawings>>)[name] ?? IconBox;
  const side = Math.min(width, height);
  return (
    <ThemeIcon variant="light" color="sea" radius="50%" size={side} aria-hidden>
      <Icon size={side / 2} stroke={1.4} />
    </ThemeIcon>
  );
}

function HostIllustration({ name, alt, width, height }: IllustrationProps) {
  return (
    <span role="img" aria-label={alt}>
      <Drawing name={name} {...(width === undefined ? {} : { width })} {...(height === undefined ? {} : { height })} />
    </span>
  );
}

function HostEmptyState({
  title = 'All is not lost.',
  children,
  flush = false,
  layout = 'horizontal',
  reverseOrder = false,
  imageWidth = 96,
  imageName = 'object',
}: EmptyStateProps) {
  const order = useHeadingOrder();
  return (
    <div className={`wb-state wb-${layout}${reverseOrder ? ' wb-reversed' : ''}`} style={{ padding: flush ? 0 : 24 }}>
      <Stack gap={4} align={layout === 'vertical' ? 'center' : 'flex-start'}>
        <Title order={order} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
      <Drawing name={imageName} width={Math.min(imageWidth, 160)} />
    </div>
  );
}

const errorDrawings = { error: 'errorGeneral', support: 'customerSupport', lock: 'lock' } as const;

function HostErrorState({ title = 'Something went wrong.', children, type = 'error' }: ErrorStateProps) {
  const order = useHeadingOrder();
  return (
    <div className="wb-state wb-vertical wb-reversed" role="alert" style={{ padding: 24 }}>
      <Stack gap={4} align="center">
        <Title order={order} size="h4">
          {title}
        </Title>
        <Text component="div" size="sm" ta="center">
          {children}
        </Text>
      </Stack>
      <Drawing name={errorDrawings[type]} />
    </div>
  );
}

export const stateComponents = {
  Illustration: mapped<IllustrationProps>(
    { name: 'used', alt: 'used', width: 'used', height: 'used' },
    HostIllustration,
  ),
  EmptyState: mapped<EmptyStateProps>(
    { flush: 'used', title: 'used', layout: 'used', reverseOrder: 'used', imageWidth: 'used', imageName: 'used' },
    HostEmptyState,
  ),
  ErrorState: mapped<ErrorStateProps>({ title: 'used', type: 'used' }, HostErrorState),
};
