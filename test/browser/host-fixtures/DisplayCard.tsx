import { useState } from 'react';
import {
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Card,
  DescriptionList,
  DescriptionListItem,
  Divider,
  EmptyState,
  ErrorState,
  Flex,
  Heading,
  hubspot,
  Icon,
  Illustration,
  Inline,
  LineChart,
  List,
  LoadingSpinner,
  ProgressBar,
  ScoreCircle,
  Spacer,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import { MediaObject } from '@hubspot/ui-extensions/experimental';
import { useEvents } from './use-events.tsx';

const monthly = [
  { month: 'Jan', kind: 'asked', deals: 3 },
  { month: 'Jan', kind: 'won', deals: 1 },
  { month: 'Feb', kind: 'asked', deals: 5 },
  { month: 'Feb', kind: 'won', deals: 4 },
];
const daily = [
  { day: Date.UTC(2026, 0, 1), cash: 10 },
  { day: Date.UTC(2026, 1, 1), cash: 30 },
  { day: Date.UTC(2026, 3, 1), cash: 20 },
];

function DisplayCard() {
  const { on, log } = useEvents();
  const [sort, setSort] = useState<'ascending' | 'descending' | 'none'>('none');
  const [page, setPage] = useState(1);
  return (
    <Flex direction="column" gap="medium">
      <Flex justify="between" align="center" wrap gap="small">
        <Heading>A heading</Heading>
        <Box flex={1} alignSelf="end">
          <Text
            variant="microcopy"
            format={{ fontWeight: 'bold', italic: true, lineDecoration: 'underline', textTransform: 'uppercase' }}
          >
            Small print
          </Text>
        </Box>
        <Text inline truncate={{ maxWidth: 80, tooltipText: 'All of a long text' }}>
          A text that is cut off because it is long
        </Text>
        <Icon name="success" color="success" size="medium" screenReaderText="Done" />
      </Flex>
      <Alert title="Heads up" variant="warning">
        Something to know
      </Alert>
      <Inline gap="small">
        <Tag>Plain</Tag>
        <Tag variant="error">Bad</Tag>
      </Inline>
      <AutoGrid columnWidth={160} flexible gap="small">
        <Tile compact>
          <Text>Left tile</Text>
        </Tile>
        <Tile>
          <Statistics>
            <StatisticsItem label="Gain" number="€361">
              <StatisticsTrend direction="increase" value="12 %" />
            </StatisticsItem>
          </Statistics>
        </Tile>
        <Card>
          <ScoreCircle score={73.6} />
        </Card>
      </AutoGrid>
      <DescriptionList direction="row">
        <DescriptionListItem label="Terms">
          <Text>net 90</Text>
        </DescriptionListItem>
      </DescriptionList>
      <List variant="ordered">
        <Text>First</Text>
        <Text>Second</Text>
      </List>
      <List variant="inline-divided">
        <Text>Here</Text>
        <Text>There</Text>
      </List>
      <ProgressBar title="Funded" value={30} maxValue={120} showPercentage valueDescription="30 of 120" />
      <LoadingSpinner label="Counting" showLabel layout="centered" />
      <Spacer size="small" />
      <Divider size="small" />
      <EmptyState title="Nothing here" layout="vertical" imageName="deals">
        <Text>Add something</Text>
      </EmptyState>
      <ErrorState title="It broke" type="support">
        <Text>Call us</Text>
      </ErrorState>
      <Illustration name="target" alt="A target" width={60} />
      <Table
        paginated
        pageCount={3}
        page={page}
        onPageChange={(next) => {
          setPage(next);
          on('page')(next);
        }}
        showFirstLastButtons
        density="condensed"
      >
        <TableHead>
          <TableRow>
            <TableHeader width="min">Plain</TableHeader>
            <TableHeader
              align="right"
              sortDirection={sort}
              onSortChange={(direction) => {
                setSort(direction);
                on('sort')(direction);
              }}
            >
              Sorted
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            <TableCell>{`Row of page ${page}`}</TableCell>
            <TableCell align="right">1</TableCell>
          </TableRow>
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell colSpan={2}>Sum</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <Tabs
        defaultSelected="two"
        onSelectedChange={(id: string | number) => {
          on('tab')(id);
        }}
      >
        <Tab tabId="one" title="Tab one">
          <Text>Content one</Text>
        </Tab>
        <Tab tabId="two" title="Tab two" tooltip="The second">
          <Text>Content two</Text>
        </Tab>
      </Tabs>
      <BarChart
        data={monthly}
        axes={{
          x: { field: 'month', fieldType: 'category', label: 'Month' },
          y: { field: 'deals', fieldType: 'linear', label: 'Deals' },
          options: { groupFieldByColor: 'kind', stacking: true, colors: { won: 'green' } },
        }}
        options={{ title: 'Deals by month', showLegend: true, showDataLabels: true }}
      />
      <LineChart
        data={{ data: daily }}
        axes={{
          x: { field: 'day', fieldType: 'datetime', label: 'Day' },
          y: { field: 'cash', fieldType: 'linear', label: 'Cash' },
        }}
        options={{ title: 'Cash' }}
      />
      <MediaObject>
        <Text>Beside it</Text>
      </MediaObject>
      {log}
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <DisplayCard />);
