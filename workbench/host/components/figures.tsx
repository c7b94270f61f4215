import { Group, Loader, Progress, RingProgress, Stepper, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type {
  DescriptionListItemProps,
  DescriptionListProps,
  LoadingSpinnerProps,
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
  StepIndicatorProps,
} from '@hubspot/ui-extensions';
import { fire } from './fire.ts';
import { mapped } from './mapped.ts';
import { sizeOf } from './sizes.ts';

function HostStatistics({ children }: StatisticsProps) {
  return <dl className="wb-statistics">{children}</dl>;
}

function HostStatisticsItem({ label, number, children }: StatisticsItemProps) {
  return (
    <div className="wb-statistic">
      <dt>{label}</dt>
      <dd>
        <strong>{number}</strong>
        {children}
      </dd>
    </div>
  );
}

function HostStatisticsTrend({ value, direction, color }: StatisticsTrendProps) {
  const Arrow = direction === 'decrease' ? IconArrowDownRight : IconArrowUpRight;
  const colour = color ?? (direction === 'decrease' ? 'red' : 'green');
  return (
    <Text component="span" size="xs" c={`${colour}.8`} className="wb-trend">
      <Arrow size={14} aria-label={direction === 'decrease' ? 'down' : 'up'} role="img" />
      {value}
    </Text>
  );
}

function scoreColour(score: number): string {
  if (score < 34) return 'red.7';
  return score < 67 ? 'yellow.6' : 'green.7';
}

function HostScoreCircle({ score }: ScoreProps) {
  const whole = Math.round(Math.min(100, Math.max(0, score)));
  return (
    <RingProgress
      size={92}
      thickness={9}
      roundCaps
      role="img"
      aria-label={`Score ${whole} of 100`}
      sections={[{ value: whole, color: scoreColour(whole) }]}
      label={
        <Text ta="center" fw={700} size="xl" aria-hidden>
          {whole}
        </Text>
      }
    />
  );
}

const progressColours = { success: 'green.7', danger: 'red.7', warning: 'yellow.6' } as const;

function HostProgressBar({
  title,
  'aria-label': label,
  showPercentage = false,
  value = 0,
  maxValue,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
  valueMax,
  valueDescription,
  variant = 'success',
}: ProgressBarProps) {
  const most = maxValue ?? valueMax ?? 100;
  const percent = most === 0 ? 0 : Math.min(100, Math.max(0, (value / most) * 100));
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4}>
        {title !== undefined && (
          <Text size="sm" fw={600}>
            {title}
          </Text>
        )}
        {showPercentage && <Text size="sm">{Math.round(percent)}%</Text>}
      </Group>
      <Progress.Root size="md">
        <Progress.Section
          value={percent}
          color={progressColours[variant]}
          aria-label={label ?? title ?? 'Progress'}
          {...(valueDescription === undefined ? {} : { 'aria-valuetext': valueDescription })}
        />
      </Progress.Root>
      {valueDescription !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {valueDescription}
        </Text>
      )}
    </div>
  );
}

const loaderSizes = { xs: 16, sm: 22, md: 34, lg: 34, xl: 34 } as const;

function HostLoadingSpinner({ label, showLabel = false, size, layout = 'inline' }: LoadingSpinnerProps) {
  return (
    <div className={layout === 'centered' ? 'wb-spinner wb-centered' : 'wb-spinner'} role="status" aria-label={label}>
      <Loader size={loaderSizes[sizeOf(size, 'sm')]} aria-hidden />
      {showLabel && (
        <Text size="sm" c="dimmed" aria-hidden>
          {label}
        </Text>
      )}
    </div>
  );
}

const circleSizes = { xs: 20, sm: 26, md: 32, lg: 38, xl: 44 } as const;

function HostStepIndicator({
  stepNames,
  direction = 'horizontal',
  circleSize,
  currentStep = 0,
  variant = 'default',
  onClick,
}: StepIndicatorProps) {
  const isCompact = variant === 'compact';
  return (
    <Stepper
      active={currentStep}
      orientation={direction}
      iconSize={circleSizes[sizeOf(circleSize, 'sm')]}
      size="xs"
      className={variant === 'flush' ? 'wb-flush' : ''}
      allowNextStepsSelect={onClick !== undefined}
      {...(onClick === undefined ? {} : { onStepClick: (step: number) => fire(onClick, step) })}
    >
      {stepNames.map((name, index) => (
        <Stepper.Step
          key={name}
          label={isCompact && index !== currentStep ? undefined : name}
          aria-label={name}
          allowStepClick={onClick !== undefined}
        />
      ))}
    </Stepper>
  );
}

function HostDescriptionList({ direction = 'column', children }: DescriptionListProps) {
  return <dl className={`wb-description wb-${direction}`}>{children}</dl>;
}

function HostDescriptionListItem({ label, children }: DescriptionListItemProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export const figureComponents = {
  Statistics: mapped<StatisticsProps>({}, HostStatistics),
  StatisticsItem: mapped<StatisticsItemProps>({ id: 'unused', label: 'used', number: 'used' }, HostStatisticsItem),
  StatisticsTrend: mapped<StatisticsTrendProps>(
    { value: 'used', direction: 'used', color: 'used' },
    HostStatisticsTrend,
  ),
  ScoreCircle: mapped<ScoreProps>({ score: 'used' }, HostScoreCircle),
  ProgressBar: mapped<ProgressBarProps>(
    {
      title: 'used',
      'aria-label': 'used',
      showPercentage: 'used',
      value: 'used',
      maxValue: 'used',
      valueMax: 'used',
      valueDescription: 'used',
      variant: 'used',
    },
    HostProgressBar,
  ),
  LoadingSpinner: mapped<LoadingSpinnerProps>(
    { label: 'used', showLabel: 'used', size: 'used', layout: 'used' },
    HostLoadingSpinner,
  ),
  StepIndicator: mapped<StepIndicatorProps>(
    { stepNames: 'used', direction: 'used', circleSize: 'used', currentStep: 'used', variant: 'used', onClick: 'used' },
    HostStepIndicator,
  ),
  DescriptionList: mapped<DescriptionListProps>({ direction: 'used' }, HostDescriptionList),
  DescriptionListItem: mapped<DescriptionListItemProps>({ label: 'used' }, HostDescriptionListItem),
};
